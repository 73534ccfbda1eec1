# METADATA
# title: Load balancer takes traffic from everywhere
# description: >-
#   Which sources need access only the intent of a task could say.
# related_resources:
#   - ref: https://kubernetes.io/docs/concepts/services-networking/service/#loadbalancer
# custom:
#   id: K8S-OPEN-LOAD-BALANCER
#   severity: medium
#   kind: kubernetes
#   sets: []
#   aliases: []
package kubernetes.reports.open_load_balancer

import data.kubernetes.lib

violation contains lib.violation("K8S-OPEN-LOAD-BALANCER", place, ["spec"], ["loadBalancerSourceRanges"], message) if {
	some service in input.objects
	service.kind == "Service"
	service.body.spec.type == "LoadBalancer"
	is_open(object.get(service.body.spec, "loadBalancerSourceRanges", []))
	place := lib.whole(service)
	message := "The load balancer takes traffic from everywhere; list the sources that need it"
}

is_open(ranges) if ranges in {null, []}

is_open(ranges) if {
	some range in ranges
	range in {"0.0.0.0/0", "::/0"}
}
