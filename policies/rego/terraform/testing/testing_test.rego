# Helpers of tests: resources as the server passes them.
package terraform.testing

resource(type, body) := named(type, "it", body)

named(type, name, body) := {
	"id": $"{type}.{name}",
	"mode": "resource",
	"type": type,
	"name": name,
	"module": "",
	"file": "main.tf",
	"body": body,
}

data_source(type, body) := object.union(
	named(type, "it", body),
	{"id": concat(".", ["data", type, "it"]), "mode": "data"},
)

# What a reference to an attribute of a resource comes to.
reference(id, attribute) := {"$unresolved": $"{id}.{attribute}", "$of": id, "$attribute": attribute}

# The resources and keyed paths of the violations of a rule, a path written with slashes.
found(rule, objects) := {[violation.object, concat("/", violation.path)] |
	some violation in data.terraform.violations with input as {"objects": objects}
	violation.rule == rule
}
