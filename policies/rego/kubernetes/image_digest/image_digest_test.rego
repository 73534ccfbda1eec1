package kubernetes.image_digest_test

import data.kubernetes.testing

found(manifests) := {concat("/", violation.path) |
	some violation in data.kubernetes.reported with input as testing.normalised(manifests)
	violation.rule == "K8S-IMAGE-DIGEST"
}

test_passes_other_pods if found([testing.pod({}, {"image": "a@sha256:00"})]) == set()

test_tells_of_it if found([testing.pod({}, {"image": "a:1"})]) == {"spec/containers/app/image"}
