# ruleid: TF-SCRIPT-SECRET
resource aws_instance user_data = export DB_PASSWORD=hunter2
# ruleid: TF-SCRIPT-SECRET
resource aws_launch_template user_data = password: hunter2
# ruleid: TF-SCRIPT-SECRET
resource azurerm_linux_virtual_machine custom_data =   "api_key": "hunter2",
# ruleid: TF-SCRIPT-SECRET
resource google_compute_instance metadata.startup-script = AWS_SECRET_ACCESS_KEY="hunter2" ./run
# ruleid: TF-SCRIPT-SECRET
resource google_compute_instance metadata_startup_script = ./join --token hunter2 --fast
# ruleid: TF-SCRIPT-SECRET
resource null_resource provisioner.local-exec.0.command = PGPASSWORD='hunter2' psql
# ruleid: TF-SCRIPT-SECRET
resource aws_instance user_data = curl https://app:hunter2@example.org/
# ruleid: TF-SCRIPT-SECRET
resource aws_instance user_data = aws configure set key AKIAQ3EGRIUL5XTZ7WPB
# ruleid: TF-SCRIPT-SECRET
resource aws_instance user_data_base64 = export TOKEN=hunter2
# ok: TF-SCRIPT-SECRET
resource aws_instance user_data = export DB_PASSWORD=${var.db_password}
# ok: TF-SCRIPT-SECRET
resource aws_instance user_data = export DB_PASSWORD=$(aws secretsmanager get-secret-value --secret-id shop/db)
# ok: TF-SCRIPT-SECRET
resource aws_instance user_data = # password: hunter2
# ok: TF-SCRIPT-SECRET
resource aws_instance user_data = PASSWORD_FILE=/run/secrets/x
# ok: TF-SCRIPT-SECRET
resource aws_instance user_data = password=/run/secrets/x
# ok: TF-SCRIPT-SECRET
resource aws_instance user_data = echo the token is taken from the vault
# ok: TF-SCRIPT-SECRET
resource aws_instance user_data = password: <password>
# ok: TF-SCRIPT-SECRET
resource aws_instance user_data = ssh_pwauth: false
# ok: TF-SCRIPT-SECRET
resource aws_instance user_data = use_token: false
# ok: TF-SCRIPT-SECRET
resource aws_instance tags.user = password=hunter2
# ok: TF-SCRIPT-SECRET
resource aws_instance user_data = key AKIAIOSFODNN7EXAMPLE
# ok: TF-SCRIPT-SECRET
resource aws_instance user_data = curl https://example.org:8443/x@y
# ok: TF-SCRIPT-SECRET
resource aws_instance user_data = PASSWORD=$1
