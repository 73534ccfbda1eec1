package kubernetes.latest_tag_test

import data.kubernetes.testing

found(image) := testing.found("K8S-LATEST-TAG", [testing.pod({}, {"image": image})])

test_allows_tags_and_digests if {
	every image in ["a:1", "r.example:5000/a/b:v1.2", "a@sha256:00", "a:latest@sha256:00"] {
		found(image) == set()
	}
}

test_denies_what_moves if {
	every image in ["a", "a:latest", "a:Latest", "r.example:5000/a", "a:", 1] {
		found(image) == {["Pod/default/web/app", "spec/containers/app/image"]}
	}
}

test_leaves_a_container_without_an_image_to_the_schema if testing.found("K8S-LATEST-TAG", [testing.pod({}, {})]) == set()
