resource "aws_sns_topic_subscription" "billing" {
  topic_arn = "arn:aws:sns:eu-central-1:123456789012:billing"
  protocol  = "https"
  endpoint  = "https://hooks.example.org/billing"
}
