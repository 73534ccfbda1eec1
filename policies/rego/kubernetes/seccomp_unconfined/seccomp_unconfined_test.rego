package kubernetes.seccomp_unconfined_test

import data.kubernetes.testing

found(spec, container) := testing.found("K8S-SECCOMP-UNCONFINED", [testing.pod(spec, container)])

profile(value) := {"securityContext": {"seccompProfile": value}}

pod_denied := {["Pod/default/web", "spec/securityContext/seccompProfile/type"]}

container_denied := {["Pod/default/web/app", "spec/containers/app/securityContext/seccompProfile/type"]}

test_allows_no_profile_and_good_ones if {
	found({}, {}) == set()
	found(profile(null), {"securityContext": null}) == set()
	found(profile({"type": "RuntimeDefault"}), profile({"type": "Localhost", "localhostProfile": "x.json"})) == set()
}

test_denies_unconfined_in_pod_and_container if {
	found(profile({"type": "Unconfined"}), {}) == pod_denied
	found(profile({"type": "RuntimeDefault"}), profile({"type": "Unconfined"})) == container_denied
}

test_denies_a_pod_whose_containers_override_it if found(profile({"type": "Unconfined"}), profile({"type": "RuntimeDefault"})) == pod_denied

test_denies_a_profile_without_a_good_type if {
	found({}, profile({})) == container_denied
	found({}, profile({"type": ""})) == container_denied
	found({}, profile({"type": null})) == container_denied
	found({}, profile("RuntimeDefault")) == container_denied
}
