package terraform.aws_public_principal_test

import data.terraform.testing

found(statement) := testing.found("TF-AWS-PUBLIC-PRINCIPAL", [testing.resource("aws_sqs_queue_policy", {"policy": {"Statement": [statement]}})])

test_allows_known_principals_and_conditions if {
	found({"Effect": "Allow", "Principal": {"AWS": "arn:aws:iam::111122223333:root"}}) == set()
	found({"Effect": "Allow", "Principal": "*", "Condition": {"StringEquals": {"aws:SourceAccount": "111122223333"}}}) == set()
	found({"Effect": "Deny", "Principal": "*"}) == set()
}

test_denies_everybody if {
	found({"Effect": "Allow", "Principal": "*"}) == {["aws_sqs_queue_policy.it", "policy/Statement/0/Principal"]}
	count(found({"Effect": "Allow", "Principal": {"AWS": "*"}})) == 1
	count(found({"Effect": "Allow", "Principal": {"AWS": ["arn:aws:iam::111122223333:root", "*"]}})) == 1
}
