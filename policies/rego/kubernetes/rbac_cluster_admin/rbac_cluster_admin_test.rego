package kubernetes.rbac_cluster_admin_test

import data.kubernetes.testing

found(kind, role) := testing.found("K8S-RBAC-CLUSTER-ADMIN", [testing.binding({"kind": kind, "name": role}, [])])

test_allows_other_roles if {
	found("ClusterRole", "admin") == set()
	found("Role", "cluster-admin") == set()
}

test_denies_cluster_admin if found("ClusterRole", "cluster-admin") == {["ClusterRoleBinding/-/operators", "roleRef/name"]}
