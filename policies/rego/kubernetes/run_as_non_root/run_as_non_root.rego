# METADATA
# title: Container may run as root
# description: >-
#   Root in a container is root on the node to a process that breaks out. Set runAsNonRoot to true in the container or, for
#   all of them, in the pod; an image made for root then needs a numeric user too. Pods in a user namespace (hostUsers: false)
#   are exempt.
# related_resources:
#   - ref: https://kubernetes.io/docs/concepts/security/pod-security-standards/#restricted
#   - ref: https://github.com/kubernetes/pod-security-admission/blob/master/policy/check_runAsNonRoot.go
# custom:
#   id: K8S-RUN-AS-NON-ROOT
#   severity: medium
#   kind: kubernetes
#   sets: [pss-restricted]
#   aliases: [kube-linter/run-as-non-root, trivy/KSV-0012, checkov/CKV_K8S_23]
#   fixes:
#     - {at: element, path: [runAsNonRoot], allow: [{remove: true}, {exact: true}]}
#     - {at: element, path: [runAsUser], allow: [{non_root_uid: true}]}
#     - {at: element, path: [runAsGroup], allow: [{non_root_uid: true}]}
#     - {at: pod, path: [spec, securityContext, runAsNonRoot], allow: [{exact: true}]}
#     - {at: pod, path: [spec, securityContext, runAsUser], allow: [{non_root_uid: true}]}
#     - {at: pod, path: [spec, securityContext, runAsGroup], allow: [{non_root_uid: true}]}
#     - {at: pod, path: [spec, securityContext, fsGroup], allow: [{non_root_uid: true}]}
#     - {at: pod, path: [spec, containers, "*", securityContext, runAsNonRoot], allow: [{exact: true}]}
#     - {at: pod, path: [spec, initContainers, "*", securityContext, runAsNonRoot], allow: [{exact: true}]}
package kubernetes.rules.run_as_non_root

import data.kubernetes.lib

# Set to something else than true, in the pod or in a container.
violation contains lib.violation("K8S-RUN-AS-NON-ROOT", place, [], ["runAsNonRoot"], message) if {
	some place in lib.security_contexts
	not lib.in_user_namespace(place)
	value := place.context.runAsNonRoot
	not value in {null, true}
	message := $"{place.label} has securityContext.runAsNonRoot: {value}; set it to true"
}

# Set nowhere that counts for the container.
violation contains lib.violation("K8S-RUN-AS-NON-ROOT", container, ["securityContext"], ["runAsNonRoot"], message) if {
	some container in lib.containers
	not lib.in_user_namespace(container)
	not decides(container)
	not container.pod_spec.securityContext.runAsNonRoot == true
	message := $"{container.label} may run as root; set securityContext.runAsNonRoot to true there or in the pod"
}

decides(container) if container.spec.securityContext.runAsNonRoot != null
