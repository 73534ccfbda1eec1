# METADATA
# title: Pod shares the node's process namespace
# description: >-
#   A pod in the process namespace of its node sees the processes of the node with their environments, and with more rights
#   enters them. Remove the field or set it to false.
# related_resources:
#   - ref: https://kubernetes.io/docs/concepts/security/pod-security-standards/#baseline
#   - ref: https://github.com/kubernetes/pod-security-admission/blob/master/policy/check_hostNamespaces.go
# custom:
#   id: K8S-HOST-PID
#   severity: high
#   kind: kubernetes
#   sets: [pss-baseline, pss-restricted]
#   aliases: [kube-linter/host-pid, trivy/KSV-0010, checkov/CKV_K8S_17]
#   fixes:
#     - {at: element, path: [hostPID], allow: [{remove: true}, {exact: false}]}
package kubernetes.rules.host_pid

import data.kubernetes.lib

violation contains lib.violation("K8S-HOST-PID", pod, ["spec"], ["hostPID"], message) if {
	some pod in lib.pods
	value := pod.spec.hostPID
	not value in {null, false}
	message := $"{pod.label} has hostPID: {value}; remove it or set it to false"
}
