package kubernetes.rbac_create_pods_test

import data.kubernetes.testing

found(rules) := testing.found("K8S-RBAC-CREATE-PODS", [testing.role(rules)])

test_allows_what_is_narrower if {
	found([]) == set()
	found([{"apiGroups": [""], "resources": ["pods"], "verbs": ["get"]}]) == set()
	found([{"apiGroups": [""], "resources": ["services"], "verbs": ["create"]}]) == set()
	found([{"apiGroups": ["apps"], "resources": ["*"], "verbs": ["create"]}]) == set()
	found([{"apiGroups": [""], "resources": ["*"], "verbs": ["get"]}]) == set()
}

test_denies_once_for_each_right if {
	found([{"apiGroups": [""], "resources": ["pods"], "verbs": ["create"]}]) == {["ClusterRole/-/operator", "rules/pods"]}
	found([{"apiGroups": [""], "resources": ["*"], "verbs": ["create"]}]) == {["ClusterRole/-/operator", "rules/pods"]}
	found([{"apiGroups": ["*"], "resources": ["pods"], "verbs": ["*"]}]) == {["ClusterRole/-/operator", "rules/pods"]}
}
