# METADATA
# title: Container runs privileged
# description: >-
#   A privileged container has every capability and device of its node, so whoever breaks into it owns the node. Remove
#   the field or set it to false.
# related_resources:
#   - ref: https://kubernetes.io/docs/concepts/security/pod-security-standards/#baseline
#   - ref: https://github.com/kubernetes/pod-security-admission/blob/master/policy/check_privileged.go
# custom:
#   id: K8S-PRIVILEGED
#   severity: high
#   kind: kubernetes
#   sets: [pss-baseline, pss-restricted]
#   aliases: [kube-linter/privileged-container, trivy/KSV-0017, checkov/CKV_K8S_16]
#   fixes:
#     - {at: element, path: [securityContext, privileged], allow: [{remove: true}, {exact: false}]}
package kubernetes.rules.privileged

import data.kubernetes.lib

violation contains lib.violation("K8S-PRIVILEGED", container, [], ["securityContext", "privileged"], message) if {
	some container in lib.containers
	value := container.spec.securityContext.privileged
	not value in {null, false}
	message := $"{container.label} has securityContext.privileged: {value}; remove it or set it to false"
}
