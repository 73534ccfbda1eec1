# METADATA
# title: Pod shares the node's IPC namespace
# description: >-
#   A pod in the IPC namespace of its node reads and writes the shared memory of the processes there. Remove the field or
#   set it to false.
# related_resources:
#   - ref: https://kubernetes.io/docs/concepts/security/pod-security-standards/#baseline
#   - ref: https://github.com/kubernetes/pod-security-admission/blob/master/policy/check_hostNamespaces.go
# custom:
#   id: K8S-HOST-IPC
#   severity: high
#   kind: kubernetes
#   sets: [pss-baseline, pss-restricted]
#   aliases: [kube-linter/host-ipc, trivy/KSV-0008, checkov/CKV_K8S_18]
#   fixes:
#     - {at: element, path: [hostIPC], allow: [{remove: true}, {exact: false}]}
package kubernetes.rules.host_ipc

import data.kubernetes.lib

violation contains lib.violation("K8S-HOST-IPC", pod, ["spec"], ["hostIPC"], message) if {
	some pod in lib.pods
	value := pod.spec.hostIPC
	not value in {null, false}
	message := $"{pod.label} has hostIPC: {value}; remove it or set it to false"
}
