# METADATA
# title: Volume in memory has no limit
# description: >-
#   What is written to an emptyDir in memory counts as memory of the pod and, without a limit, grows to half of what the
#   node has. Set sizeLimit, or keep it on disk.
# related_resources:
#   - ref: https://kubernetes.io/docs/concepts/storage/volumes/#emptydir
# custom:
#   id: K8S-MEMORY-VOLUME
#   severity: low
#   kind: kubernetes
#   sets: [k8s-workload]
#   aliases: []
#   fixes:
#     - {at: element, path: [emptyDir, sizeLimit], allow: [{quantity_between: [64Mi, 64Gi]}]}
#     - {at: element, path: [emptyDir, medium], allow: [{remove: true}, {exact: ""}]}
package kubernetes.rules.memory_volume

import data.kubernetes.lib

violation contains lib.violation("K8S-MEMORY-VOLUME", pod, ["spec", "volumes", lib.text(key)], ["emptyDir", "sizeLimit"], message) if {
	some pod in lib.pods
	some key, volume in pod.spec.volumes
	volume.emptyDir.medium == "Memory"
	object.get(volume.emptyDir, "sizeLimit", null) == null
	message := $"Volume {key} is in memory without a limit; set emptyDir.sizeLimit, or remove its medium"
}
