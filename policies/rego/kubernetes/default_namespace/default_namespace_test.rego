package kubernetes.default_namespace_test

import data.kubernetes.testing

found(manifests) := {concat("/", violation.path) |
	some violation in data.kubernetes.reported with input as testing.normalised(manifests)
	violation.rule == "K8S-DEFAULT-NAMESPACE"
}

test_passes_other_namespaces if found([testing.deployment({}, {})]) == set()

test_tells_of_it if found([testing.pod({}, {})]) == {"metadata/namespace"}
