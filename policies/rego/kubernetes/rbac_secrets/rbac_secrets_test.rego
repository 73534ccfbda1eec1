package kubernetes.rbac_secrets_test

import data.kubernetes.testing

found(rules) := testing.found("K8S-RBAC-SECRETS", [testing.role(rules)])

test_allows_what_is_narrower if {
	found([]) == set()
	found([{"apiGroups": [""], "resources": ["secrets"], "verbs": ["create"]}]) == set()
	found([{"apiGroups": [""], "resources": ["secrets"], "verbs": ["get"], "resourceNames": ["own"]}]) == set()
	found([{"apiGroups": ["vault.example.org"], "resources": ["secrets"], "verbs": ["get"]}]) == set()
}

test_denies_once_for_each_right if {
	found([{"apiGroups": [""], "resources": ["pods"], "verbs": ["get"]}, {"apiGroups": ["*"], "resources": ["secrets", "pods"], "verbs": ["list"]}, {"apiGroups": [""], "resources": ["secrets"], "verbs": ["*"]}]) == {["ClusterRole/-/operator", "rules/secrets"]}
}
