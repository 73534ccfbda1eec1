package kubernetes.rbac_test

import data.kubernetes.rbac
import data.kubernetes.testing

normalised := testing.normalised([testing.role([{"apiGroups": [""], "resources": ["pods"], "verbs": ["get"], "resourceNames": ["a"]}])])

test_reads_the_rules_of_a_role if {
	roles := rbac.roles with input as normalised

	roles[0].entries == [{"index": 0, "groups": {""}, "resources": {"pods"}, "verbs": {"get"}, "is_named": true}]
}

test_takes_a_role_without_rules_for_one_that_grants_nothing if {
	every rules in [null, []] {
		roles := rbac.roles with input as testing.normalised([testing.role(rules)])
		roles[0].entries == []
	}
}

test_finds_no_rights_in_other_objects if {
	rbac.roles == [] with input as testing.normalised([testing.pod({}, {})])
	rbac.bindings == [] with input as testing.normalised([testing.pod({}, {})])
}
