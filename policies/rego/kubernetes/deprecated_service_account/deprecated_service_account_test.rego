package kubernetes.deprecated_service_account_test

import data.kubernetes.testing

found(spec) := testing.found("K8S-DEPRECATED-SERVICE-ACCOUNT", [testing.pod(spec, {})])

test_allows_the_field_of_today if {
	found({}) == set()
	found({"serviceAccount": ""}) == set()
	found({"serviceAccountName": "web"}) == set()
	found({"serviceAccountName": "web", "serviceAccount": "web"}) == set()
}

test_denies_the_old_one_alone if {
	found({"serviceAccount": "web"}) == {["Pod/default/web", "spec/serviceAccount"]}
	count(found({"serviceAccount": "web", "serviceAccountName": null})) == 1
}
