package terraform.aws_eks_audit_log_test

import data.terraform.testing

found(body) := testing.found("TF-AWS-EKS-AUDIT-LOG", [testing.resource("aws_eks_cluster", body)])

test_allows_the_audit_log if {
	found({"enabled_cluster_log_types": ["audit", "api"]}) == set()
	found({"enabled_cluster_log_types": {"$unresolved": "var.x"}}) == set()
	found({"enabled_cluster_log_types": [{"$unresolved": "var.x"}]}) == set()
}

test_denies_its_absence if {
	found({}) == {["aws_eks_cluster.it", "enabled_cluster_log_types"]}
	count(found({"enabled_cluster_log_types": ["api"]})) == 1
}
