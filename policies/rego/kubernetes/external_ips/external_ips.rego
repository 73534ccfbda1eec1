# METADATA
# title: Service claims addresses from outside the cluster
# description: >-
#   Whoever lists an address in externalIPs gets the traffic of the cluster that goes there, the owner of the address
#   unasked. Remove the list and expose the service through a load balancer or an ingress.
# related_resources:
#   - ref: https://kubernetes.io/docs/concepts/services-networking/service/#external-ips
#   - ref: https://nvd.nist.gov/vuln/detail/CVE-2020-8554
# custom:
#   id: K8S-EXTERNAL-IPS
#   severity: medium
#   kind: kubernetes
#   sets: [k8s-workload]
#   aliases: [trivy/KSV-0108]
#   fixes:
#     - {at: object, path: [spec, externalIPs], allow: [{remove: true}, {exact: []}]}
package kubernetes.rules.external_ips

import data.kubernetes.lib

violation contains lib.violation("K8S-EXTERNAL-IPS", place, ["spec"], ["externalIPs"], message) if {
	some service in input.objects
	service.kind == "Service"
	addresses := service.body.spec.externalIPs
	count(addresses) > 0
	place := lib.whole(service)
	message := $"The service claims the addresses {addresses}; remove externalIPs"
}
