package kubernetes.restricted_capabilities_test

import data.kubernetes.testing

found(spec, add) := testing.found("K8S-RESTRICTED-CAPABILITIES", [testing.pod(spec, {"securityContext": {"capabilities": {"add": add}}})])

denied := {["Pod/default/web/app", "spec/containers/app/securityContext/capabilities/add"]}

test_allows_net_bind_service_and_nothing if {
	found({}, ["NET_BIND_SERVICE"]) == set()
	found({}, []) == set()
	found({}, null) == set()
	testing.found("K8S-RESTRICTED-CAPABILITIES", [testing.pod({}, {})]) == set()
}

test_denies_other_default_ones if found({}, ["NET_BIND_SERVICE", "CHOWN"]) == denied

test_leaves_those_that_are_no_default_ones_to_another_rule if found({}, ["SYS_ADMIN"]) == set()

test_denies_beside_those if found({}, ["SYS_ADMIN", "KILL"]) == denied

test_exempts_windows_only if {
	found({"os": {"name": "windows"}}, ["CHOWN"]) == set()
	found({"os": {"name": "linux"}}, ["CHOWN"]) == denied
	found({"os": null}, ["CHOWN"]) == denied
}
