package kubernetes.external_ips_test

import data.kubernetes.testing

found(spec) := testing.found("K8S-EXTERNAL-IPS", [{"apiVersion": "v1", "kind": "Service", "metadata": {"name": "web"}, "spec": spec}])

test_allows_none if {
	found({}) == set()
	found({"externalIPs": null}) == set()
	found({"externalIPs": []}) == set()
}

test_denies_any if found({"externalIPs": ["203.0.113.7"]}) == {["Service/default/web", "spec/externalIPs"]}
