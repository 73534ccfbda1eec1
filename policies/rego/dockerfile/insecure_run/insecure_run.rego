# METADATA
# title: Command of the build runs without a sandbox
# description: >-
#   A command with --security=insecure has all rights of the builder. Leave the flag out.
# related_resources:
#   - ref: https://docs.docker.com/reference/dockerfile/#run---security
# custom:
#   id: DF-INSECURE-RUN
#   severity: high
#   kind: dockerfile
#   sets: [df-build]
#   aliases: []
#   fixes:
#     - {at: element, path: [security], allow: [{remove: true}, {exact: sandbox}]}
package dockerfile.rules.insecure_run

import data.dockerfile.lib

violation contains lib.violation("DF-INSECURE-RUN", run.stage, ["instructions", run.key], ["security"], message) if {
	some run in lib.instructions("RUN")
	run.body.security == "insecure"
	message := $"{run.key} runs with --security=insecure; leave the flag out"
}
