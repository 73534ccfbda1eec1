package kubernetes.seccomp_missing_test

import data.kubernetes.testing

found(spec, container) := testing.found("K8S-SECCOMP-MISSING", [testing.pod(spec, container)])

profile(value) := {"securityContext": {"seccompProfile": value}}

good := profile({"type": "RuntimeDefault"})

denied := {["Pod/default/web/app", "spec/containers/app/securityContext/seccompProfile"]}

test_allows_a_profile_in_pod_or_container if {
	found(good, {}) == set()
	found({}, good) == set()
	found({}, profile({"type": "Localhost", "localhostProfile": "x.json"})) == set()
	found(good, profile(null)) == set()
}

test_denies_absence_on_every_level if {
	found({}, {}) == denied
	found({"securityContext": null}, {"securityContext": null}) == denied
	found(profile(null), profile(null)) == denied
}

test_denies_what_inherits_a_bad_profile if {
	found(profile({"type": "Unconfined"}), {}) == denied
	found(profile({}), {}) == denied
}

test_leaves_a_bad_profile_of_its_own_to_another_rule if found({}, profile({"type": "Unconfined"})) == set()

test_denies_only_the_containers_without if {
	setup := object.union({"name": "setup"}, good)

	found({"initContainers": [setup]}, {}) == denied
	found({"ephemeralContainers": [{"name": "debug"}]}, good) == {[
		"Pod/default/web/debug",
		"spec/ephemeralContainers/debug/securityContext/seccompProfile",
	]}
}

test_exempts_windows_only if {
	found({"os": {"name": "windows"}}, {}) == set()
	found({"os": {"name": "Windows"}}, {}) == denied
}
