package kubernetes.no_anti_affinity_test

import data.kubernetes.testing

found(manifests) := {concat("/", violation.path) |
	some violation in data.kubernetes.reported with input as testing.normalised(manifests)
	violation.rule == "K8S-NO-ANTI-AFFINITY"
}

deployed(replicas, spec) := object.union(testing.deployment(spec, {}), {"spec": {"replicas": replicas}})

test_passes_one_and_what_is_kept_apart if {
	found([deployed(1, {})]) == set()
	found([deployed(3, {"affinity": {"podAntiAffinity": {}}})]) == set()
	found([deployed(3, {"topologySpreadConstraints": [{}]})]) == set()
	found([testing.pod({}, {})]) == set()
}

test_tells_of_several if found([deployed(3, {})]) == {"spec/template/spec/affinity/podAntiAffinity"}
