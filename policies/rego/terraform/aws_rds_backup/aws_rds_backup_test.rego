package terraform.aws_rds_backup_test

import data.terraform.testing

found(body) := testing.found("TF-AWS-RDS-BACKUP", [testing.resource("aws_db_instance", body)])

test_allows_enough if {
	found({"backup_retention_period": 7}) == set()
	found({"backup_retention_period": {"$unresolved": "var.x"}}) == set()
}

test_denies_less_and_nothing if {
	found({"backup_retention_period": 6}) == {["aws_db_instance.it", "backup_retention_period"]}
	count(found({})) == 1
}
