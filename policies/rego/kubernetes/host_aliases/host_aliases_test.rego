package kubernetes.host_aliases_test

import data.kubernetes.testing

found(manifests) := {concat("/", violation.path) |
	some violation in data.kubernetes.reported with input as testing.normalised(manifests)
	violation.rule == "K8S-HOST-ALIASES"
}

test_passes_other_pods if found([testing.pod({"hostAliases": []}, {})]) == set()

test_tells_of_it if found([testing.pod({"hostAliases": [{"ip": "192.0.2.1"}]}, {})]) == {"spec/hostAliases"}
