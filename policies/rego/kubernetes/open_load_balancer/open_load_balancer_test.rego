package kubernetes.open_load_balancer_test

import data.kubernetes.testing

found(manifests) := {concat("/", violation.path) |
	some violation in data.kubernetes.reported with input as testing.normalised(manifests)
	violation.rule == "K8S-OPEN-LOAD-BALANCER"
}

service(spec) := {"apiVersion": "v1", "kind": "Service", "metadata": {"name": "a"}, "spec": object.union({"type": "LoadBalancer"}, spec)}

test_passes_narrow_ones if {
	found([service({"loadBalancerSourceRanges": ["10.0.0.0/8"]})]) == set()
	found([service({"type": "ClusterIP"})]) == set()
}

test_tells_of_open_ones if {
	found([service({})]) == {"spec/loadBalancerSourceRanges"}
	found([service({"loadBalancerSourceRanges": ["0.0.0.0/0"]})]) == {"spec/loadBalancerSourceRanges"}
}
