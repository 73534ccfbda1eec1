# METADATA
# title: Firewall opens SSH or RDP to the internet
# description: >-
#   Ports of administration are tried by strangers day and night. Let in the networks that need them, and no others.
# related_resources:
#   - ref: https://registry.terraform.io/providers/hashicorp/google/latest/docs/resources/compute_firewall
#   - ref: https://cloud.google.com/firewall/docs/firewalls
# custom:
#   id: TF-GCP-FIREWALL-ADMIN-PORTS
#   severity: high
#   kind: terraform
#   sets: [tf-gcp]
#   aliases: [trivy/AVD-GCP-0027, checkov/CKV_GCP_2, checkov/CKV_GCP_3]
#   fixes:
#     - {at: object, path: [source_ranges], allow: [{narrower_cidr: true}]}
package terraform.rules.gcp_firewall_admin_ports

import data.terraform.lib

violation contains lib.violation("TF-GCP-FIREWALL-ADMIN-PORTS", resource, [], ["source_ranges"], message) if {
	some resource in lib.resources({"google_compute_firewall"})
	object.get(resource.body, "direction", "INGRESS") == "INGRESS"
	lib.any_world(resource.body.source_ranges)
	some rule in resource.body.allow
	opens_admin(rule)
	message := $"{resource.id} opens a port of administration to {resource.body.source_ranges}; let in the networks that need it"
}

opens_admin(rule) if rule.protocol == "all"

opens_admin(rule) if {
	rule.protocol in {"tcp", "6"}
	not rule.ports
}

opens_admin(rule) if {
	rule.protocol in {"tcp", "6"}
	some ports in rule.ports
	some port in {22, 3389}
	holds(split(ports, "-"), port)
}

holds([only], port) if to_number(only) == port

holds([first, last], port) if {
	to_number(first) <= port
	to_number(last) >= port
}
