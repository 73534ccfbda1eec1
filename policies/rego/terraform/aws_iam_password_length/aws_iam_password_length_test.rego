package terraform.aws_iam_password_length_test

import data.terraform.testing

found(body) := testing.found("TF-AWS-IAM-PASSWORD-LENGTH", [testing.resource("aws_iam_account_password_policy", body)])

test_allows_enough if {
	found({"minimum_password_length": 14}) == set()
	found({"minimum_password_length": {"$unresolved": "var.x"}}) == set()
}

test_denies_less_and_nothing if {
	found({"minimum_password_length": 13}) == {["aws_iam_account_password_policy.it", "minimum_password_length"]}
	count(found({})) == 1
}
