package terraform.gcp_vm_serial_port_test

import data.terraform.testing

found(body) := testing.found("TF-GCP-VM-SERIAL-PORT", [testing.resource("google_compute_instance", body)])

test_allows_a_closed_console if {
	found({}) == set()
	found({"metadata": {"serial-port-enable": "false"}}) == set()
	found({"metadata": {"$unresolved": "var.x"}}) == set()
}

test_denies_an_open_one if {
	every value in [true, "true", "TRUE", 1] {
		found({"metadata": {"serial-port-enable": value}}) == {["google_compute_instance.it", "metadata/serial-port-enable"]}
	}
}
