# METADATA
# title: Image offers SSH
# description: >-
#   A container is entered by its runtime and needs no shell that listens. Do not expose port 22.
# related_resources:
#   - ref: https://docs.docker.com/reference/dockerfile/
#   - ref: https://docs.docker.com/build/building/best-practices/
# custom:
#   id: DF-SSH-PORT
#   severity: medium
#   kind: dockerfile
#   sets: [df-image]
#   aliases: [trivy/DS-0004, checkov/CKV_DOCKER_1]
#   fixes:
#     - {at: element, path: [], allow: [{remove: true}]}
package dockerfile.rules.ssh_port

import data.dockerfile.lib

violation contains lib.violation("DF-SSH-PORT", expose.stage, ["instructions", expose.key], ["port"], message) if {
	some expose in lib.instructions("EXPOSE")
	expose.body.port == 22
	expose.body.protocol == "tcp"
	message := "The image exposes port 22, on which SSH listens; do not"
}
