package terraform.aws_s3_logging_test

import data.terraform.testing

bucket(name) := testing.named("aws_s3_bucket", name, {"bucket": name})

logging(from, to) := testing.named("aws_s3_bucket_logging", "it", {
	"bucket": testing.reference($"aws_s3_bucket.{from}", "id"),
	"target_bucket": testing.reference($"aws_s3_bucket.{to}", "id"),
})

found(objects) := testing.found("TF-AWS-S3-LOGGING", objects)

test_allows_a_bucket_that_logs_into_another if found([bucket("data"), bucket("trail"), logging("data", "trail")]) == set()

test_allows_a_bucket_for_logs if found([bucket("access_logs")]) == set()

test_denies_a_bucket_without if found([bucket("data")]) == {["aws_s3_bucket.data", ""]}

itself(to) := testing.named("aws_s3_bucket", "data", {"logging": to})

test_allows_a_bucket_that_says_it_itself if {
	found([itself({"target_bucket": testing.reference("aws_s3_bucket.trail", "id")}), bucket("trail")]) == set()
	found([itself({"$unresolved": "dynamic"})]) == set()
}

test_denies_a_bucket_that_says_nothing_or_itself if {
	found([itself({})]) == {["aws_s3_bucket.data", ""]}
	found([itself({"target_bucket": testing.reference("aws_s3_bucket.data", "id")})]) == {["aws_s3_bucket.data", "logging/target_bucket"]}
}

test_denies_a_bucket_that_logs_into_itself if {
	found([bucket("data"), logging("data", "data")]) == {["aws_s3_bucket_logging.it", "target_bucket"]}
}
