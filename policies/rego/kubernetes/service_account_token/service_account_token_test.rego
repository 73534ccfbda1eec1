package kubernetes.service_account_token_test

import data.kubernetes.testing

found(spec) := testing.found("K8S-SERVICE-ACCOUNT-TOKEN", [testing.pod(spec, {})])

account := {
	"apiVersion": "v1",
	"kind": "ServiceAccount",
	"metadata": {"name": "default"},
	"automountServiceAccountToken": false,
}

test_allows_a_pod_without_token_or_with_an_account_of_its_own if {
	found({"automountServiceAccountToken": false}) == set()
	found({"serviceAccountName": "web"}) == set()
	found({"serviceAccount": "web"}) == set()
	testing.found("K8S-SERVICE-ACCOUNT-TOKEN", [testing.pod({}, {}), account]) == set()
}

test_denies_the_token_of_the_default_account if {
	every spec in [{}, {"automountServiceAccountToken": true}, {"automountServiceAccountToken": null}, {"serviceAccountName": "default"}] {
		found(spec) == {["Pod/default/web", "spec/automountServiceAccountToken"]}
	}
}

test_denies_what_asks_for_it_and_what_is_in_another_namespace if {
	count(testing.found("K8S-SERVICE-ACCOUNT-TOKEN", [testing.pod({"automountServiceAccountToken": true}, {}), account])) == 1
	count(testing.found("K8S-SERVICE-ACCOUNT-TOKEN", [testing.deployment({}, {}), account])) == 1
}
