# METADATA
# title: ADD of an address without a checksum
# description: >-
#   The checksum of what lies there only its publisher can say.
# related_resources:
#   - ref: https://docs.docker.com/reference/dockerfile/
#   - ref: https://docs.docker.com/build/building/best-practices/
# custom:
#   id: DF-ADD-REMOTE
#   severity: medium
#   kind: dockerfile
#   sets: []
#   aliases: []
package dockerfile.reports.add_remote

import data.dockerfile.lib

violation contains lib.violation("DF-ADD-REMOTE", add.stage, ["instructions", add.key], ["checksum"], message) if {
	some add in lib.instructions("COPY")
	add.body.instruction == "ADD"
	not add.body.checksum
	some source in add.body.sources
	is_string(source)
	regex.match(`(?i)^(https?|ftp)://`, source)
	not regex.match(`\.git(#.*)?$`, source)
	message := $"ADD fetches {source} without a checksum"
}
