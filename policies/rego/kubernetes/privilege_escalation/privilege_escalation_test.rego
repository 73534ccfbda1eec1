package kubernetes.privilege_escalation_test

import data.kubernetes.testing

found(spec, container) := testing.found("K8S-PRIVILEGE-ESCALATION", [testing.pod(spec, container)])

value(of) := {"securityContext": {"allowPrivilegeEscalation": of}}

denied := {["Pod/default/web/app", "spec/containers/app/securityContext/allowPrivilegeEscalation"]}

test_allows_false_alone if {
	found({}, value(false)) == set()
	found({}, value(true)) == denied
	found({}, value("false")) == denied
}

test_denies_absence_on_every_level if {
	found({}, value(null)) == denied
	found({}, {"securityContext": null}) == denied
	found({}, {}) == denied
}

test_asks_every_container if {
	setup := object.union({"name": "setup"}, value(false))

	found({"initContainers": [setup], "ephemeralContainers": [{"name": "debug"}]}, value(false)) == {[
		"Pod/default/web/debug",
		"spec/ephemeralContainers/debug/securityContext/allowPrivilegeEscalation",
	]}
}

test_exempts_windows_only if {
	found({"os": {"name": "windows"}}, {}) == set()
	found({"os": {"name": "linux"}}, {}) == denied
}
