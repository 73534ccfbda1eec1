package kubernetes.drop_capabilities_test

import data.kubernetes.testing

found(spec, container) := testing.found("K8S-DROP-CAPABILITIES", [testing.pod(spec, container)])

drop(list) := {"securityContext": {"capabilities": {"drop": list}}}

denied := {["Pod/default/web/app", "spec/containers/app/securityContext/capabilities/drop"]}

test_allows_all_alone_or_among_others if {
	found({}, drop(["ALL"])) == set()
	found({}, drop(["NET_RAW", "ALL"])) == set()
}

test_denies_less if {
	found({}, drop(["NET_RAW"])) == denied
	found({}, drop(["all"])) == denied
	found({}, drop([])) == denied
}

test_denies_absence_on_every_level if {
	found({}, {}) == denied
	found({}, {"securityContext": null}) == denied
	found({}, {"securityContext": {"capabilities": null}}) == denied
	found({}, drop(null)) == denied
}

test_denies_what_is_no_list if found({}, drop("ALL")) == denied

test_does_not_inherit_from_a_sibling_container if {
	setup := object.union({"name": "setup"}, drop(["ALL"]))

	found({"initContainers": [setup]}, {}) == denied
}

test_exempts_windows_only if {
	found({"os": {"name": "windows"}}, {}) == set()
	found({"os": {"name": "linux"}}, {}) == denied
}
