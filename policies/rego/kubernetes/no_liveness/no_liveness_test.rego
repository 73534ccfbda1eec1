package kubernetes.no_liveness_test

import data.kubernetes.testing

found(manifests) := {concat("/", violation.path) |
	some violation in data.kubernetes.reported with input as testing.normalised(manifests)
	violation.rule == "K8S-NO-LIVENESS"
}

test_passes_other_pods if found([testing.pod({}, {"livenessProbe": {"exec": {}}})]) == set()

test_tells_of_it if found([testing.pod({"initContainers": [{"name": "a"}]}, {})]) == {"spec/containers/app/livenessProbe"}
