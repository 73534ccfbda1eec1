# METADATA
# title: ADD where COPY would do
# description: >-
#   ADD also unpacks archives and fetches addresses, so that a source which becomes one does what nobody meant. Files
#   and folders of the context are for COPY.
# related_resources:
#   - ref: https://docs.docker.com/reference/dockerfile/
#   - ref: https://docs.docker.com/build/building/best-practices/
# custom:
#   id: DF-ADD-LOCAL
#   severity: low
#   kind: dockerfile
#   sets: [df-build]
#   aliases: [trivy/DS-0005, checkov/CKV_DOCKER_4, hadolint/DL3020]
#   fixes:
#     - {at: element, path: [instruction], allow: [{exact: COPY}]}
package dockerfile.rules.add_local

import data.dockerfile.lib

violation contains lib.violation("DF-ADD-LOCAL", add.stage, ["instructions", add.key], ["instruction"], message) if {
	some add in lib.instructions("COPY")
	add.body.instruction == "ADD"
	object.keys(add.body) & {"checksum", "keep-git-dir", "unpack"} == set()
	every source in add.body.sources {
		is_plain(source)
	}
	message := "ADD takes files of the context here; COPY does just that"
}

# Neither an address nor what may be an archive.
is_plain(source) if {
	is_string(source)
	not regex.match(`(?i)^[a-z][a-z0-9+.-]*://|^[^/]+@[^/]+:|\.git(#.*)?$|^git::`, source)
	not regex.match(`(?i)\.(tar|tgz|tbz2?|txz|tlz|tzst|gz|bz2|xz|lzma|zst|tar\.[a-z0-9]+)$|[*?\]]$`, source)
}
