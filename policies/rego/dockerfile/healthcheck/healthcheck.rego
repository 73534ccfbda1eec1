# METADATA
# title: Image does not say how to check it
# description: >-
#   Only its author knows what to ask a container, and a wrong check stops one that works.
# related_resources:
#   - ref: https://docs.docker.com/reference/dockerfile/#healthcheck
# custom:
#   id: DF-NO-HEALTHCHECK
#   severity: low
#   kind: dockerfile
#   sets: []
#   aliases: [trivy/DS-0026, checkov/CKV_DOCKER_2]
package dockerfile.reports.healthcheck

import data.dockerfile.lib

violation contains lib.violation("DF-NO-HEALTHCHECK", stage, ["instructions"], ["HEALTHCHECK 0"], message) if {
	some stage in lib.stages
	stage.last
	not stage.body.instructions["HEALTHCHECK 0"]
	message := "The last stage has no HEALTHCHECK"
}
