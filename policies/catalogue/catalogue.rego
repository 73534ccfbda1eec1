# The catalogue of the rules, made from their annotations: input is what `opa inspect --annotations` says of them.
package catalogue

# Sorted by id.
rules := [entry |
	some id in sort({annotated.annotations.custom.id | some annotated in packages})
	some annotated in packages
	annotated.annotations.custom.id == id
	entry := {
		"id": id,
		"title": annotated.annotations.title,
		"rationale": trim_space(annotated.annotations.description),
		"severity": annotated.annotations.custom.severity,
		"kind": annotated.annotations.custom.kind,
		"engine": "opa",
		"sets": annotated.annotations.custom.sets,
		"aliases": annotated.annotations.custom.aliases,
		"sources": [resource.ref | some resource in annotated.annotations.related_resources],
		"fixes": annotated.annotations.custom.fixes,
		"companions": object.get(annotated.annotations.custom, "companions", []),
		"folder": folder(annotated.location.file),
	}
]

packages := [annotated |
	some annotated in input.annotations
	annotated.annotations.scope == "package"
]

folder(file) := concat("/", array.slice(parts, 0, count(parts) - 1)) if parts := split(file, "/")

document := json.marshal_with_options({"rules": rules}, {"pretty": true, "indent": "  "})

folders := concat("\n", [$"{rule.id} {rule.folder}" | some rule in rules])

# The table of README.md.
table := concat("\n", array.concat(
	[
		"| id | title | severity | sets | source | aliases |",
		"| --- | --- | --- | --- | --- | --- |",
	],
	[row |
		some rule in rules
		sets := concat(", ", rule.sets)
		aliases := concat(", ", rule.aliases)
		sources := concat(", ", [$"[{number + 1}]({source})" | some number, source in rule.sources])
		row := $"| `{rule.id}` | {rule.title} | {rule.severity} | {sets} | {sources} | {aliases} |"
	],
))
