package kubernetes.rbac_escalation_test

import data.kubernetes.testing

found(rules) := testing.found("K8S-RBAC-ESCALATION", [testing.role(rules)])

test_allows_what_is_narrower if {
	found([]) == set()
	found([{"apiGroups": ["rbac.authorization.k8s.io"], "resources": ["roles"], "verbs": ["get", "*"]}]) == set()
	found([{"apiGroups": ["rbac.authorization.k8s.io"], "resources": ["roles"], "verbs": ["bind"], "resourceNames": ["view"]}]) == set()
}

test_denies_once_for_each_right if {
	found([{"apiGroups": ["rbac.authorization.k8s.io"], "resources": ["roles"], "verbs": ["get", "bind", "escalate"]}, {"apiGroups": [""], "resources": ["users"], "verbs": ["impersonate"]}]) == {["ClusterRole/-/operator", "rules/bind"], ["ClusterRole/-/operator", "rules/escalate"], ["ClusterRole/-/operator", "rules/impersonate"]}
}
