variable "db_password" {
  type    = string
  default = "correct-horse-7"
}

resource "aws_db_instance" "orders" {
  identifier     = "orders"
  engine         = "postgres"
  instance_class = "db.t4g.medium"
  username       = "orders"
  password       = var.db_password
}
