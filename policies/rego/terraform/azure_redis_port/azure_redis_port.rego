# METADATA
# title: Cache is spoken to in the clear
# description: >-
#   Whoever listens on the network reads sessions and passwords. Close the port without TLS.
# related_resources:
#   - ref: https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/redis_cache
#   - ref: https://learn.microsoft.com/azure/azure-cache-for-redis/cache-configure
# custom:
#   id: TF-AZURE-REDIS-PORT
#   severity: high
#   kind: terraform
#   sets: [tf-azure]
#   aliases: [checkov/CKV_AZURE_91]
#   fixes:
#     - {at: object, path: [non_ssl_port_enabled], allow: [{remove: true}, {exact: false}]}
package terraform.rules.azure_redis_port

import data.terraform.lib

violation contains lib.violation("TF-AZURE-REDIS-PORT", resource, [], ["non_ssl_port_enabled"], message) if {
	some resource in lib.resources({"azurerm_redis_cache"})
	value := lib.setting(resource, ["non_ssl_port_enabled"], null)
	lib.is_wrong(value, {false, null})
	message := $"{resource.id} has non_ssl_port_enabled {lib.shown(value)}; set it to false"
}
