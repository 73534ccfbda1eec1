package kubernetes.env_secret_test

import data.kubernetes.testing

found(manifests) := {concat("/", violation.path) |
	some violation in data.kubernetes.reported with input as testing.normalised(manifests)
	violation.rule == "K8S-ENV-SECRET"
}

test_passes_other_pods if found([testing.pod({}, {"env": [{"name": "DB_PASSWORD", "valueFrom": {}}, {"name": "MODE", "value": "a"}]})]) == set()

test_tells_of_it if found([testing.pod({}, {"env": [{"name": "db_password", "value": "a"}]})]) == {"spec/containers/app/env/0/value"}
