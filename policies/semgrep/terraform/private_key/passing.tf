variable "shop_key" {
  type      = string
  sensitive = true
}

resource "aws_iam_server_certificate" "shop" {
  name             = "shop"
  certificate_body = file("shop.crt")
  private_key      = var.shop_key
}
