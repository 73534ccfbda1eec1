resource "aws_cloudtrail" "account" {
  name                       = "account"
  s3_bucket_name             = "shop-trail"
  enable_log_file_validation = true
}
