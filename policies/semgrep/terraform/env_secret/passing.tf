variable "db_password" {
  type      = string
  sensitive = true
}

resource "aws_ecs_task_definition" "shop" {
  family = "shop"
  container_definitions = jsonencode([
    {
      name  = "app"
      image = "registry.example.org/app:1.4.2"
      environment = [
        { name = "MODE", value = "fast" },
        { name = "DB_PASSWORD", value = var.db_password }
      ]
    }
  ])
}
