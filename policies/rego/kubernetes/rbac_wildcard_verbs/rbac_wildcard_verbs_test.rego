package kubernetes.rbac_wildcard_verbs_test

import data.kubernetes.testing

found(rules) := testing.found("K8S-RBAC-WILDCARD-VERBS", [testing.role(rules)])

test_allows_what_is_narrower if {
	found([]) == set()
	found([{"apiGroups": ["apps"], "resources": ["deployments"], "verbs": ["get", "list"]}]) == set()
	found([{"nonResourceURLs": ["/healthz"], "verbs": ["*"]}]) == set()
}

test_denies_once_for_each_right if {
	found([{"apiGroups": ["apps"], "resources": ["deployments"], "verbs": ["*"]}, {"apiGroups": [""], "resources": ["pods"], "verbs": ["get", "*"]}]) == {["ClusterRole/-/operator", "rules/verbs"]}
}
