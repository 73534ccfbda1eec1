package terraform.aws_lambda_url_test

import data.terraform.testing

found(body) := testing.found("TF-AWS-LAMBDA-URL", [testing.resource("aws_lambda_function_url", body)])

test_allows_what_is_safe if {
	every value in {"AWS_IAM"} {
		found({"authorization_type": value}) == set()
	}
}

test_denies_what_is_not if found({"authorization_type": "none"}) == {["aws_lambda_function_url.it", "authorization_type"]}

test_leaves_what_is_not_resolved if found({"authorization_type": {"$unresolved": "var.x"}}) == set()

test_denies_the_default if count(found({})) == 1
