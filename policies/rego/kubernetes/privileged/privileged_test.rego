package kubernetes.privileged_test

import data.kubernetes.testing

found(manifest) := testing.found("K8S-PRIVILEGED", [manifest])

with_value(value) := testing.pod({}, {"securityContext": {"privileged": value}})

at := "spec/containers/app/securityContext/privileged"

test_allows_false_null_and_absence if {
	found(with_value(false)) == set()
	found(with_value(null)) == set()
	found(testing.pod({}, {})) == set()
	found(testing.pod({}, {"securityContext": null})) == set()
}

test_denies_true if found(with_value(true)) == {["Pod/default/web/app", at]}

test_denies_what_is_no_boolean if found(with_value("true")) == {["Pod/default/web/app", at]}

test_denies_in_every_list_of_containers if {
	privileged := {"securityContext": {"privileged": true}}
	spec := {
		"initContainers": [object.union({"name": "setup"}, privileged)],
		"ephemeralContainers": [object.union({"name": "debug"}, privileged)],
	}

	found(testing.deployment(spec, privileged)) == {
		["Deployment/shop/web/app", $"spec/template/{at}"],
		["Deployment/shop/web/setup", "spec/template/spec/initContainers/setup/securityContext/privileged"],
		["Deployment/shop/web/debug", "spec/template/spec/ephemeralContainers/debug/securityContext/privileged"],
	}
}

test_reports_every_field_of_a_violation if {
	testing.violations("K8S-PRIVILEGED", [testing.deployment({}, {"securityContext": {"privileged": true}})]) == {{
		"rule": "K8S-PRIVILEGED",
		"object": "Deployment/shop/web/app",
		"resource": "Deployment/shop/web",
		"path": ["spec", "template", "spec", "containers", "app", "securityContext", "privileged"],
		"element": ["spec", "template", "spec", "containers", "app"],
		"pod": ["spec", "template"],
		"message": "Container app has securityContext.privileged: true; remove it or set it to false",
	}}
}
