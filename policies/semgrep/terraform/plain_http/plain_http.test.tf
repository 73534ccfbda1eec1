# ruleid: TF-PLAIN-HTTP
resource aws_sns_topic_subscription endpoint = http://hooks.example.org/x
# ruleid: TF-PLAIN-HTTP
resource azurerm_monitor_action_group webhook_receiver.0.service_uri = http://hooks.example.org
# ruleid: TF-PLAIN-HTTP
resource google_pubsub_subscription push_config.0.push_endpoint = http://hooks.example.org
# ruleid: TF-PLAIN-HTTP
resource github_repository_webhook configuration.0.url = http://localhost.example.org/
# ok: TF-PLAIN-HTTP
resource aws_sns_topic_subscription endpoint = https://hooks.example.org/x
# ok: TF-PLAIN-HTTP
resource x_y webhook_url = http://localhost:8080/
# ok: TF-PLAIN-HTTP
resource x_y webhook_url = http://127.0.0.1/
# ok: TF-PLAIN-HTTP
resource x_y webhook_url = http://billing.internal/hook
# ok: TF-PLAIN-HTTP
resource x_y webhook_url = http://${aws_lb.x.dns_name}/
# ok: TF-PLAIN-HTTP
resource x_y description = http://example.org
# ok: TF-PLAIN-HTTP
resource aws_iam_openid_connect_provider thumbprint_url_x = http://example.org
# ok: TF-PLAIN-HTTP
resource x_y endpoint = hooks.example.org
# ok: TF-PLAIN-HTTP
provider aws endpoint = http://hooks.example.org
