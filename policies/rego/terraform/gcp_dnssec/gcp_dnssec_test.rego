package terraform.gcp_dnssec_test

import data.terraform.testing

found(body) := testing.found("TF-GCP-DNSSEC", [testing.resource("google_dns_managed_zone", body)])

test_allows_what_is_safe if {
	every value in {"on"} {
		found({"dnssec_config": {"state": value}}) == set()
	}
}

test_denies_what_is_not if found({"dnssec_config": {"state": "off"}}) == {["google_dns_managed_zone.it", "dnssec_config/state"]}

test_leaves_what_is_not_resolved if found({"dnssec_config": {"state": {"$unresolved": "var.x"}}}) == set()

test_denies_the_default if count(found({})) == 1

test_leaves_blocks_that_are_not_resolved if found({"dynamic": {"dnssec_config": {"for_each": {"$unresolved": "var.x"}}}}) == set()
