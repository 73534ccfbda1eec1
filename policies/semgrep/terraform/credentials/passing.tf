variable "upload_key" {
  type      = string
  sensitive = true
}

resource "aws_ssm_parameter" "upload" {
  name  = "/shop/upload"
  type  = "SecureString"
  value = var.upload_key
}
