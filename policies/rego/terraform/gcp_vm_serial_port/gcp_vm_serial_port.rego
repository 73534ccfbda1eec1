# METADATA
# title: Machine has its serial console open
# description: >-
#   The serial console is open to every address and asks for a key alone. Close it.
# related_resources:
#   - ref: https://registry.terraform.io/providers/hashicorp/google/latest/docs/resources/compute_instance
#   - ref: https://cloud.google.com/compute/docs/troubleshooting/troubleshooting-using-serial-console
# custom:
#   id: TF-GCP-VM-SERIAL-PORT
#   severity: medium
#   kind: terraform
#   sets: [tf-gcp]
#   aliases: [trivy/AVD-GCP-0032, checkov/CKV_GCP_35]
#   fixes:
#     - {at: object, path: [metadata, serial-port-enable], allow: [{remove: true}, {one_of: [false, "false", "FALSE"]}]}
package terraform.rules.gcp_vm_serial_port

import data.terraform.lib

violation contains lib.violation("TF-GCP-VM-SERIAL-PORT", resource, [], ["metadata", "serial-port-enable"], message) if {
	some resource in lib.resources({"google_compute_instance"})
	value := resource.body.metadata["serial-port-enable"]
	lower($"{value}") in {"true", "1"}
	message := $"{resource.id} has serial-port-enable {value} in its metadata; set it to false"
}
