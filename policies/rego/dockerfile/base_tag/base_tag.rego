# METADATA
# title: Base image has no fixed tag
# description: >-
#   A base without a tag, or with one that moves, such as latest, is another one at each build, so that nobody knows
#   what is in the image. Name a tag or a digest of the same repository.
# related_resources:
#   - ref: https://docs.docker.com/reference/dockerfile/
#   - ref: https://docs.docker.com/build/building/best-practices/
# custom:
#   id: DF-BASE-TAG
#   severity: medium
#   kind: dockerfile
#   sets: [df-build]
#   aliases: [trivy/DS-0001, checkov/CKV_DOCKER_7, hadolint/DL3006, hadolint/DL3007]
#   fixes:
#     - {at: element, path: [image], allow: [{same_repository: true}]}
#     - {at: element, path: [from], allow: [{same_repository: true}]}
package dockerfile.rules.base_tag

import data.dockerfile.lib

violation contains lib.violation("DF-BASE-TAG", stage, ["base"], ["image"], message) if {
	some stage in lib.stages
	image := stage.body.base.image
	moves(image)
	message := $"The stage is built upon {image}; name a tag that stays, or a digest"
}

violation contains lib.violation("DF-BASE-TAG", copy.stage, ["instructions", copy.key], ["from"], message) if {
	some copy in lib.instructions("COPY")
	moves(copy.body.from)
	message := $"{copy.key} copies from {copy.body.from}; name a tag that stays, or a digest"
}

moves(image) if {
	is_string(image)
	image != "scratch"
	not contains(image, "@sha256:")
	parts := split(image, "/")
	not is_fixed(parts[count(parts) - 1])
}

# A tag that names a release, or a line of them; not one that says how new it is.
is_fixed(name) if {
	[_, tag] = split(name, ":")
	parts := split(lower(tag), "-")
	not parts[0] in moving
	not "latest" in parts
}

moving := {"", "latest", "stable", "oldstable", "testing", "unstable", "sid", "edge", "nightly", "rolling", "devel", "dev", "lts", "current", "mainline", "main", "master", "canary"}
