package kubernetes.rbac_token_creation_test

import data.kubernetes.testing

found(rules) := testing.found("K8S-RBAC-TOKEN-CREATION", [testing.role(rules)])

test_allows_what_is_narrower if {
	found([]) == set()
	found([{"apiGroups": [""], "resources": ["serviceaccounts"], "verbs": ["create"]}]) == set()
	found([{"apiGroups": [""], "resources": ["serviceaccounts/token"], "verbs": ["create"], "resourceNames": ["own"]}]) == set()
}

test_denies_once_for_each_right if {
	found([{"apiGroups": [""], "resources": ["serviceaccounts", "serviceaccounts/token"], "verbs": ["create"]}]) == {["ClusterRole/-/operator", "rules/serviceaccounts/token"]}
}
