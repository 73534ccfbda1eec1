# What rules share: resources by type, their settings, and the record of a violation.
#
# A value that could not be resolved is an object with "$unresolved"; no rule is in force for it.
package terraform.lib

# Resources of these types.
resources(types) := [resource |
	some resource in input.objects
	resource.mode == "resource"
	resource.type in types
]

# The record of a violation.
#
# element: keys from the resource to the violated element, where fix paths start
# field: keys from the element to what is wrong or missing
violation(rule, resource, element, field, message) := {
	"rule": rule,
	"object": resource.id,
	"resource": resource.id,
	"pod": [],
	"element": element,
	"path": array.concat(element, field),
	"message": message,
}

# A setting, or what holds where there is none. What a dynamic block may come to is not known.
setting(resource, path, _) := {"$unresolved": "dynamic"} if {
	resource.body.dynamic[path[0]].for_each
} else := resource.body[path[0]] if {
	is_unresolved(resource.body[path[0]])
} else := object.get(resource.body, path, missing) if {
	missing := {"$missing": true}
	object.get(resource.body, path, missing) != missing
} else := null

is_unresolved(value) if value["$unresolved"]

# Null is a setting that is not there.
is_wrong(value, allowed) if {
	not is_unresolved(value)
	not value in allowed
}

# As a message says it.
shown(value) := "not set" if {
	value == null
} else := value

# Whether the resource has a companion of a type, or may have one whose binding is not resolved.
has_companion(resource, type, attribute) if {
	some companion in resources({type})
	is_bound(companion.body[attribute], resource, attribute)
}

is_bound(value, resource, _) if {
	value["$of"] == resource.id
	value["$attribute"] in {"id", "bucket"}
}

is_bound(value, resource, attribute) if {
	is_string(value)
	value == resource.body[attribute]
}

is_bound(value, _, _) if {
	is_unresolved(value)
	not value["$of"]
}

# Blocks of addresses that are a good part of the internet, so that two halves of it are no narrower than the whole.
is_world(cidr) if {
	is_string(cidr)
	not contains(cidr, ":")
	[_, prefix] = split(cidr, "/")
	to_number(prefix) < 16
	not is_private(cidr)
}

is_world(cidr) if {
	is_string(cidr)
	contains(cidr, ":")
	[_, prefix] = split(cidr, "/")
	to_number(prefix) < 32
	not net.cidr_contains("fc00::/7", cidr)
}

is_private(cidr) if {
	some private in ["10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16", "100.64.0.0/10"]
	net.cidr_contains(private, cidr)
}

# What one value holds or a list of them.
elements(value) := value if {
	is_array(value)
} else := [value]

any_world(value) if {
	some cidr in elements(value)
	is_world(cidr)
}

# Openings of security groups: {"resource", "element", "protocol", "from", "to", "fields"}, fields being names of
# attributes with blocks of addresses.
openings := array.concat(
	[opening |
		some resource in resources({"aws_security_group", "aws_default_security_group"})
		some key, rule in resource.body.ingress
		opening := opening_of(resource, ["ingress", key], rule, rule.protocol, {"cidr_blocks", "ipv6_cidr_blocks"})
	],
	array.concat(
		[opening |
			some resource in resources({"aws_security_group_rule"})
			resource.body.type == "ingress"
			opening := opening_of(resource, [], resource.body, resource.body.protocol, {"cidr_blocks", "ipv6_cidr_blocks"})
		],
		[opening |
			some resource in resources({"aws_vpc_security_group_ingress_rule"})
			opening := opening_of(resource, [], resource.body, resource.body.ip_protocol, {"cidr_ipv4", "cidr_ipv6"})
		],
	),
)

opening_of(resource, element, rule, protocol, fields) := {
	"resource": resource,
	"element": element,
	"rule": rule,
	"protocol": protocol,
	"from": object.get(rule, "from_port", 0),
	"to": object.get(rule, "to_port", 65535),
	"fields": fields,
}

opens_all(opening) if opening.protocol in {"-1", "all"}

opens_all(opening) if {
	opening.from <= 0
	opening.to == 65535
}

opens(opening, port) if {
	opening.protocol in {"tcp", "6"}
	opening.from <= port
	opening.to >= port
}

# Statements that allow something in policies of IAM: {"resource", "element", "statement", "actions", "resources"}, the
# latter two being names of fields.
statements := array.concat(
	[statement |
		some resource in resources({
			"aws_iam_policy",
			"aws_iam_role_policy",
			"aws_iam_user_policy",
			"aws_iam_group_policy",
		})
		some key, body in resource.body.policy.Statement
		body.Effect == "Allow"
		statement := {
			"resource": resource,
			"element": ["policy", "Statement", text(key)],
			"statement": body,
			"actions": "Action",
			"resources": "Resource",
		}
	],
	[statement |
		some source in input.objects
		source.mode == "data"
		source.type == "aws_iam_policy_document"
		some key, body in source.body.statement
		object.get(body, "effect", "Allow") == "Allow"
		not body.principals
		statement := {
			"resource": source,
			"element": ["statement", text(key)],
			"statement": body,
			"actions": "actions",
			"resources": "resources",
		}
	],
)

# A list that is not keyed has numbers for keys; paths are text.
text(key) := $"{key}"
