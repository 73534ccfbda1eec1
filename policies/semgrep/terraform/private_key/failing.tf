resource "aws_iam_server_certificate" "shop" {
  name             = "shop"
  certificate_body = file("shop.crt")
  private_key      = <<-EOT
    -----BEGIN PRIVATE KEY-----
    MC4CAQAwBQYDK2VwBCIEIJ1hsZ3v
    -----END PRIVATE KEY-----
  EOT
}
