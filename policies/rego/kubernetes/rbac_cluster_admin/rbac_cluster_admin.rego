# METADATA
# title: Binding hands out cluster-admin
# description: >-
#   The role cluster-admin may do everything everywhere. Bind the role admin or edit instead, which let the holder manage
#   what runs in namespaces; taking the subjects out would leave them with nothing.
# related_resources:
#   - ref: https://kubernetes.io/docs/concepts/security/rbac-good-practices/
# custom:
#   id: K8S-RBAC-CLUSTER-ADMIN
#   severity: high
#   kind: kubernetes
#   sets: [k8s-rbac]
#   aliases: [kube-linter/cluster-admin-role-binding, trivy/KSV-0111]
#   fixes:
#     - {at: element, path: [name], allow: [{one_of: [admin, edit]}]}
package kubernetes.rules.rbac_cluster_admin

import data.kubernetes.lib
import data.kubernetes.rbac

violation contains lib.violation("K8S-RBAC-CLUSTER-ADMIN", binding, ["roleRef"], ["name"], message) if {
	some binding in rbac.bindings
	binding.body.roleRef.kind == "ClusterRole"
	binding.body.roleRef.name == "cluster-admin"
	message := "The binding hands out cluster-admin; bind admin or edit to the same subjects"
}
