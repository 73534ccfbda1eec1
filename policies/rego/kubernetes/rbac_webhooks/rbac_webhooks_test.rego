package kubernetes.rbac_webhooks_test

import data.kubernetes.testing

found(rules) := testing.found("K8S-RBAC-WEBHOOKS", [testing.role(rules)])

test_allows_what_is_narrower if {
	found([]) == set()
	found([{"apiGroups": ["admissionregistration.k8s.io"], "resources": ["validatingwebhookconfigurations"], "verbs": ["get"]}]) == set()
}

test_denies_once_for_each_right if {
	found([{"apiGroups": ["admissionregistration.k8s.io"], "resources": ["validatingwebhookconfigurations"], "verbs": ["get", "patch"]}]) == {["ClusterRole/-/operator", "rules/validatingwebhookconfigurations"]}
}
