# METADATA
# title: Files are copied so that everybody may write to them
# description: >-
#   Whoever runs anything in the container may then change what others run or read. Give the rights that are needed to
#   the owner and the group, or leave the mode as it is.
# related_resources:
#   - ref: https://cwe.mitre.org/data/definitions/732.html
#   - ref: https://docs.docker.com/reference/dockerfile/#copy---chown---chmod
# custom:
#   id: DF-COPY-WORLD-WRITABLE
#   severity: medium
#   kind: dockerfile
#   sets: [df-image]
#   aliases: []
#   fixes:
#     - {at: element, path: [chmod], allow: [{remove: true}, {narrower_mode: true}]}
package dockerfile.rules.copy_world_writable

import data.dockerfile.lib

violation contains lib.violation("DF-COPY-WORLD-WRITABLE", copy.stage, ["instructions", copy.key], ["chmod"], message) if {
	some copy in lib.instructions("COPY")
	regex.match(`^0*[0-7]?[0-7]{2}[2367]$|(^|,)([ug]*[ao][ugoa]*)?[+=][rxX]*w`, copy.body.chmod)
	message := $"{copy.body.instruction} gives the mode {copy.body.chmod}, by which everybody may write; leave out that right"
}
