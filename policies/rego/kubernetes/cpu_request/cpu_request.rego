# METADATA
# title: Container has no cpu request
# description: >-
#   Without a request the scheduler takes the container for one that needs nothing, and under pressure it is the first to
#   go. Ask for cpu, at most as much as the limit. Ephemeral containers cannot have resources.
# related_resources:
#   - ref: https://kubernetes.io/docs/concepts/configuration/manage-resources-containers/
#   - ref: https://media.defense.gov/2022/Aug/29/2003066362/-1/-1/0/CTR_KUBERNETES_HARDENING_GUIDANCE_1.2_20220829.PDF
# custom:
#   id: K8S-CPU-REQUEST
#   severity: low
#   kind: kubernetes
#   sets: [k8s-workload]
#   aliases: [kube-linter/unset-cpu-requirements, trivy/KSV-0015, checkov/CKV_K8S_10]
#   fixes:
#     - {at: element, path: [resources, requests, cpu], allow: [{quantity_between: [10m, "4"]}]}
package kubernetes.rules.cpu_request

import data.kubernetes.lib

violation contains lib.violation("K8S-CPU-REQUEST", container, [], ["resources", "requests", "cpu"], message) if {
	some container in lib.containers
	lib.has_resources(container)
	not lib.sets(container, "requests", "cpu")
	message := $"{container.label} has no request for cpu; set resources.requests.cpu"
}
