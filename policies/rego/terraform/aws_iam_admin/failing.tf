resource "aws_iam_policy" "reports" {
  name = "reports"

  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Sid      = "ReadReports"
        Effect   = "Allow"
        Action   = ["*"]
        Resource = "arn:aws:s3:::shop-reports/*"
      },
    ]
  })
}
