# METADATA
# title: Command runs what it fetched without looking
# description: >-
#   What checks the download, and against what, only the publisher of it can say.
# related_resources:
#   - ref: https://docs.docker.com/reference/dockerfile/
#   - ref: https://docs.docker.com/build/building/best-practices/
# custom:
#   id: DF-PIPE-TO-SHELL
#   severity: high
#   kind: dockerfile
#   sets: []
#   aliases: []
package dockerfile.reports.pipe_to_shell

import data.dockerfile.lib

violation contains lib.violation("DF-PIPE-TO-SHELL", run.stage, ["instructions", run.key], ["commands", $"{i}", "then"], message) if {
	some run in lib.instructions("RUN")
	some i, command in run.body.commands
	command.then in {"|", "|&"}
	command.words[0] in {"curl", "wget"}
	run.body.commands[i + 1].words[0] in {"sh", "bash", "ash", "dash", "zsh", "sudo", "python", "python3", "perl", "node"}
	message := "The command runs what it fetched without checking it"
}
