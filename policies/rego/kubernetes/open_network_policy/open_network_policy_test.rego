package kubernetes.open_network_policy_test

import data.kubernetes.testing

found(manifests) := {concat("/", violation.path) |
	some violation in data.kubernetes.reported with input as testing.normalised(manifests)
	violation.rule == "K8S-OPEN-NETWORK-POLICY"
}

policy(rule) := {"apiVersion": "networking.k8s.io/v1", "kind": "NetworkPolicy", "metadata": {"name": "a"}, "spec": {"ingress": [rule]}}

test_passes_named_sources if found([policy({"from": [{"podSelector": {}}]})]) == set()

test_tells_of_everybody if {
	found([policy({})]) == {"spec/ingress/0/from"}
	found([policy({"from": [{"ipBlock": {"cidr": "0.0.0.0/0"}}]})]) == {"spec/ingress/0/from"}
}
