package kubernetes.default_account_token_test

import data.kubernetes.testing

found(name, fields) := testing.found("K8S-DEFAULT-ACCOUNT-TOKEN", [object.union(
	{"apiVersion": "v1", "kind": "ServiceAccount", "metadata": {"name": name}},
	fields,
)])

test_allows_other_accounts_and_no_token if {
	found("web", {}) == set()
	found("default", {"automountServiceAccountToken": false}) == set()
}

test_denies_the_default_one if {
	every fields in [{}, {"automountServiceAccountToken": null}, {"automountServiceAccountToken": true}] {
		found("default", fields) == {["ServiceAccount/default/default", "automountServiceAccountToken"]}
	}
}
