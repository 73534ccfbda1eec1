# METADATA
# title: Container takes a port of its node
# description: >-
#   A host port opens the container on the address of its node, past network policies, and keeps a second replica off the
#   node. Remove it and reach the container through a service.
# related_resources:
#   - ref: https://kubernetes.io/docs/concepts/security/pod-security-standards/#baseline
#   - ref: https://github.com/kubernetes/pod-security-admission/blob/master/policy/check_hostPorts.go
# custom:
#   id: K8S-HOST-PORT
#   severity: medium
#   kind: kubernetes
#   sets: [pss-baseline, pss-restricted]
#   aliases: [trivy/KSV-0024, checkov/CKV_K8S_26]
#   fixes:
#     - {at: element, path: [hostPort], allow: [{remove: true}, {exact: 0}]}
#     - {at: element, path: [hostIP], allow: [{remove: true}]}
package kubernetes.rules.host_port

import data.kubernetes.lib

violation contains lib.violation("K8S-HOST-PORT", container, ["ports", lib.text(key)], ["hostPort"], message) if {
	some container in lib.containers
	some key, port in container.spec.ports
	value := port.hostPort
	not value in {null, 0}
	message := $"{container.label} takes port {value} of its node for port {key}; remove hostPort"
}
