resource "aws_db_instance" "orders" {
  identifier                          = "orders"
  engine                              = "postgres"
  instance_class                      = "db.t3.medium"
  allocated_storage                   = 50
  username                            = "orders"
  manage_master_user_password         = true
  storage_encrypted                   = true
  publicly_accessible                 = false
  backup_retention_period             = 14
  iam_database_authentication_enabled = true
  auto_minor_version_upgrade          = true
}
