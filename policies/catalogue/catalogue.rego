# The catalogue of the rules, made from their annotations: input is what `opa inspect --annotations` says of them.
package catalogue

# Sorted by id.
rules := [entry |
	some id in sort({id | some id in ids})
	some entry in array.concat(
		[entry_of(annotated, "opa", folder(annotated.location.file)) | some annotated in packages],
		[entry_of(text, "semgrep", text.folder) | some text in texts],
	)
	entry.id == id
]

ids := array.concat(
	[annotated.annotations.custom.id | some annotated in packages],
	[text.annotations.custom.id | some text in texts],
)

entry_of(papers, engine, folder) := {
	"id": papers.annotations.custom.id,
	"title": papers.annotations.title,
	"rationale": trim_space(papers.annotations.description),
	"severity": papers.annotations.custom.severity,
	"kind": papers.annotations.custom.kind,
	"engine": engine,
	"sets": papers.annotations.custom.sets,
	"aliases": papers.annotations.custom.aliases,
	"sources": [resource.ref | some resource in papers.annotations.related_resources],
	"fixes": papers.annotations.custom.fixes,
	"folder": folder,
}

packages := [annotated |
	some annotated in input.annotations
	annotated.annotations.scope == "package"
]

folder(file) := concat("/", array.slice(parts, 0, count(parts) - 1)) if parts := split(file, "/")

document := json.marshal_with_options({"rules": rules}, {"pretty": true, "indent": "  "})

folders := concat("\n", [$"{rule.id} {rule.folder}" | some rule in rules; rule.engine == "opa"])

# The table of README.md.
table := concat("\n", array.concat(
	[
		"| id | title | severity | engine | sets | source | aliases |",
		"| --- | --- | --- | --- | --- | --- | --- |",
	],
	[row |
		some rule in rules
		sets := concat(", ", rule.sets)
		aliases := concat(", ", rule.aliases)
		sources := concat(", ", [$"[{number + 1}]({source})" | some number, source in rule.sources])
		row := $"| `{rule.id}` | {rule.title} | {rule.severity} | {rule.engine} | {sets} | {sources} | {aliases} |"
	],
))
