package terraform.aws_iam_admin_test

import data.terraform.testing

policy(statement) := testing.resource("aws_iam_policy", {"policy": {"Statement": {"It": statement}}})

found(object) := testing.found("TF-AWS-IAM-ADMIN", [object])

document(statement) := testing.data_source("aws_iam_policy_document", {"statement": [statement]})

test_allows_actions_by_name if {
	found(policy({"Effect": "Allow", "Action": ["s3:GetObject"], "Resource": "*"})) == set()
	found(policy({"Effect": "Deny", "Action": "*", "Resource": "*"})) == set()
	found(policy({"Effect": "Allow", "Action": {"$unresolved": "var.x"}, "Resource": "*"})) == set()
	found(document({"actions": ["s3:GetObject"]})) == set()
	found(document({"effect": "Deny", "actions": ["*"]})) == set()
}

test_denies_every_action if {
	found(policy({"Effect": "Allow", "Action": "*", "Resource": "*"})) == {["aws_iam_policy.it", "policy/Statement/It/Action"]}
	count(found(policy({"Effect": "Allow", "Action": ["s3:GetObject", "*"], "Resource": "arn:x"}))) == 1
	found(document({"actions": ["*"]})) == {["data.aws_iam_policy_document.it", "statement/0/actions"]}
}
