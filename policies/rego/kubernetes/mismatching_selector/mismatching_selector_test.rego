package kubernetes.mismatching_selector_test

import data.kubernetes.testing

found(manifests) := {concat("/", violation.path) |
	some violation in data.kubernetes.reported with input as testing.normalised(manifests)
	violation.rule == "K8S-MISMATCHING-SELECTOR"
}

selecting(labels) := object.union(testing.deployment({}, {}), {"spec": {
	"selector": {"matchLabels": {"app": "web"}},
	"template": {"metadata": {"labels": labels}},
}})

test_passes_one_that_does if found([selecting({"app": "web", "b": "c"})]) == set()

test_tells_of_one_that_does_not if found([selecting({"app": "api"})]) == {"spec/selector/matchLabels/app"}
