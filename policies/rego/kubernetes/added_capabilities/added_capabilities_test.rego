package kubernetes.added_capabilities_test

import data.kubernetes.testing

found(capabilities) := testing.found("K8S-ADDED-CAPABILITIES", [testing.pod({}, {"securityContext": {"capabilities": capabilities}})])

at := "spec/containers/app/securityContext/capabilities/add"

test_allows_none_and_default_ones if {
	found({}) == set()
	found(null) == set()
	found({"add": null}) == set()
	found({"add": []}) == set()
	found({"add": ["CHOWN", "NET_BIND_SERVICE", "SYS_CHROOT"]}) == set()
	found({"drop": ["SYS_ADMIN"]}) == set()
}

test_denies_others_once_a_container if found({"add": ["CHOWN", "SYS_ADMIN", "NET_RAW"]}) == {["Pod/default/web/app", at]}

test_denies_all_and_names_that_the_runtime_alone_knows if {
	found({"add": ["ALL"]}) == {["Pod/default/web/app", at]}
	found({"add": ["CAP_CHOWN"]}) == {["Pod/default/web/app", at]}
	found({"add": ["chown"]}) == {["Pod/default/web/app", at]}
}

test_denies_what_is_no_list_of_texts if {
	found({"add": "SYS_ADMIN"}) == {["Pod/default/web/app", at]}
	found({"add": [null, 7]}) == {["Pod/default/web/app", at]}
}

test_denies_in_init_containers if {
	setup := {"name": "setup", "securityContext": {"capabilities": {"add": ["NET_ADMIN"]}}}

	testing.found("K8S-ADDED-CAPABILITIES", [testing.pod({"initContainers": [setup]}, {})]) == {[
		"Pod/default/web/setup",
		"spec/initContainers/setup/securityContext/capabilities/add",
	]}
}

test_names_what_is_too_much if {
	add := {"securityContext": {"capabilities": {"add": ["CHOWN", "SYS_ADMIN"]}}}
	some violation in testing.violations("K8S-ADDED-CAPABILITIES", [testing.pod({}, add)])

	contains(violation.message, `["SYS_ADMIN"]`)
}
