package terraform.gcp_iam_primitive_role_test

import data.terraform.testing

found(role) := testing.found("TF-GCP-IAM-PRIMITIVE-ROLE", [testing.resource("google_project_iam_member", {"role": role})])

test_allows_other_roles if {
	found("roles/viewer") == set()
	found({"$unresolved": "var.x"}) == set()
}

test_denies_owner_and_editor if {
	found("roles/owner") == {["google_project_iam_member.it", "role"]}
	count(found("roles/editor")) == 1
}
