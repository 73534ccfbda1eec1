package terraform.aws_alb_drop_headers_test

import data.terraform.testing

found(body) := testing.found("TF-AWS-ALB-DROP-HEADERS", [testing.resource("aws_lb", body)])

test_allows_what_is_safe if {
	every value in {true} {
		found({"drop_invalid_header_fields": value}) == set()
	}
}

test_denies_what_is_not if found({"drop_invalid_header_fields": false}) == {["aws_lb.it", "drop_invalid_header_fields"]}

test_leaves_what_is_not_resolved if found({"drop_invalid_header_fields": {"$unresolved": "var.x"}}) == set()

test_denies_the_default if count(found({})) == 1
