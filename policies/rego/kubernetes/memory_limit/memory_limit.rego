# METADATA
# title: Container has no memory limit
# description: >-
#   A container without a limit fills the node until others are killed. Limit its memory to no less than it asks for.
#   Ephemeral containers cannot have resources.
# related_resources:
#   - ref: https://kubernetes.io/docs/concepts/configuration/manage-resources-containers/
#   - ref: https://media.defense.gov/2022/Aug/29/2003066362/-1/-1/0/CTR_KUBERNETES_HARDENING_GUIDANCE_1.2_20220829.PDF
# custom:
#   id: K8S-MEMORY-LIMIT
#   severity: medium
#   kind: kubernetes
#   sets: [k8s-workload]
#   aliases: [kube-linter/unset-memory-requirements, trivy/KSV-0018, checkov/CKV_K8S_13]
#   fixes:
#     - {at: element, path: [resources, limits, memory], allow: [{quantity_between: [16Mi, 8Gi]}]}
package kubernetes.rules.memory_limit

import data.kubernetes.lib

violation contains lib.violation("K8S-MEMORY-LIMIT", container, [], ["resources", "limits", "memory"], message) if {
	some container in lib.containers
	lib.has_resources(container)
	not lib.sets(container, "limits", "memory")
	message := $"{container.label} has no limit for memory; set resources.limits.memory"
}
