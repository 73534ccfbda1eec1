# METADATA
# title: Cluster has no roles
# description: >-
#   Without roles everybody who reaches the cluster may do everything in it. Turn role based access control on.
# related_resources:
#   - ref: https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/kubernetes_cluster
#   - ref: https://learn.microsoft.com/azure/aks/concepts-identity
# custom:
#   id: TF-AZURE-AKS-RBAC
#   severity: high
#   kind: terraform
#   sets: [tf-azure]
#   aliases: [trivy/AVD-AZU-0042, checkov/CKV_AZURE_5]
#   fixes:
#     - {at: object, path: [role_based_access_control_enabled], allow: [{remove: true}, {exact: true}]}
package terraform.rules.azure_aks_rbac

import data.terraform.lib

violation contains lib.violation("TF-AZURE-AKS-RBAC", resource, [], ["role_based_access_control_enabled"], message) if {
	some resource in lib.resources({"azurerm_kubernetes_cluster"})
	value := lib.setting(resource, ["role_based_access_control_enabled"], null)
	lib.is_wrong(value, {true, null})
	message := $"{resource.id} has role_based_access_control_enabled {lib.shown(value)}; set it to true"
}
