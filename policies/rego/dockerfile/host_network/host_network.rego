# METADATA
# title: Command of the build runs in the network of its host
# description: >-
#   A command with --network=host reaches everything that listens on the builder itself. Leave the flag out.
# related_resources:
#   - ref: https://docs.docker.com/reference/dockerfile/#run---network
# custom:
#   id: DF-HOST-NETWORK
#   severity: medium
#   kind: dockerfile
#   sets: [df-build]
#   aliases: []
#   fixes:
#     - {at: element, path: [network], allow: [{remove: true}, {exact: default}]}
package dockerfile.rules.host_network

import data.dockerfile.lib

violation contains lib.violation("DF-HOST-NETWORK", run.stage, ["instructions", run.key], ["network"], message) if {
	some run in lib.instructions("RUN")
	run.body.network == "host"
	message := $"{run.key} runs with --network=host; leave the flag out"
}
