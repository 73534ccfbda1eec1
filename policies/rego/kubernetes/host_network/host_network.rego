# METADATA
# title: Pod shares the node's network namespace
# description: >-
#   A pod in the network namespace of its node reaches services that listen on loopback only, and can watch the traffic of
#   other pods. Remove the field or set it to false.
# related_resources:
#   - ref: https://kubernetes.io/docs/concepts/security/pod-security-standards/#baseline
#   - ref: https://github.com/kubernetes/pod-security-admission/blob/master/policy/check_hostNamespaces.go
# custom:
#   id: K8S-HOST-NETWORK
#   severity: high
#   kind: kubernetes
#   sets: [pss-baseline, pss-restricted]
#   aliases: [kube-linter/host-network, trivy/KSV-0009, checkov/CKV_K8S_19]
#   fixes:
#     - {at: element, path: [hostNetwork], allow: [{remove: true}, {exact: false}]}
package kubernetes.rules.host_network

import data.kubernetes.lib

violation contains lib.violation("K8S-HOST-NETWORK", pod, ["spec"], ["hostNetwork"], message) if {
	some pod in lib.pods
	value := pod.spec.hostNetwork
	not value in {null, false}
	message := $"{pod.label} has hostNetwork: {value}; remove it or set it to false"
}
