# METADATA
# title: Image runs as root
# description: >-
#   Whoever breaks out of a program that runs as root is root in the container and close to root on its host. Name a
#   user who is not root, by name or number, as the last USER of the last stage. A RUN that makes the account and
#   gives it folders of its own may be added before it, and copies in such folders may be its.
# related_resources:
#   - ref: https://docs.docker.com/reference/dockerfile/
#   - ref: https://docs.docker.com/build/building/best-practices/
# custom:
#   id: DF-ROOT-USER
#   severity: high
#   kind: dockerfile
#   sets: [df-image]
#   aliases: [trivy/DS-0002, checkov/CKV_DOCKER_3, checkov/CKV_DOCKER_8, hadolint/DL3002]
#   fixes:
#     - {at: object, path: [user], allow: [{non_root_user: true}]}
#     - {at: object, path: [instructions, "*"], allow: [{added: true}]}
#     - {at: object, path: [instructions, "*", owner], allow: [{non_root_user: true}]}
package dockerfile.rules.root_user

import data.dockerfile.lib

violation contains lib.violation("DF-ROOT-USER", stage, [], ["user"], message) if {
	some stage in lib.stages
	stage.last
	not stage.body.user
	message := "The last stage names no USER, so that the image runs as root; name one who is not root"
}

violation contains lib.violation("DF-ROOT-USER", stage, [], ["user"], message) if {
	some stage in lib.stages
	stage.last
	is_root(stage.body.user)
	message := $"The last stage ends as {stage.body.user}, which is root; name a user who is not"
}

is_root(user) if lib.is_root(user)

is_root(user) if {
	is_string(user)
	split(user, ":")[0] in lib.aliases_of_root
}
