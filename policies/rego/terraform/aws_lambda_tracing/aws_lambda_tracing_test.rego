package terraform.aws_lambda_tracing_test

import data.terraform.testing

found(body) := testing.found("TF-AWS-LAMBDA-TRACING", [testing.resource("aws_lambda_function", body)])

test_allows_what_is_safe if {
	every value in {"Active"} {
		found({"tracing_config": {"mode": value}}) == set()
	}
}

test_denies_what_is_not if found({"tracing_config": {"mode": "none"}}) == {["aws_lambda_function.it", "tracing_config/mode"]}

test_leaves_what_is_not_resolved if found({"tracing_config": {"mode": {"$unresolved": "var.x"}}}) == set()

test_denies_the_default if count(found({})) == 1

test_leaves_blocks_that_are_not_resolved if found({"dynamic": {"tracing_config": {"for_each": {"$unresolved": "var.x"}}}}) == set()
