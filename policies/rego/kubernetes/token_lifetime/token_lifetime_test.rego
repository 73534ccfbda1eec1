package kubernetes.token_lifetime_test

import data.kubernetes.testing

found(token) := testing.found("K8S-TOKEN-LIFETIME", [testing.pod(
	{"volumes": [{"name": "a", "projected": {"sources": [{"configMap": {}}, {"serviceAccountToken": token}]}}]},
	{},
)])

test_allows_a_day if {
	found({}) == set()
	found({"expirationSeconds": 86400}) == set()
}

test_denies_more if {
	found({"expirationSeconds": 86401}) == {[
		"Pod/default/web",
		"spec/volumes/a/projected/sources/1/serviceAccountToken/expirationSeconds",
	]}
}
