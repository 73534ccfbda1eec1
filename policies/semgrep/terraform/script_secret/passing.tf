variable "db_password" {
  type      = string
  sensitive = true
}

resource "aws_instance" "web" {
  ami           = "ami-0a1b2c3d4e5f60718"
  instance_type = "t3.micro"
  user_data     = <<-EOT
    #!/bin/sh
    echo "DB_PASSWORD=${var.db_password}" >> /etc/web.env
    systemctl enable --now web
  EOT
}
