# METADATA
# title: Volume is a path of the node
# description: >-
#   A hostPath volume shows files of the node to a container, and a careless one hands over the node. Use an emptyDir
#   instead, or remove the volume together with its mounts.
# related_resources:
#   - ref: https://kubernetes.io/docs/concepts/security/pod-security-standards/#baseline
#   - ref: https://github.com/kubernetes/pod-security-admission/blob/master/policy/check_hostPathVolumes.go
# custom:
#   id: K8S-HOST-PATH
#   severity: high
#   kind: kubernetes
#   sets: [pss-baseline, pss-restricted]
#   aliases: [kube-linter/docker-sock, kube-linter/sensitive-host-mounts, kube-linter/writable-host-mount, trivy/KSV-0006, trivy/KSV-0023, checkov/CKV_K8S_27]
#   fixes:
#     - {at: element, path: [], allow: [{remove: true}]}
#     - {at: element, path: [hostPath], allow: [{remove: true}]}
#     - {at: element, path: [emptyDir], allow: [{exact: {}}]}
#     - {at: element, path: [emptyDir, medium], allow: [{one_of: ["", Memory]}]}
#     - {at: element, path: [emptyDir, sizeLimit], allow: [{quantity_between: [64Mi, 64Gi]}]}
#     - {at: pod, path: [spec, containers, "*", volumeMounts, name=$key], allow: [{remove: true}]}
#     - {at: pod, path: [spec, initContainers, "*", volumeMounts, name=$key], allow: [{remove: true}]}
#     - {at: pod, path: [spec, ephemeralContainers, "*", volumeMounts, name=$key], allow: [{remove: true}]}
package kubernetes.rules.host_path

import data.kubernetes.lib

violation contains lib.violation("K8S-HOST-PATH", pod, ["spec", "volumes", lib.text(key)], ["hostPath"], message) if {
	some pod in lib.pods
	some key, volume in pod.spec.volumes
	source := volume.hostPath
	source != null
	message := $"Volume {key} is the path {source.path} of the node; use an emptyDir, or remove it with its mounts"
}
