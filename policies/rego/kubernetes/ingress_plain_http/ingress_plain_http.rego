# METADATA
# title: Ingress with a certificate serves plain HTTP too
# description: >-
#   With the redirect switched off, who follows an old link sends cookies and passwords in the clear though there is a
#   certificate. Remove the annotation or set it to "true".
# related_resources:
#   - ref: https://kubernetes.github.io/ingress-nginx/user-guide/tls/
# custom:
#   id: K8S-INGRESS-PLAIN-HTTP
#   severity: medium
#   kind: kubernetes
#   sets: [k8s-workload]
#   aliases: []
#   fixes:
#     - {at: element, path: [], allow: [{remove: true}, {exact: "true"}]}
package kubernetes.rules.ingress_plain_http

import data.kubernetes.lib

redirects := {
	"nginx.ingress.kubernetes.io/force-ssl-redirect",
	"nginx.ingress.kubernetes.io/ssl-redirect",
}

violation contains lib.violation("K8S-INGRESS-PLAIN-HTTP", place, ["metadata", "annotations", annotation], [], message) if {
	some ingress in input.objects
	ingress.kind == "Ingress"
	count(ingress.body.spec.tls) > 0
	some annotation, value in ingress.body.metadata.annotations
	annotation in redirects
	value == "false"
	place := lib.whole(ingress)
	message := $"The ingress switches the redirect to HTTPS off by {annotation}; remove the annotation or set it to true"
}
