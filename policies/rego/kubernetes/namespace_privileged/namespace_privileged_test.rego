package kubernetes.namespace_privileged_test

import data.kubernetes.testing

found(labels) := testing.found("K8S-NAMESPACE-PRIVILEGED", [{"apiVersion": "v1", "kind": "Namespace", "metadata": {"name": "a", "labels": labels}}])

test_allows_other_levels if {
	found(null) == set()
	found({"pod-security.kubernetes.io/enforce": "baseline"}) == set()
}

test_denies_privileged if found({"pod-security.kubernetes.io/enforce": "privileged"}) == {["Namespace/-/a", "metadata/labels/pod-security.kubernetes.io/enforce"]}
