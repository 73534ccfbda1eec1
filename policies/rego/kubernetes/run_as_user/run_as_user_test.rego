package kubernetes.run_as_user_test

import data.kubernetes.testing

found(spec, container) := testing.found("K8S-RUN-AS-USER", [testing.pod(spec, container)])

user(id) := {"securityContext": {"runAsUser": id}}

pod_denied := {["Pod/default/web", "spec/securityContext/runAsUser"]}

container_denied := {["Pod/default/web/app", "spec/containers/app/securityContext/runAsUser"]}

test_allows_absence_and_other_users if {
	found({}, {}) == set()
	found(user(null), {"securityContext": null}) == set()
	found(user(1000), user(1)) == set()
}

test_denies_root_in_pod_and_container if {
	found(user(0), {}) == pod_denied
	found(user(1000), user(0)) == container_denied
	found(user(0), user(1000)) == pod_denied
}

test_denies_what_is_no_ordinary_user if {
	found({}, user("1000")) == container_denied
	found({}, user(-1)) == container_denied
}

test_denies_ephemeral_containers if {
	debug := object.union({"name": "debug"}, user(0))

	count(found({"ephemeralContainers": [debug]}, {})) == 1
}

test_exempts_pods_in_a_user_namespace if {
	found(object.union({"hostUsers": false}, user(0)), {}) == set()
	found({"hostUsers": true}, user(0)) == container_denied
}
