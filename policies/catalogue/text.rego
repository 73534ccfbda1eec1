# The rules of Semgrep, as catalogue entries: data.text holds every rule file at the path of its folder.
package catalogue

# The papers of each, in the form in which those of a Rego rule are annotated.
texts := [{"folder": $"{kind}/{rule}", "rule": object.remove(text, ["metadata"]), "element": object.get(text.metadata, "element", null), "annotations": papers} |
	some kind, folders in data.text
	some rule, file in folders
	some text in file.rules
	papers := {
		"title": text.metadata.title,
		"description": text.metadata.description,
		"related_resources": [{"ref": source} | some source in text.metadata.sources],
		"custom": {
			"id": text.id,
			"severity": text.metadata.severity,
			"kind": text.metadata.kind,
			"sets": text.metadata.sets,
			"aliases": text.metadata.aliases,
			"fixes": text.metadata.fixes,
			"confidential": object.get(text.metadata, "confidential", false),
		},
	}
]

flaws contains $"semgrep/{kind}/{rule} lacks papers: it needs title, description, sources, severity, kind, sets, aliases, element and fixes" if {
	some kind, folders in data.text
	some rule, file in folders
	count([text | some text in texts; text.folder == $"{kind}/{rule}"]) < max([1, count(file.rules)])
}

flaws contains $"semgrep/{text.folder}: {what}" if {
	some text in texts
	some what, sound in {
		"expected a title": is_line(text, ["title"]),
		"expected a description": is_line(text, ["description"]),
		"expected sources with https addresses": has_sources(text),
		"expected an id in upper case with hyphens": has_id(text),
		"expected severity low, medium or high": value(text, ["custom", "severity"]) in {"low", "medium", "high"},
		"expected the kind to be that of the folder": startswith(text.folder, $"{text.annotations.custom.kind}/"),
		"expected sets, at least one, and not that of everything": has_text_sets(text),
		"expected aliases, a list of tool/name": has_aliases(text),
		"expected fixes, at least one": is_filled(value(text, ["custom", "fixes"])),
		"expected confidential to be true or false": is_boolean(value(text, ["custom", "confidential"])),
		"expected element to be value or entry": text.element in {"value", "entry"},
	}
	not sound
}

default has_text_sets(_) := false

has_text_sets(text) if {
	has_texts(text, ["custom", "sets"], 1)
	not names_everything(text.annotations.custom.sets)
}

flaws contains $"the id {id} belongs to several rules" if {
	some id in ids
	count([other | some other in ids; other == id]) > 1
}

flaws contains $"semgrep/{text.folder}: not a fix path: {fix}" if {
	some text in texts
	some fix in text.annotations.custom.fixes
	not is_fix(fix)
}

flaws contains $"semgrep/{text.folder}: not a constraint: {constraint}" if {
	some text in texts
	some fix in text.annotations.custom.fixes
	some constraint in fix.allow
	not is_constraint(constraint)
}

# What Semgrep runs: without papers, but with where the violated element is.
semgrep := json.marshal({"rules": [object.union(text.rule, {"metadata": {"element": text.element, "kind": text.annotations.custom.kind}}) |
	some id in sort({text.rule.id | some text in texts})
	some text in texts
	text.rule.id == id
]})

text_folders := concat("\n", [text.folder | some text in texts])
