# METADATA
# title: Windows container runs as a process of the host
# description: >-
#   A HostProcess container runs on a Windows node as if it were no container at all. Remove the field or set it to false;
#   a user name of the host then gives way to ContainerUser.
# related_resources:
#   - ref: https://kubernetes.io/docs/concepts/security/pod-security-standards/#baseline
#   - ref: https://github.com/kubernetes/pod-security-admission/blob/master/policy/check_windowsHostProcess.go
# custom:
#   id: K8S-HOST-PROCESS
#   severity: high
#   kind: kubernetes
#   sets: [pss-baseline, pss-restricted]
#   aliases: [trivy/KSV-0103]
#   fixes:
#     - {at: element, path: [hostProcess], allow: [{remove: true}, {exact: false}]}
#     - {at: element, path: [runAsUserName], allow: [{remove: true}, {exact: ContainerUser}]}
package kubernetes.rules.host_process

import data.kubernetes.lib

violation contains lib.violation("K8S-HOST-PROCESS", place, ["windowsOptions"], ["hostProcess"], message) if {
	some place in lib.security_contexts
	value := place.context.windowsOptions.hostProcess
	not value in {null, false}
	message := $"{place.label} has securityContext.windowsOptions.hostProcess: {value}; remove it or set it to false"
}
