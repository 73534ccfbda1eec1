# METADATA
# title: Network policy lets in everybody
# description: >-
#   Which sources need access only the intent of a task could say.
# related_resources:
#   - ref: https://kubernetes.io/docs/concepts/services-networking/network-policies/
#   - ref: https://media.defense.gov/2022/Aug/29/2003066362/-1/-1/0/CTR_KUBERNETES_HARDENING_GUIDANCE_1.2_20220829.PDF
# custom:
#   id: K8S-OPEN-NETWORK-POLICY
#   severity: medium
#   kind: kubernetes
#   sets: []
#   aliases: []
package kubernetes.reports.open_network_policy

import data.kubernetes.lib

violation contains lib.violation("K8S-OPEN-NETWORK-POLICY", place, ["spec", "ingress", lib.text(index)], ["from"], message) if {
	some policy in input.objects
	policy.kind == "NetworkPolicy"
	some index, rule in policy.body.spec.ingress
	is_open(rule)
	place := lib.whole(policy)
	message := $"Rule {index} of the policy lets in everybody"
}

is_open(rule) if object.get(rule, "from", null) in {null, []}

is_open(rule) if {
	some peer in rule.from
	peer.ipBlock.cidr in {"0.0.0.0/0", "::/0"}
	object.get(peer.ipBlock, "except", []) == []
}
