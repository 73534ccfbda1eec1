package kubernetes.rbac_pod_exec_test

import data.kubernetes.testing

found(rules) := testing.found("K8S-RBAC-POD-EXEC", [testing.role(rules)])

test_allows_what_is_narrower if {
	found([]) == set()
	found([{"apiGroups": [""], "resources": ["pods", "pods/log"], "verbs": ["get"]}]) == set()
	found([{"apiGroups": [""], "resources": ["pods/exec"], "verbs": ["create"], "resourceNames": ["own"]}]) == set()
}

test_denies_once_for_each_right if {
	found([{"apiGroups": [""], "resources": ["pods", "pods/exec"], "verbs": ["create"]}, {"apiGroups": [""], "resources": ["pods/attach", "pods/exec"], "verbs": ["get"]}]) == {["ClusterRole/-/operator", "rules/pods/attach"], ["ClusterRole/-/operator", "rules/pods/exec"]}
}
