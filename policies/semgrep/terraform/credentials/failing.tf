resource "aws_ssm_parameter" "upload" {
  name  = "/shop/upload"
  type  = "SecureString"
  value = "AKIAQ3EGRIUL5XTZ7WPB"
}
