data "aws_iam_policy_document" "reports" {
  statement {
    sid       = "ReadReports"
    actions   = ["s3:*"]
    resources = ["arn:aws:s3:::shop-reports/*"]
  }
}
