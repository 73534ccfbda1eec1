# The catalogue of the rules, made from their annotations: input is what `opa inspect --annotations` says of them.
package catalogue

# Sorted by id.
rules := [entry |
	some id in sort({id | some id in ids})
	some entry in array.concat(
		[entry_of(annotated, "opa", everything(annotated), folder(annotated.location.file)) | some annotated in packages],
		[entry_of(text, "semgrep", [], text.folder) | some text in texts],
	)
	entry.id == id
]

ids := array.concat(
	[annotated.annotations.custom.id | some annotated in packages],
	[text.annotations.custom.id | some text in texts],
)

entry_of(papers, engine, more_sets, folder) := {
	"id": papers.annotations.custom.id,
	"title": papers.annotations.title,
	"rationale": trim_space(papers.annotations.description),
	"severity": papers.annotations.custom.severity,
	"kind": papers.annotations.custom.kind,
	"engine": engine,
	"sets": array.concat(papers.annotations.custom.sets, more_sets),
	"aliases": papers.annotations.custom.aliases,
	"sources": [resource.ref | some resource in papers.annotations.related_resources],
	"fixes": object.get(papers.annotations.custom, "fixes", []),
	"companions": object.get(papers.annotations.custom, "companions", []),
	"confidential": object.get(papers.annotations.custom, "confidential", false),
	"folder": folder,
}

packages := [annotated |
	some annotated in input.annotations
	annotated.annotations.scope == "package"
]

# The set of all rules of a kind that judge and that OPA, which is always there, holds.
everything(annotated) := [everything_of[annotated.annotations.custom.kind]] if {
	judges(annotated)
} else := []

everything_of := {"kubernetes": "k8s-all", "terraform": "tf-all", "dockerfile": "df-all"}

# Rules judge; reports tell of what no repair can be proved for.
judges(annotated) if annotated.path[2].value == "rules"

folder(file) := concat("/", array.slice(parts, 0, count(parts) - 1)) if parts := split(file, "/")

# What the module is asked for, as `opa build` names it.
entrypoints := concat("\n", sort({name |
	some annotated in input.annotations
	annotated.annotations.entrypoint
	name := concat("/", [part.value | some part in array.slice(annotated.path, 1, count(annotated.path))])
}))

document := json.marshal_with_options({"rules": rules}, {"pretty": true, "indent": "  "})

# By folder, what its examples are judged by: the rules of the strictest standard for a rule of it, else all.
examples := {rule.folder: example |
	some rule in rules
	rule.engine == "opa"
	example := {"id": rule.id, "scope": [other.id | some other in rules; examples_set(rule) in other.sets]}
}

examples_set(rule) := "pss-restricted" if {
	"pss-restricted" in rule.sets
} else := everything_of[rule.kind]

# The tables of README.md.
table := concat("\n", array.concat(
	[
		"| id | title | severity | engine | sets | source | aliases |",
		"| --- | --- | --- | --- | --- | --- | --- |",
	],
	[row |
		some rule in rules
		count(rule.fixes) > 0
		sets := concat(", ", rule.sets)
		row := $"| `{rule.id}` | {rule.title} | {rule.severity} | {rule.engine} | {sets} | {cited(rule)} | {concat(", ", rule.aliases)} |"
	],
))

reports := concat("\n", array.concat(
	[
		"| id | title | severity | source | aliases | why it does not judge |",
		"| --- | --- | --- | --- | --- | --- |",
	],
	[row |
		some rule in rules
		count(rule.fixes) == 0
		row := $"| `{rule.id}` | {rule.title} | {rule.severity} | {cited(rule)} | {concat(", ", rule.aliases)} | {rule.rationale} |"
	],
))

cited(rule) := concat(", ", [$"[{number + 1}]({source})" | some number, source in rule.sources])
