# METADATA
# title: Role reaches the kubelet of every node
# description: >-
#   The proxy of a node reaches its kubelet, which runs commands in every pod of the node past admission and audit. Take
#   nodes/proxy out of the resources; all else stays granted.
# related_resources:
#   - ref: https://kubernetes.io/docs/concepts/security/rbac-good-practices/
# custom:
#   id: K8S-RBAC-NODE-PROXY
#   severity: high
#   kind: kubernetes
#   sets: [k8s-rbac]
#   aliases: [trivy/KSV-0047]
#   fixes:
#     - at: object
#       path: [rules]
#       allow:
#         - grants_without: {groups: [""], resources: [nodes/proxy]}
package kubernetes.rules.rbac_node_proxy

import data.kubernetes.rbac

violation contains rbac.violation("K8S-RBAC-NODE-PROXY", role, ["nodes/proxy"], message) if {
	some role in rbac.roles
	places := rbac.giving(role, "", "nodes/proxy")
	count(places) > 0
	message := $"rules {places} reach the kubelet by nodes/proxy; take it out and keep everything else"
}
