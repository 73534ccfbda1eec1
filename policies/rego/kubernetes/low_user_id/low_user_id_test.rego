package kubernetes.low_user_id_test

import data.kubernetes.testing

found(manifests) := {concat("/", violation.path) |
	some violation in data.kubernetes.reported with input as testing.normalised(manifests)
	violation.rule == "K8S-LOW-USER-ID"
}

test_passes_other_pods if found([testing.pod({}, {"securityContext": {"runAsUser": 10000}})]) == set()

test_tells_of_it if found([testing.pod({}, {"securityContext": {"runAsUser": 1000}})]) == {"spec/containers/app/securityContext/runAsUser"}
