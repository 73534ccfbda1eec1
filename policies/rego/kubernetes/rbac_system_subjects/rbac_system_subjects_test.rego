package kubernetes.rbac_system_subjects_test

import data.kubernetes.testing

found(subjects) := testing.found("K8S-RBAC-SYSTEM-SUBJECTS", [testing.binding({"kind": "ClusterRole", "name": "view"}, subjects)])

test_allows_subjects_of_their_own if {
	found([]) == set()
	found(null) == set()
	found([{"kind": "Group", "name": "system:serviceaccounts:shop"}, {"kind": "ServiceAccount", "name": "system:masters", "namespace": "a"}]) == set()
}

test_denies_each_by_its_keys if {
	found([{"kind": "Group", "name": "team"}, {"kind": "Group", "name": "system:masters"}, {"kind": "User", "name": "system:anonymous"}]) == {
		["ClusterRoleBinding/-/operators", "subjects/Group//system:masters/name"],
		["ClusterRoleBinding/-/operators", "subjects/User//system:anonymous/name"],
	}
}
