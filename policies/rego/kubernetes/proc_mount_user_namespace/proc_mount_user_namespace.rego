# METADATA
# title: Container of a user namespace sees an unmasked /proc
# description: >-
#   The baseline standard lets a pod in a user namespace (hostUsers: false) unmask /proc; the restricted one does not. Remove
#   the field or set it to Default.
# related_resources:
#   - ref: https://kubernetes.io/docs/concepts/security/pod-security-standards/#restricted
#   - ref: https://github.com/kubernetes/pod-security-admission/blob/master/policy/check_procMount_restricted.go
# custom:
#   id: K8S-PROC-MOUNT-USER-NAMESPACE
#   severity: low
#   kind: kubernetes
#   sets: [pss-restricted]
#   aliases: [kube-linter/unsafe-proc-mount, trivy/KSV-0027]
#   fixes:
#     - {at: element, path: [securityContext, procMount], allow: [{remove: true}, {exact: Default}]}
package kubernetes.rules.proc_mount_user_namespace

import data.kubernetes.lib

violation contains lib.violation("K8S-PROC-MOUNT-USER-NAMESPACE", container, [], ["securityContext", "procMount"], message) if {
	some container in lib.containers
	lib.in_user_namespace(container)
	value := container.spec.securityContext.procMount
	not value in {null, "Default"}
	message := $"{container.label} has securityContext.procMount: {value}; remove it or set it to Default"
}
