# METADATA
# title: Object lies in the default namespace
# description: >-
#   Another namespace would be another object.
# related_resources:
#   - ref: https://kubernetes.io/docs/concepts/overview/working-with-objects/namespaces/
# custom:
#   id: K8S-DEFAULT-NAMESPACE
#   severity: low
#   kind: kubernetes
#   sets: []
#   aliases: [kube-linter/use-namespace, trivy/KSV-0110, checkov/CKV_K8S_21]
package kubernetes.reports.default_namespace

import data.kubernetes.lib

violation contains lib.violation("K8S-DEFAULT-NAMESPACE", place, ["metadata"], ["namespace"], message) if {
	some manifest in input.objects
	manifest.namespace == "default"
	place := lib.whole(manifest)
	message := "The object lies in the namespace default"
}
