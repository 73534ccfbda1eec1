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
#     - {at: element, path: [words], allow: [{words: {without: [sudo, /usr/bin/sudo, sudo -E, sudo -H, sudo -n]}}]}
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

# What is behind sudo is the program, or an option that changes nothing for root.
is_plain(words) if {
	some i, word in words
	word in {"sudo", "/usr/bin/sudo"}
	next := words[i + 1]
	is_no_other_option(next)
}

is_no_other_option(word) if not startswith(word, "-")

is_no_other_option(word) if word in {"-E", "-H", "-n"}
