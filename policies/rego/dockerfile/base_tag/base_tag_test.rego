package dockerfile.base_tag_test

import data.dockerfile.testing

base(image) := testing.found("DF-BASE-TAG", [testing.whole({"base": {"image": image}})])

test_allows_tags_and_digests if {
	every image in ["a:1", "r.example:5000/a/b:v1.2", "a@sha256:00", "a:latest@sha256:00", "debian:bookworm-slim", "scratch"] {
		base(image) == set()
	}
}

test_denies_what_moves if {
	every image in ["a", "a:latest", "a:LATEST", "r.example:5000/a", "a:", "debian:stable-slim", "node:lts", "alpine:edge", "node:22-latest", "node:slim-latest"] {
		base(image) == {["Dockerfile/0", "base/image"]}
	}
}

test_leaves_stages_and_what_is_not_resolved if {
	base({"$unresolved": "$IMAGE"}) == set()
	testing.found("DF-BASE-TAG", [testing.whole({"base": {"stage": "Dockerfile/build"}})]) == set()
}

test_denies_images_that_are_copied_from if {
	copies := {"COPY 0": {"from": "nginx"}, "COPY 1": {"stage": "Dockerfile/build"}, "COPY 2": {"from": "nginx:1.27"}}
	testing.found("DF-BASE-TAG", [testing.stage(copies)]) == {["Dockerfile/0", "instructions/COPY 0/from"]}
}
