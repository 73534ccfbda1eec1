package kubernetes.secret_in_environment_test

import data.kubernetes.testing

found(manifests) := {concat("/", violation.path) |
	some violation in data.kubernetes.reported with input as testing.normalised(manifests)
	violation.rule == "K8S-SECRET-IN-ENVIRONMENT"
}

test_passes_other_pods if found([testing.pod({}, {"env": [{"name": "A", "value": "a"}]})]) == set()

test_tells_of_it if found([testing.pod({}, {"env": [{"name": "A", "valueFrom": {"secretKeyRef": {"name": "a"}}}]})]) == {"spec/containers/app/env/0/valueFrom/secretKeyRef"}
