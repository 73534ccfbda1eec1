package kubernetes.apparmor_test

import data.kubernetes.testing

found(spec, container) := testing.found("K8S-APPARMOR", [testing.pod(spec, container)])

profile(value) := {"securityContext": {"appArmorProfile": value}}

annotated(key, value) := testing.found("K8S-APPARMOR", [object.union(
	testing.pod({}, {}),
	{"metadata": {"annotations": {key: value}}},
)])

of_app := "container.apparmor.security.beta.kubernetes.io/app"

test_allows_no_profile_and_good_ones if {
	found({}, {}) == set()
	found(profile(null), {"securityContext": null}) == set()
	found(profile({"type": "RuntimeDefault"}), profile({"type": "Localhost", "localhostProfile": "x"})) == set()
}

test_denies_unconfined_in_pod_and_container if {
	found(profile({"type": "Unconfined"}), {}) == {["Pod/default/web", "spec/securityContext/appArmorProfile/type"]}
	found({}, profile({"type": "Unconfined"})) == {["Pod/default/web/app", "spec/containers/app/securityContext/appArmorProfile/type"]}
}

test_denies_a_pod_whose_containers_override_it if {
	found(profile({"type": "Unconfined"}), profile({"type": "RuntimeDefault"})) == {["Pod/default/web", "spec/securityContext/appArmorProfile/type"]}
}

test_denies_a_profile_without_a_good_type if {
	count(found(profile({}), {})) == 1
	count(found(profile({"type": null}), {})) == 1
	count(found(profile({"type": "runtimedefault"}), {})) == 1
	count(found(profile("Unconfined"), {})) == 1
}

test_allows_good_and_foreign_annotations if {
	annotated(of_app, "runtime/default") == set()
	annotated(of_app, "localhost/web") == set()
	annotated(of_app, "") == set()
	annotated(of_app, null) == set()
	annotated("example/apparmor", "unconfined") == set()
}

test_denies_other_annotations if {
	at := {["Pod/default/web", $"metadata/annotations/{of_app}"]}

	annotated(of_app, "unconfined") == {["Pod/default/web", concat("/", ["metadata/annotations", of_app])]}
	annotated(of_app, "localhost") == at
	annotated(of_app, 7) == at
}

test_judges_annotations_of_the_template_not_of_its_owner if {
	annotations := {"metadata": {"annotations": {of_app: "unconfined"}}}
	deployment := testing.deployment({}, {})

	testing.found("K8S-APPARMOR", [object.union(deployment, annotations)]) == set()
	count(testing.found("K8S-APPARMOR", [object.union(deployment, {"spec": {"template": annotations}})])) == 1
}
