# METADATA
# title: Command of the build goes through sudo
# description: >-
#   Where root runs the command already, sudo does nothing but ask for a program that lets others become root, and
#   behave otherwise with signals and terminals. Leave it out.
# related_resources:
#   - ref: https://docs.docker.com/reference/dockerfile/
#   - ref: https://docs.docker.com/build/building/best-practices/
# custom:
#   id: DF-SUDO
#   severity: medium
#   kind: dockerfile
#   sets: [df-build]
#   aliases: [trivy/DS-0010, checkov/CKV2_DOCKER_1, hadolint/DL3004]
#   fixes:
#     - {at: element, path: [words], allow: [{words: {without: [sudo, /usr/bin/sudo, sudo -E, sudo -H, sudo -n, sudo -E -H, sudo -H -E, sudo -E -n, sudo -n -E, sudo -H -n, sudo -n -H]}}]}
package dockerfile.rules.sudo

import data.dockerfile.lib

violation contains lib.violation("DF-SUDO", command.stage, command.path, ["words"], message) if {
	some command in lib.commands
	command.program in {"sudo", "/usr/bin/sudo"}
	is_root_already(command)
	is_plain(command.words)
	message := "The command goes through sudo, and root runs it already; leave sudo out"
}

is_root_already(command) if not command.user

is_root_already(command) if lib.is_root(command.user)

# Behind sudo stands the program, or no more than two options that change nothing for root and then the program.
is_plain(words) if {
	some i, word in words
	word in {"sudo", "/usr/bin/sudo"}
	some j in numbers.range(i + 1, i + 3)
	not startswith(words[j], "-")
	every option in array.slice(words, i + 1, j) {
		option in {"-E", "-H", "-n"}
	}
}
