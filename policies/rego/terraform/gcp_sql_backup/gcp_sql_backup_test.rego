package terraform.gcp_sql_backup_test

import data.terraform.testing

found(body) := testing.found("TF-GCP-SQL-BACKUP", [testing.resource("google_sql_database_instance", body)])

test_allows_what_is_safe if {
	every value in {true} {
		found({"settings": {"backup_configuration": {"enabled": value}}}) == set()
	}
}

test_denies_what_is_not if found({"settings": {"backup_configuration": {"enabled": false}}}) == {["google_sql_database_instance.it", "settings/backup_configuration/enabled"]}

test_leaves_what_is_not_resolved if found({"settings": {"backup_configuration": {"enabled": {"$unresolved": "var.x"}}}}) == set()

test_denies_the_default if count(found({})) == 1

test_leaves_blocks_that_are_not_resolved if found({"dynamic": {"settings": {"for_each": {"$unresolved": "var.x"}}}}) == set()
