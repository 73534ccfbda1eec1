# METADATA
# title: Root file system can be written
# description: >-
#   What breaks into a container cannot settle there where the root file system is read-only. Set readOnlyRootFilesystem
#   to true; what the program writes goes to a volume, and for /tmp an emptyDir named tmp may be added. Pods for Windows
#   are exempt.
# related_resources:
#   - ref: https://kubernetes.io/docs/tasks/configure-pod-container/security-context/
#   - ref: https://media.defense.gov/2022/Aug/29/2003066362/-1/-1/0/CTR_KUBERNETES_HARDENING_GUIDANCE_1.2_20220829.PDF
# custom:
#   id: K8S-READ-ONLY-ROOT
#   severity: medium
#   kind: kubernetes
#   sets: [k8s-workload]
#   aliases: [kube-linter/no-read-only-root-fs, trivy/KSV-0014, checkov/CKV_K8S_22]
#   fixes:
#     - {at: element, path: [securityContext, readOnlyRootFilesystem], allow: [{exact: true}]}
#     - {at: element, path: [volumeMounts, /tmp, name], allow: [{added: tmp}]}
#     - {at: element, path: [volumeMounts, /tmp, mountPath], allow: [{added: /tmp}]}
#     - {at: pod, path: [spec, volumes, tmp, name], allow: [{added: tmp}]}
#     - {at: pod, path: [spec, volumes, tmp, emptyDir], allow: [{added: {}}]}
#     - {at: pod, path: [spec, volumes, tmp, emptyDir, sizeLimit], allow: [{quantity_between: [64Mi, 64Gi]}]}
package kubernetes.rules.read_only_root

import data.kubernetes.lib

violation contains lib.violation("K8S-READ-ONLY-ROOT", container, [], ["securityContext", "readOnlyRootFilesystem"], message) if {
	some container in lib.containers
	not lib.is_windows(container)
	not container.spec.securityContext.readOnlyRootFilesystem == true
	message := $"{container.label} may write its root file system; set securityContext.readOnlyRootFilesystem to true"
}
