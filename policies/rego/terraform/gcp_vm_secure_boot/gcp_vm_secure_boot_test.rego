package terraform.gcp_vm_secure_boot_test

import data.terraform.testing

found(body) := testing.found("TF-GCP-VM-SECURE-BOOT", [testing.resource("google_compute_instance", body)])

test_allows_what_is_safe if {
	every value in {true} {
		found({"shielded_instance_config": {"enable_secure_boot": value}}) == set()
	}
}

test_denies_what_is_not if found({"shielded_instance_config": {"enable_secure_boot": false}}) == {["google_compute_instance.it", "shielded_instance_config/enable_secure_boot"]}

test_leaves_what_is_not_resolved if found({"shielded_instance_config": {"enable_secure_boot": {"$unresolved": "var.x"}}}) == set()

test_denies_the_default if count(found({})) == 1

test_leaves_blocks_that_are_not_resolved if found({"dynamic": {"shielded_instance_config": {"for_each": {"$unresolved": "var.x"}}}}) == set()
