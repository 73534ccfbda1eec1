package kubernetes.rbac_wildcard_groups_test

import data.kubernetes.testing

found(rules) := testing.found("K8S-RBAC-WILDCARD-GROUPS", [testing.role(rules)])

test_allows_what_is_narrower if {
	found([]) == set()
	found([{"apiGroups": ["apps"], "resources": ["deployments"], "verbs": ["get"]}]) == set()
	found([{"apiGroups": ["*"], "resources": ["widgets"], "verbs": ["get"]}]) == set()
	found([{"apiGroups": ["*"], "resources": ["*"], "verbs": ["get"]}]) == set()
}

test_denies_once_for_each_right if {
	found([{"apiGroups": ["*"], "resources": ["deployments"], "verbs": ["get"]}]) == {["ClusterRole/-/operator", "rules/apiGroups"]}
}
