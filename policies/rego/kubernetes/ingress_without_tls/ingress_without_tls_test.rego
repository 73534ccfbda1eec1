package kubernetes.ingress_without_tls_test

import data.kubernetes.testing

found(manifests) := {concat("/", violation.path) |
	some violation in data.kubernetes.reported with input as testing.normalised(manifests)
	violation.rule == "K8S-INGRESS-WITHOUT-TLS"
}

ingress(spec) := {"apiVersion": "networking.k8s.io/v1", "kind": "Ingress", "metadata": {"name": "a"}, "spec": spec}

test_passes_one_with if found([ingress({"tls": [{"secretName": "a"}]})]) == set()

test_tells_of_one_without if found([ingress({})]) == {"spec/tls"}
