package terraform.aws_iam_service_wildcard_test

import data.terraform.testing

policy(statement) := testing.resource("aws_iam_policy", {"policy": {"Statement": {"It": statement}}})

found(object) := testing.found("TF-AWS-IAM-SERVICE-WILDCARD", [object])

document(statement) := testing.data_source("aws_iam_policy_document", {"statement": [statement]})

test_allows_what_is_narrow if {
	found(policy({"Effect": "Allow", "Action": ["s3:Get*"], "Resource": "*"})) == set()
	found(policy({"Effect": "Allow", "Action": ["s3:*"], "Resource": "arn:aws:s3:::a/*"})) == set()
	found(policy({"Effect": "Allow", "Action": [{"$unresolved": "var.x"}], "Resource": "*"})) == set()
}

test_denies_a_service_on_everything if {
	found(policy({"Effect": "Allow", "Action": "s3:*", "Resource": "*"})) == {["aws_iam_policy.it", "policy/Statement/It/Action"]}
	found(document({"actions": ["dynamodb:*"], "resources": ["*"]})) == {["data.aws_iam_policy_document.it", "statement/0/actions"]}
}
