package kubernetes.webhook_fails_open_test

import data.kubernetes.testing

found(policy) := testing.found("K8S-WEBHOOK-FAILS-OPEN", [{
	"apiVersion": "admissionregistration.k8s.io/v1",
	"kind": "ValidatingWebhookConfiguration",
	"metadata": {"name": "a"},
	"webhooks": [{"name": "b", "failurePolicy": policy}],
}])

test_allows_fail if {
	found("Fail") == set()
	found(null) == set()
}

test_denies_ignore if found("Ignore") == {["ValidatingWebhookConfiguration/-/a", "webhooks/b/failurePolicy"]}
