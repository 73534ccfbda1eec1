# METADATA
# title: Containers of a pod see each other's processes
# description: >-
#   With shareProcessNamespace each container of the pod reads the environment and the open files of the others, and
#   signals them. Remove the field or set it to false.
# related_resources:
#   - ref: https://kubernetes.io/docs/tasks/configure-pod-container/share-process-namespace/
# custom:
#   id: K8S-SHARED-PROCESSES
#   severity: medium
#   kind: kubernetes
#   sets: [k8s-workload]
#   aliases: []
#   fixes:
#     - {at: pod, path: [spec, shareProcessNamespace], allow: [{remove: true}, {exact: false}]}
package kubernetes.rules.shared_processes

import data.kubernetes.lib

violation contains lib.violation("K8S-SHARED-PROCESSES", pod, ["spec"], ["shareProcessNamespace"], message) if {
	some pod in lib.pods
	value := pod.spec.shareProcessNamespace
	not value in {null, false}
	message := $"The pod has shareProcessNamespace: {value}; remove it or set it to false"
}
