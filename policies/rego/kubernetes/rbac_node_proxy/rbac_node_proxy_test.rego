package kubernetes.rbac_node_proxy_test

import data.kubernetes.testing

found(rules) := testing.found("K8S-RBAC-NODE-PROXY", [testing.role(rules)])

test_allows_what_is_narrower if {
	found([]) == set()
	found([{"apiGroups": [""], "resources": ["nodes", "nodes/metrics"], "verbs": ["get"]}]) == set()
}

test_denies_once_for_each_right if {
	found([{"apiGroups": [""], "resources": ["nodes", "nodes/proxy"], "verbs": ["get"]}]) == {["ClusterRole/-/operator", "rules/nodes/proxy"]}
}
