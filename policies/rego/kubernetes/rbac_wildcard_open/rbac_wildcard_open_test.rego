package kubernetes.rbac_wildcard_open_test

import data.kubernetes.testing

found(rules) := {violation.path |
	some violation in data.kubernetes.reported with input as testing.normalised([testing.role(rules)])
	violation.rule == "K8S-RBAC-WILDCARD-OPEN"
}

test_passes_what_can_be_named if {
	found([]) == set()
	found([{"apiGroups": ["apps"], "resources": ["*"], "verbs": ["*"]}]) == set()
	found([{"apiGroups": ["*"], "resources": ["pods"], "verbs": ["*"]}]) == set()
}

test_tells_of_what_cannot if {
	found([{"apiGroups": ["*"], "resources": ["*"], "verbs": ["get"]}]) == {["rules", "*"]}
	found([{"apiGroups": ["example.org"], "resources": ["*"], "verbs": ["get"]}]) == {["rules", "*"]}
	found([{"apiGroups": ["*"], "resources": ["widgets"], "verbs": ["get"]}]) == {["rules", "*"]}
}
