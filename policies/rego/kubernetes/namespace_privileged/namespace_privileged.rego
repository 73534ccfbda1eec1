# METADATA
# title: Namespace admits pods of any kind
# description: >-
#   The level privileged switches the pod security of the namespace off. Set the level baseline, or restricted where its
#   pods allow; removing the label leaves the choice to the cluster, where it is privileged as a rule. A level that refuses
#   pods of the same files is no repair: where they break baseline, they have to be repaired too, by rules in force.
# related_resources:
#   - ref: https://kubernetes.io/docs/concepts/security/pod-security-admission/
#   - ref: https://media.defense.gov/2022/Aug/29/2003066362/-1/-1/0/CTR_KUBERNETES_HARDENING_GUIDANCE_1.2_20220829.PDF
# custom:
#   id: K8S-NAMESPACE-PRIVILEGED
#   severity: medium
#   kind: kubernetes
#   sets: [k8s-workload]
#   aliases: []
#   fixes:
#     - {at: element, path: [], allow: [{one_of: [baseline, restricted]}]}
package kubernetes.rules.namespace_privileged

import data.kubernetes.lib

label := "pod-security.kubernetes.io/enforce"

violation contains lib.violation("K8S-NAMESPACE-PRIVILEGED", place, ["metadata", "labels", label], [], message) if {
	some namespace in input.objects
	namespace.kind == "Namespace"
	namespace.body.metadata.labels[label] == "privileged"
	place := lib.whole(namespace)
	message := $"The namespace has the label {label}: privileged; set baseline or restricted"
}
