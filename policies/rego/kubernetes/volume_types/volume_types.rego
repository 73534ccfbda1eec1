# METADATA
# title: Volume is of a type that is not for workloads
# description: >-
#   Volumes that name a storage system in the pod reach around the cluster's storage classes and their access rules. Use an
#   emptyDir instead, or remove the volume together with its mounts. Paths of the node are K8S-HOST-PATH.
# related_resources:
#   - ref: https://kubernetes.io/docs/concepts/security/pod-security-standards/#restricted
#   - ref: https://github.com/kubernetes/pod-security-admission/blob/master/policy/check_restrictedVolumes.go
# custom:
#   id: K8S-VOLUME-TYPES
#   severity: low
#   kind: kubernetes
#   sets: [pss-restricted]
#   aliases: [trivy/KSV-0028]
#   fixes:
#     - {at: element, path: [], allow: [{remove: true}]}
#     - {at: element, path: [awsElasticBlockStore], allow: [{remove: true}]}
#     - {at: element, path: [azureDisk], allow: [{remove: true}]}
#     - {at: element, path: [azureFile], allow: [{remove: true}]}
#     - {at: element, path: [cephfs], allow: [{remove: true}]}
#     - {at: element, path: [cinder], allow: [{remove: true}]}
#     - {at: element, path: [fc], allow: [{remove: true}]}
#     - {at: element, path: [flexVolume], allow: [{remove: true}]}
#     - {at: element, path: [flocker], allow: [{remove: true}]}
#     - {at: element, path: [gcePersistentDisk], allow: [{remove: true}]}
#     - {at: element, path: [gitRepo], allow: [{remove: true}]}
#     - {at: element, path: [glusterfs], allow: [{remove: true}]}
#     - {at: element, path: [iscsi], allow: [{remove: true}]}
#     - {at: element, path: [nfs], allow: [{remove: true}]}
#     - {at: element, path: [photonPersistentDisk], allow: [{remove: true}]}
#     - {at: element, path: [portworxVolume], allow: [{remove: true}]}
#     - {at: element, path: [quobyte], allow: [{remove: true}]}
#     - {at: element, path: [rbd], allow: [{remove: true}]}
#     - {at: element, path: [scaleIO], allow: [{remove: true}]}
#     - {at: element, path: [storageos], allow: [{remove: true}]}
#     - {at: element, path: [vsphereVolume], allow: [{remove: true}]}
#     - {at: element, path: [emptyDir], allow: [{exact: {}}]}
#     - {at: element, path: [emptyDir, medium], allow: [{one_of: ["", Memory]}]}
#     - {at: element, path: [emptyDir, sizeLimit], allow: [{quantity_between: [64Mi, 64Gi]}]}
#     - {at: pod, path: [spec, containers, "*", volumeMounts, name=$key], allow: [{remove: true}]}
#     - {at: pod, path: [spec, initContainers, "*", volumeMounts, name=$key], allow: [{remove: true}]}
#     - {at: pod, path: [spec, ephemeralContainers, "*", volumeMounts, name=$key], allow: [{remove: true}]}
package kubernetes.rules.volume_types

import data.kubernetes.lib

# What a volume may be, its name, and what another rule judges.
harmless := {
	"configMap",
	"csi",
	"downwardAPI",
	"emptyDir",
	"ephemeral",
	"hostPath",
	"image",
	"name",
	"persistentVolumeClaim",
	"projected",
	"secret",
}

violation contains lib.violation("K8S-VOLUME-TYPES", pod, ["spec", "volumes", lib.text(key)], [lib.text(type)], message) if {
	some pod in lib.pods
	some key, volume in pod.spec.volumes
	some type, source in volume
	not type in harmless
	source != null
	message := $"Volume {key} is of type {type}; use an emptyDir, or remove it with its mounts"
}
