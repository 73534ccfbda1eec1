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

test_denies_a_bucket_that_logs_into_itself if {
	found([bucket("data"), logging("data", "data")]) == {["aws_s3_bucket_logging.it", "target_bucket"]}
}
