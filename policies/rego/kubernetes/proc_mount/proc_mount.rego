# METADATA
# title: Container sees an unmasked /proc
# description: >-
#   An unmasked /proc shows a container kernel files of its node, some of them writable. Remove the field or set it to
#   Default. Pods in a user namespace (hostUsers: false) are K8S-PROC-MOUNT-USER-NAMESPACE.
# related_resources:
#   - ref: https://kubernetes.io/docs/concepts/security/pod-security-standards/#baseline
#   - ref: https://github.com/kubernetes/pod-security-admission/blob/master/policy/check_procMount_baseline.go
# custom:
#   id: K8S-PROC-MOUNT
#   severity: medium
#   kind: kubernetes
#   sets: [pss-baseline, pss-restricted]
#   aliases: [kube-linter/unsafe-proc-mount, trivy/KSV-0027]
#   fixes:
#     - {at: element, path: [securityContext, procMount], allow: [{remove: true}, {exact: Default}]}
package kubernetes.rules.proc_mount

import data.kubernetes.lib

violation contains lib.violation("K8S-PROC-MOUNT", container, [], ["securityContext", "procMount"], message) if {
	some container in lib.containers
	not lib.in_user_namespace(container)
	value := container.spec.securityContext.procMount
	not value in {null, "Default"}
	message := $"{container.label} has securityContext.procMount: {value}; remove it or set it to Default"
}
