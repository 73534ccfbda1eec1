# METADATA
# title: Image holds a credential
# description: >-
#   Values of ENV and of ARG are in the image or its history for whoever can pull it. Take the variable out, or the
#   default of the argument, give it when the container starts or by a secret mount, and change it.
# related_resources:
#   - ref: https://docs.docker.com/build/building/secrets/
#   - ref: https://docs.docker.com/reference/build-checks/secrets-used-in-arg-or-env/
# custom:
#   id: DF-SECRET
#   severity: high
#   kind: dockerfile
#   sets: [df-image]
#   aliases: [trivy/DS-0031, buildkit/SecretsUsedInArgOrEnv]
#   confidential: true
#   fixes:
#     - {at: element, path: [], allow: [{remove: true}]}
#     - {at: element, path: [value], allow: [{remove: true}, {exact: ""}]}
#     - {at: object, path: [instructions, "*", mounts], allow: [{secret_mounts: true}]}
#     - {at: object, path: [instructions, "*", mounts, "*"], allow: [{secret_mounts: true}]}
package dockerfile.rules.secret

import data.dockerfile.lib

violation contains lib.violation("DF-SECRET", stage, ["instructions", key], ["value"], message) if {
	some stage in lib.stages
	some key, body in stage.body.instructions
	some kind in ["ENV ", "ARG "]
	startswith(key, kind)
	name := split(trim_prefix(key, kind), " ")[0]
	is_secret(name, body.value)
	message := $"{kind}{name} holds a credential in the clear; take it out and give it at run time"
}

# An argument that no stage takes up is in the history all the same.
violation contains lib.violation("DF-SECRET", file, ["arguments", name], ["value"], message) if {
	some file in input.objects
	file.mode == "file"
	some name, argument in file.body.arguments
	is_secret(name, argument.value)
	key := $"ARG {name}"
	every stage in lib.stages {
		not is_taken_up(stage, file, key)
	}
	message := $"ARG {name} has a credential as its default; take the default out"
}

is_taken_up(stage, file, key) if {
	stage.file == file.file
	stage.body.instructions[key].value
}

is_secret(name, value) if {
	is_string(value)
	regex.match(`(?i)^([a-z0-9_]*_)?(password|passwd|passphrase|secret|secret_key|secret_access_key|api_?key|client_secret|auth_token|access_token|token|private_key)$`, name)
	not regex.match(`(?i)^(/[a-z0-9_./-]*|true|false|yes|no|none|null|[0-9]{0,5}|<[^>]*>)$`, value)
}

is_secret(_, value) if {
	is_string(value)
	regex.match(`(AKIA|ASIA)[0-9A-Z]{16}|gh[opsur]_[A-Za-z0-9]{36}|glpat-[0-9A-Za-z_-]{20}|xox[abprs]-[0-9A-Za-z-]{10}|AIza[0-9A-Za-z_-]{35}|-----BEGIN [A-Z ]{0,30}PRIVATE KEY-----|://[^/:@ ]+:[^/:@ ]+@`, value)
}
