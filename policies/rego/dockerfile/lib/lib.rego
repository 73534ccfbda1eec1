# What rules share: stages, the commands that they run, and the record of a violation.
#
# A value that could not be resolved is an object with "$unresolved"; no rule is in force for it.
package dockerfile.lib

stages := [object | some object in input.objects; object.mode == "stage"]

# Instructions of a kind: {"stage", "key", "body"}.
instructions(kind) := [instruction |
	some stage in stages
	some key, body in stage.body.instructions
	startswith(key, $"{kind} ")
	instruction := {"stage": stage, "key": key, "body": body}
]

# Every command that a RUN comes to, those within others too: {"stage", "path", "words", "program"}, with "user" where a
# USER says who runs it.
commands := [object.union(command, {"stage": stage}) |
	some stage in stages
	some command in stage.commands
]

# The record of a violation.
#
# element: keys from the stage to the violated element, where fix paths start
# field: keys from the element to what is wrong or missing
violation(rule, object, element, field, message) := {
	"rule": rule,
	"object": object.id,
	"resource": object.id,
	"pod": [],
	"element": element,
	"path": array.concat(element, field),
	"message": message,
}

# Whether a user is root, or nobody that a builder knows: numbers have neither sign nor leading zeros.
is_root(user) if {
	is_string(user)
	name := lower(split(user, ":")[0])
	not regex.match(`^([a-z_][a-z0-9_.-]*|[1-9][0-9]*)$`, name)
}

is_root(user) if {
	is_string(user)
	lower(split(user, ":")[0]) in {"root", "toor", "administrator", "containeradministrator"}
}

# Names of accounts to which some command gives the number of root.
aliases_of_root contains name if {
	some command in commands
	command.program in {"useradd", "adduser", "usermod"}
	some i, word in command.words
	gives_root(word, array.slice(command.words, i + 1, i + 2))
	name := command.words[count(command.words) - 1]
}

gives_root(option, [number]) if {
	option in {"-u", "--uid"}
	regex.match(`^[+]?0+$`, number)
}

gives_root(option, _) if regex.match(`^(--uid=|-u)[+]?0+$`, option)
