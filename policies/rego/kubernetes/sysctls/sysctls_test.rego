package kubernetes.sysctls_test

import data.kubernetes.testing

found(list) := testing.found("K8S-SYSCTLS", [testing.pod({"securityContext": {"sysctls": list}}, {})])

test_allows_safe_ones if {
	found([{"name": "net.ipv4.tcp_keepalive_time", "value": "600"}, {"name": "net.ipv4.tcp_wmem", "value": "1 2 3"}]) == set()
	found([]) == set()
	found(null) == set()
	testing.found("K8S-SYSCTLS", [testing.pod({"securityContext": null}, {})]) == set()
}

test_denies_each_other_one_by_its_name if {
	found([
		{"name": "kernel.msgmax", "value": "1"},
		{"name": "kernel.shm_rmid_forced", "value": "1"},
		{"name": "net.core.somaxconn", "value": "1"},
	]) == {
		["Pod/default/web", "spec/securityContext/sysctls/kernel.msgmax"],
		["Pod/default/web", "spec/securityContext/sysctls/net.core.somaxconn"],
	}
}

test_denies_a_safe_one_in_another_spelling if count(found([{"name": "kernel/shm_rmid_forced", "value": "1"}])) == 1

test_denies_in_a_list_that_is_not_keyed if {
	found([{"name": "kernel.msgmax", "value": "1"}, {"name": "kernel.msgmax", "value": "2"}]) == {
		["Pod/default/web", "spec/securityContext/sysctls/0"],
		["Pod/default/web", "spec/securityContext/sysctls/1"],
	}
}
