# METADATA
# title: Machine starts what is not signed
# description: >-
#   Without secure boot a rootkit starts before the system and stays. Turn it on.
# related_resources:
#   - ref: https://registry.terraform.io/providers/hashicorp/google/latest/docs/resources/compute_instance
#   - ref: https://cloud.google.com/compute/shielded-vm/docs/shielded-vm
# custom:
#   id: TF-GCP-VM-SECURE-BOOT
#   severity: medium
#   kind: terraform
#   sets: [tf-gcp]
#   aliases: [trivy/AVD-GCP-0067, checkov/CKV_GCP_39]
#   fixes:
#     - {at: object, path: [shielded_instance_config, enable_secure_boot], allow: [{exact: true}]}
#     - {at: object, path: [shielded_instance_config, enable_vtpm], allow: [{added: true}]}
#     - {at: object, path: [shielded_instance_config, enable_integrity_monitoring], allow: [{added: true}]}
package terraform.rules.gcp_vm_secure_boot

import data.terraform.lib

violation contains lib.violation("TF-GCP-VM-SECURE-BOOT", resource, [], ["shielded_instance_config", "enable_secure_boot"], message) if {
	some resource in lib.resources({"google_compute_instance"})
	value := lib.setting(resource, ["shielded_instance_config", "enable_secure_boot"], null)
	lib.is_wrong(value, {true})
	message := $"{resource.id} has shielded_instance_config.enable_secure_boot {lib.shown(value)}; set it to true"
}
