# METADATA
# title: Ingress has no certificate
# description: >-
#   The name of the secret that holds a certificate is outside the files.
# related_resources:
#   - ref: https://kubernetes.io/docs/concepts/services-networking/ingress/#tls
# custom:
#   id: K8S-INGRESS-WITHOUT-TLS
#   severity: medium
#   kind: kubernetes
#   sets: []
#   aliases: []
package kubernetes.reports.ingress_without_tls

import data.kubernetes.lib

violation contains lib.violation("K8S-INGRESS-WITHOUT-TLS", place, ["spec"], ["tls"], message) if {
	some ingress in input.objects
	ingress.kind == "Ingress"
	object.get(ingress.body.spec, "tls", null) in {null, []}
	place := lib.whole(ingress)
	message := "The ingress has no certificate"
}
