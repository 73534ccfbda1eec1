package terraform.gcp_sql_public_test

import data.terraform.testing

found(body) := testing.found("TF-GCP-SQL-PUBLIC", [testing.resource("google_sql_database_instance", body)])

test_allows_what_is_safe if {
	every value in {false} {
		found({"settings": {"ip_configuration": {"ipv4_enabled": value}}}) == set()
	}
}

test_denies_what_is_not if found({"settings": {"ip_configuration": {"ipv4_enabled": true}}}) == {["google_sql_database_instance.it", "settings/ip_configuration/ipv4_enabled"]}

test_leaves_what_is_not_resolved if found({"settings": {"ip_configuration": {"ipv4_enabled": {"$unresolved": "var.x"}}}}) == set()

test_denies_the_default if count(found({})) == 1

test_leaves_blocks_that_are_not_resolved if found({"dynamic": {"settings": {"for_each": {"$unresolved": "var.x"}}}}) == set()
