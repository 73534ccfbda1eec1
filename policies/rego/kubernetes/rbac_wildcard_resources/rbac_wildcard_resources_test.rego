package kubernetes.rbac_wildcard_resources_test

import data.kubernetes.testing

found(rules) := testing.found("K8S-RBAC-WILDCARD-RESOURCES", [testing.role(rules)])

test_allows_what_is_narrower if {
	found([]) == set()
	found([{"apiGroups": ["apps"], "resources": ["deployments"], "verbs": ["get"]}]) == set()
	found([{"apiGroups": ["example.org"], "resources": ["*"], "verbs": ["get"]}]) == set()
	found([{"apiGroups": ["*"], "resources": ["*"], "verbs": ["get"]}]) == set()
}

test_denies_once_for_each_right if {
	found([{"apiGroups": ["apps", "batch"], "resources": ["*"], "verbs": ["get"]}]) == {["ClusterRole/-/operator", "rules/resources"]}
}
