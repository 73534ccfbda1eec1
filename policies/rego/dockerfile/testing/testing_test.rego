# Helpers of tests: stages as the server passes them.
package dockerfile.testing

stage(instructions) := whole({"base": {"image": "alpine:3.20"}, "user": "app", "instructions": instructions})

whole(body) := {
	"id": "Dockerfile/0",
	"mode": "stage",
	"file": "Dockerfile",
	"index": 0,
	"last": true,
	"reached": true,
	"body": body,
}

run(words) := run_as(words, {})

# more: the user who runs it, where one is told
run_as(words, more) := object.union(
	stage({"RUN 0": object.union({"form": "shell", "commands": [{"words": words}]}, more)}),
	{"commands": [object.union({"path": ["instructions", "RUN 0", "commands", "0"], "words": words, "program": program(words)}, more)]},
)

program(words) := [word | some word in words; not contains(word, "="); word != "then"][0]

file(arguments) := {"id": "Dockerfile", "mode": "file", "file": "Dockerfile", "body": {"arguments": arguments}}

# The objects and keyed paths of the violations of a rule, a path written with slashes.
found(rule, objects) := {[violation.object, concat("/", violation.path)] |
	some violation in data.dockerfile.violations with input as {"objects": objects}
	violation.rule == rule
}

told(rule, objects) := {[violation.object, concat("/", violation.path)] |
	some violation in data.dockerfile.reported with input as {"objects": objects}
	violation.rule == rule
}
