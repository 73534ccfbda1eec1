# METADATA
# title: User id may be one of the node
# description: >-
#   Files of an image belong to the user that it was built for, so another id breaks what works.
# related_resources:
#   - ref: https://kubernetes.io/docs/tasks/configure-pod-container/security-context/
# custom:
#   id: K8S-LOW-USER-ID
#   severity: low
#   kind: kubernetes
#   sets: []
#   aliases: [trivy/KSV-0020, checkov/CKV_K8S_40]
package kubernetes.reports.low_user_id

import data.kubernetes.lib

violation contains lib.violation("K8S-LOW-USER-ID", place, [], ["runAsUser"], message) if {
	some place in lib.security_contexts
	user := place.context.runAsUser
	user > 0
	user < 10000
	message := $"{place.label} runs as user {user}, which may be one of the node; ids from 10000 are not"
}
