# Nothing calls this.
resource "aws_kms_key" "sandbox" {
  description         = "sandbox"
  enable_key_rotation = true
}
