# METADATA
# title: Image is named without a digest
# description: >-
#   A digest cannot be told without asking a registry.
# related_resources:
#   - ref: https://kubernetes.io/docs/concepts/containers/images/
# custom:
#   id: K8S-IMAGE-DIGEST
#   severity: low
#   kind: kubernetes
#   sets: []
#   aliases: [checkov/CKV_K8S_43]
package kubernetes.reports.image_digest

import data.kubernetes.lib

violation contains lib.violation("K8S-IMAGE-DIGEST", container, [], ["image"], message) if {
	some container in lib.containers
	not contains(container.spec.image, "@sha256:")
	message := $"{container.label} runs {container.spec.image}, which has no digest"
}
