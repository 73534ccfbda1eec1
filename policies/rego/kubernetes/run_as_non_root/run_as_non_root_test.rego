package kubernetes.run_as_non_root_test

import data.kubernetes.testing

found(spec, container) := testing.found("K8S-RUN-AS-NON-ROOT", [testing.pod(spec, container)])

value(of) := {"securityContext": {"runAsNonRoot": of}}

pod_denied := ["Pod/default/web", "spec/securityContext/runAsNonRoot"]

container_denied := ["Pod/default/web/app", "spec/containers/app/securityContext/runAsNonRoot"]

test_allows_true_in_pod_or_container if {
	found(value(true), {}) == set()
	found({}, value(true)) == set()
	found(value(true), value(null)) == set()
	found(value(true), {"securityContext": null}) == set()
}

test_denies_absence_on_every_level if {
	found({}, {}) == {container_denied}
	found(value(null), value(null)) == {container_denied}
	found({"securityContext": null}, {}) == {container_denied}
}

test_denies_a_container_that_overrides_the_pod if found(value(true), value(false)) == {container_denied}

test_denies_a_pod_whose_containers_override_it if found(value(false), value(true)) == {pod_denied}

test_denies_both_where_a_container_inherits_false if found(value(false), {}) == {pod_denied, container_denied}

test_denies_what_is_no_boolean if found({}, value("true")) == {container_denied}

test_denies_init_containers if {
	found({"initContainers": [{"name": "setup"}]}, value(true)) == {[
		"Pod/default/web/setup",
		"spec/initContainers/setup/securityContext/runAsNonRoot",
	]}
}

test_exempts_pods_in_a_user_namespace if {
	found({"hostUsers": false}, value(false)) == set()
	found({"hostUsers": false}, {}) == set()
	found({"hostUsers": true}, {}) == {container_denied}
}

test_asks_windows_too if found({"os": {"name": "windows"}}, {}) == {container_denied}
