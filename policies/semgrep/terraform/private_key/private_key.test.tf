# ruleid: TF-PRIVATE-KEY
resource aws_iam_server_certificate private_key = -----BEGIN RSA PRIVATE KEY-----
# ruleid: TF-PRIVATE-KEY
resource google_compute_ssl_certificate private_key = -----BEGIN PRIVATE KEY-----
# ruleid: TF-PRIVATE-KEY
resource null_resource connection.0.private_key =   -----BEGIN OPENSSH PRIVATE KEY-----
# ruleid: TF-PRIVATE-KEY
resource aws_lambda_function environment.variables.JWT = -----BEGIN EC PRIVATE KEY-----
# ok: TF-PRIVATE-KEY
resource aws_iam_server_certificate certificate_body = -----BEGIN CERTIFICATE-----
# ok: TF-PRIVATE-KEY
resource aws_key_pair public_key = -----BEGIN PUBLIC KEY-----
# ok: TF-PRIVATE-KEY
resource x_y private_key = -----begin private key-----
# ok: TF-PRIVATE-KEY
resource aws_instance user_data = -----BEGIN PRIVATE KEY-----
# ok: TF-PRIVATE-KEY
provider google credentials = -----BEGIN PRIVATE KEY-----
# ok: TF-PRIVATE-KEY
resource x_y private_key = ${file("x")}
