# METADATA
# title: Image has no fixed tag
# description: >-
#   An image without a tag, or with the tag latest, is another one each time it is pulled, so that nobody knows what runs
#   and a bad release cannot be undone. Name a tag or a digest of the same repository.
# related_resources:
#   - ref: https://kubernetes.io/docs/concepts/containers/images/
# custom:
#   id: K8S-LATEST-TAG
#   severity: medium
#   kind: kubernetes
#   sets: [k8s-workload]
#   aliases: [kube-linter/latest-tag, trivy/KSV-0013, checkov/CKV_K8S_14]
#   fixes:
#     - {at: element, path: [image], allow: [{same_repository: true}]}
package kubernetes.rules.latest_tag

import data.kubernetes.lib

violation contains lib.violation("K8S-LATEST-TAG", container, [], ["image"], message) if {
	some container in lib.containers
	image := container.spec.image
	not is_fixed(image)
	message := $"{container.label} runs the image {image}; name a tag other than latest, or a digest"
}

is_fixed(image) if contains(image, "@sha256:")

is_fixed(image) if {
	parts := split(image, "/")
	[_, tag] = split(parts[count(parts) - 1], ":")
	not lower(tag) in {"", "latest"}
}
