# METADATA
# title: Ingress brings configuration of its own into the proxy
# description: >-
#   A snippet is copied into the configuration of a proxy that holds the certificates of every tenant, and can read the
#   token of the controller. Remove the annotation.
# related_resources:
#   - ref: https://kubernetes.github.io/ingress-nginx/user-guide/nginx-configuration/annotations/
#   - ref: https://nvd.nist.gov/vuln/detail/CVE-2021-25742
# custom:
#   id: K8S-INGRESS-SNIPPET
#   severity: high
#   kind: kubernetes
#   sets: [k8s-workload]
#   aliases: [checkov/CKV_K8S_152, checkov/CKV_K8S_153, checkov/CKV_K8S_154]
#   fixes:
#     - {at: element, path: [], allow: [{remove: true}]}
package kubernetes.rules.ingress_snippet

import data.kubernetes.lib

snippets := {
	"nginx.ingress.kubernetes.io/auth-snippet",
	"nginx.ingress.kubernetes.io/configuration-snippet",
	"nginx.ingress.kubernetes.io/modsecurity-snippet",
	"nginx.ingress.kubernetes.io/server-snippet",
	"nginx.ingress.kubernetes.io/stream-snippet",
}

violation contains lib.violation("K8S-INGRESS-SNIPPET", place, ["metadata", "annotations", annotation], [], message) if {
	some ingress in input.objects
	ingress.kind == "Ingress"
	some annotation, _ in ingress.body.metadata.annotations
	annotation in snippets
	place := lib.whole(ingress)
	message := $"The ingress brings configuration into the proxy by {annotation}; remove the annotation"
}
