# METADATA
# title: Container has no memory request
# description: >-
#   Without a request the scheduler takes the container for one that needs nothing, and under pressure it is the first to
#   go. Ask for memory, at most as much as the limit. Ephemeral containers cannot have resources.
# related_resources:
#   - ref: https://kubernetes.io/docs/concepts/configuration/manage-resources-containers/
#   - ref: https://media.defense.gov/2022/Aug/29/2003066362/-1/-1/0/CTR_KUBERNETES_HARDENING_GUIDANCE_1.2_20220829.PDF
# custom:
#   id: K8S-MEMORY-REQUEST
#   severity: low
#   kind: kubernetes
#   sets: [k8s-workload]
#   aliases: [kube-linter/unset-memory-requirements, trivy/KSV-0016, checkov/CKV_K8S_12]
#   fixes:
#     - {at: element, path: [resources, requests, memory], allow: [{quantity_between: [16Mi, 8Gi]}]}
package kubernetes.rules.memory_request

import data.kubernetes.lib

violation contains lib.violation("K8S-MEMORY-REQUEST", container, [], ["resources", "requests", "memory"], message) if {
	some container in lib.containers
	lib.has_resources(container)
	not lib.sets(container, "requests", "memory")
	message := $"{container.label} has no request for memory; set resources.requests.memory"
}
