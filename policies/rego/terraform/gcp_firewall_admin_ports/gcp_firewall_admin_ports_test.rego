package terraform.gcp_firewall_admin_ports_test

import data.terraform.testing

found(rule, ranges) := testing.found("TF-GCP-FIREWALL-ADMIN-PORTS", [testing.resource("google_compute_firewall", {"allow": [rule], "source_ranges": ranges})])

test_allows_known_networks_and_other_ports if {
	found({"protocol": "tcp", "ports": ["22"]}, ["10.0.0.0/8"]) == set()
	found({"protocol": "tcp", "ports": ["443", "8000-9000"]}, ["0.0.0.0/0"]) == set()
	found({"protocol": "udp"}, ["0.0.0.0/0"]) == set()
	found({"protocol": "tcp", "ports": ["22"]}, {"$unresolved": "var.x"}) == set()
}

test_denies_the_internet_and_its_halves if {
	found({"protocol": "tcp", "ports": ["22"]}, ["0.0.0.0/0"]) == {["google_compute_firewall.it", "source_ranges"]}
	count(found({"protocol": "tcp", "ports": ["3000-4000"]}, ["0.0.0.0/1", "128.0.0.0/1"])) == 1
	count(found({"protocol": "tcp"}, ["0.0.0.0/0"])) == 1
	count(found({"protocol": "all"}, ["::/0"])) == 1
}
