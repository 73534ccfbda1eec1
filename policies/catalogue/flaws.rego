# What is wrong with the papers of a rule, each as a sentence. While there is one, nothing is compiled.
package catalogue

rule_packages := {name |
	some name, _ in input.namespaces
	regex.match(`^data\.[a-z]+\.(rules|reports)\.`, name)
}

flaws contains $"{name} has no annotations of its package" if {
	some name in rule_packages
	not name in {package_name(annotated) | some annotated in packages}
}

flaws contains $"{name} is not in the folder of its name" if {
	some annotated in packages
	name := package_name(annotated)
	[_, kind, group, rule] = split(name, ".")
	group in {"rules", "reports"}
	annotated.location.file != $"{kind}/{rule}/{rule}.rego"
}

flaws contains $"{name} is not named data.<kind>.rules.<rule> or data.<kind>.reports.<rule>" if {
	some annotated in packages
	name := package_name(annotated)
	not regex.match(`^data\.[a-z]+\.(rules|reports)\.[a-z_0-9]+$`, name)
}

package_name(annotated) := concat(".", [part.value | some part in annotated.path])

flaws contains $"{name}: {what}" if {
	some annotated in packages
	name := package_name(annotated)
	some what, sound in {
		"expected a title": is_line(annotated, ["title"]),
		"expected a description": is_line(annotated, ["description"]),
		"expected related_resources with https addresses": has_sources(annotated),
		"expected an id in upper case with hyphens": has_id(annotated),
		"expected severity low, medium or high": value(annotated, ["custom", "severity"]) in {"low", "medium", "high"},
		"expected the kind to be that of the package": has_kind(annotated),
		"expected sets, at least one for a rule that judges, none for a report": has_sets(annotated),
		"expected aliases, a list of tool/name": has_aliases(annotated),
		"expected fixes, at least one for a rule that judges, none for a report": has_fixes(annotated),
		"expected companions with type, bind and fields": has_companions(annotated),
		"expected nothing else than id, severity, kind, sets, aliases, fixes, companions": has_known_fields(annotated),
	}
	not sound
}

flaws contains $"{package_name(annotated)}: what is in pss-baseline is in pss-restricted too" if {
	some annotated in packages
	"pss-baseline" in annotated.annotations.custom.sets
	not "pss-restricted" in annotated.annotations.custom.sets
}

flaws contains $"{package_name(annotated)}: not a fix path: {fix}" if {
	some annotated in packages
	some fix in annotated.annotations.custom.fixes
	not is_fix(fix)
}

flaws contains $"{package_name(annotated)}: not a constraint: {constraint}" if {
	some annotated in packages
	some fix in annotated.annotations.custom.fixes
	some constraint in fix.allow
	not is_constraint(constraint)
}

flaws contains $"{package_name(annotated)}: not a field of a companion: {field}" if {
	some annotated in packages
	some companion in annotated.annotations.custom.companions
	some field in companion.fields
	not is_field(field)
}

value(annotated, path) := object.get(annotated.annotations, path, null)

default is_line(_, _) := false

is_line(annotated, path) if count(trim_space(value(annotated, path))) > 0

default has_sources(_) := false

has_sources(annotated) if {
	is_filled(annotated.annotations.related_resources)
	every resource in annotated.annotations.related_resources {
		startswith(resource.ref, "https://")
	}
}

default has_id(_) := false

has_id(annotated) if regex.match(`^[A-Z0-9]+(-[A-Z0-9]+)+$`, annotated.annotations.custom.id)

default has_kind(_) := false

has_kind(annotated) if startswith(package_name(annotated), $"data.{annotated.annotations.custom.kind}.")

default has_sets(_) := false

has_sets(annotated) if {
	judges(annotated)
	has_texts(annotated, ["custom", "sets"], 1)
	not names_everything(annotated.annotations.custom.sets)
}

has_sets(annotated) if {
	not judges(annotated)
	value(annotated, ["custom", "sets"]) == []
}

# The sets of everything are made here, and no rule puts itself into one.
names_everything(sets) if {
	some set in sets
	some everything in everything_of
	set == everything
}

default has_fixes(_) := false

has_fixes(annotated) if {
	judges(annotated)
	is_filled(value(annotated, ["custom", "fixes"]))
}

has_fixes(annotated) if {
	not judges(annotated)
	value(annotated, ["custom", "fixes"]) == null
}

default has_texts(_, _, _) := false

has_texts(annotated, path, least) if {
	list := value(annotated, path)
	is_array(list)
	count(list) >= least
	every text in list {
		is_string(text)
	}
}

default has_aliases(_) := false

has_aliases(annotated) if {
	has_texts(annotated, ["custom", "aliases"], 0)
	every alias in annotated.annotations.custom.aliases {
		regex.match(`^[a-z-]+/[A-Za-z0-9_.-]+$`, alias)
	}
}

default has_companions(_) := false

has_companions(annotated) if {
	every companion in object.get(annotated.annotations, ["custom", "companions"], []) {
		object.keys(companion) == {"type", "bind", "fields"}
		is_string(companion.type)
		is_string(companion.bind)
		is_filled(companion.fields)
	}
}

default has_known_fields(_) := false

has_known_fields(annotated) if {
	known := {"id", "severity", "kind", "sets", "aliases", "fixes", "companions", "confidential"}
	object.keys(annotated.annotations.custom) - known == set()
}

default is_filled(_) := false

is_filled(list) if {
	is_array(list)
	count(list) > 0
}

is_fix(fix) if {
	object.keys(fix) == {"at", "path", "allow"}
	fix.at in {"element", "pod", "object"}
	is_array(fix.path)
	every key in fix.path {
		is_string(key)
		regex.match(`^([^$*]+|\*|\$key|[A-Za-z]+=\$key)$`, key)
	}
	is_filled(fix.allow)
}

is_field(field) if {
	is_fix(field)
	field.at == "object"
	every constraint in field.allow {
		is_constraint(constraint)
	}
}

is_constraint(constraint) if {
	count(constraint) == 1
	some name, argument in constraint
	takes(name, argument)
}

takes(name, _) if name in {"exact", "added"}

takes(name, true) if name in {"remove", "same_repository", "narrower_cidr", "narrower_pattern", "narrower_mode", "secret_mounts", "non_root_uid", "non_root_user", "name", "resource_name", "remark", "supplied", "supplied_within"}

takes("reference", type) if regex.match(`^(data\.)?[a-z0-9_]+$`, type)

takes(name, values) if {
	name in {"one_of", "subset", "without", "without_all_but", "gaining"}
	is_array(values)
}

takes(name, key) if {
	name in {"same_as", "moved_to", "replaced_by"}
	is_string(key)
}

takes("grants_without", rights) if {
	count(rights) > 0
	object.keys(rights) - {"groups", "resources", "verbs"} == set()
	every names in rights {
		is_filled(names)
	}
}

takes("grants_named", names) if {
	count(names) > 0
	object.keys(names) - {"verbs", "resources"} == set()
	is_array(object.get(names, "verbs", []))
	every resources in object.get(names, "resources", {}) {
		is_filled(resources)
	}
}

takes("words", change) if {
	count(change) > 0
	object.keys(change) - {"without", "replaced", "modes"} == set()
	object.get(change, "modes", true) == true
	every phrase in object.get(change, "without", []) {
		is_string(phrase)
	}
	every words in object.get(change, "replaced", {}) {
		is_filled(words)
	}
}

takes("quantity_between", [least, most]) if units.parse(least) <= units.parse(most)
