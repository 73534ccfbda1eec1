# ruleid: TF-URL-PASSWORD
resource aws_lambda_function environment.variables.DATABASE_URL = postgres://app:hunter2@db.example.org/orders
# ruleid: TF-URL-PASSWORD
resource aws_ssm_parameter value = mongodb+srv://app:hunter2@db.example.org
# ruleid: TF-URL-PASSWORD
resource x_y proxy = http://:hunter2@proxy:3128
# ruleid: TF-URL-PASSWORD
output url value = amqps://u:p@mq
# ruleid: TF-URL-PASSWORD
resource x_y url = jdbc:postgresql://app:hunter2@db/orders
# ruleid: TF-URL-PASSWORD
resource x_y url = postgres://app:hunter2@${aws_db_instance.x.address}/orders
# ok: TF-URL-PASSWORD
resource x_y url = postgres://app@db.example.org/orders
# ok: TF-URL-PASSWORD
resource x_y url = https://example.org:8443/a@b
# ok: TF-URL-PASSWORD
resource x_y url = postgres://app:${var.x}@db/orders
# ok: TF-URL-PASSWORD
resource x_y url = postgres://app:<password>@db/orders
# ok: TF-URL-PASSWORD
resource aws_instance user_data = curl https://u:hunter2@example.org
# ok: TF-URL-PASSWORD
resource x_y url = postgres://app:****@db
# ok: TF-URL-PASSWORD
resource x_y arn = arn:aws:sns:eu-central-1:1:x@y
