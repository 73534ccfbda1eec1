# METADATA
# title: Container has no cpu limit
# description: >-
#   A container without a limit starves what runs beside it. Limit its cpu to no less than it asks for. Ephemeral
#   containers cannot have resources.
# related_resources:
#   - ref: https://kubernetes.io/docs/concepts/configuration/manage-resources-containers/
#   - ref: https://media.defense.gov/2022/Aug/29/2003066362/-1/-1/0/CTR_KUBERNETES_HARDENING_GUIDANCE_1.2_20220829.PDF
# custom:
#   id: K8S-CPU-LIMIT
#   severity: medium
#   kind: kubernetes
#   sets: [k8s-workload]
#   aliases: [kube-linter/unset-cpu-requirements, trivy/KSV-0011, checkov/CKV_K8S_11]
#   fixes:
#     - {at: element, path: [resources, limits, cpu], allow: [{quantity_between: [10m, "4"]}]}
package kubernetes.rules.cpu_limit

import data.kubernetes.lib

violation contains lib.violation("K8S-CPU-LIMIT", container, [], ["resources", "limits", "cpu"], message) if {
	some container in lib.containers
	lib.has_resources(container)
	not lib.sets(container, "limits", "cpu")
	message := $"{container.label} has no limit for cpu; set resources.limits.cpu"
}
