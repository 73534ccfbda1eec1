package terraform.gcp_sql_tls_test

import data.terraform.testing

found(body) := testing.found("TF-GCP-SQL-TLS", [testing.resource("google_sql_database_instance", body)])

test_allows_what_is_safe if {
	every value in {"ENCRYPTED_ONLY", "TRUSTED_CLIENT_CERTIFICATE_REQUIRED"} {
		found({"settings": {"ip_configuration": {"ssl_mode": value}}}) == set()
	}
}

test_denies_what_is_not if found({"settings": {"ip_configuration": {"ssl_mode": "ALLOW_UNENCRYPTED_AND_ENCRYPTED"}}}) == {["google_sql_database_instance.it", "settings/ip_configuration/ssl_mode"]}

test_leaves_what_is_not_resolved if found({"settings": {"ip_configuration": {"ssl_mode": {"$unresolved": "var.x"}}}}) == set()

test_denies_the_default if count(found({})) == 1

test_leaves_blocks_that_are_not_resolved if found({"dynamic": {"settings": {"for_each": {"$unresolved": "var.x"}}}}) == set()
