# ruleid: TF-PASSWORD
resource aws_db_instance password = hunter2
# ruleid: TF-PASSWORD
resource aws_rds_cluster master_password = Tr0ub4dor
# ruleid: TF-PASSWORD
resource azurerm_linux_virtual_machine admin_password = P@ssw0rd1234
# ruleid: TF-PASSWORD
resource azurerm_mssql_server administrator_login_password = correct horse battery
# ruleid: TF-PASSWORD
resource google_sql_user password = changeme
# ruleid: TF-PASSWORD
module orders db_password = hunter2
# ruleid: TF-PASSWORD
resource aws_elasticache_replication_group auth_token = 0123456789abcdef
# ruleid: TF-PASSWORD
resource null_resource connection.0.password = hunter2
# ruleid: TF-PASSWORD
resource aws_secretsmanager_secret_version secret_string = hunter2
# ruleid: TF-PASSWORD
resource aws_secretsmanager_secret_version secret_string.dbPassword = hunter2
# ruleid: TF-PASSWORD
resource azurerm_key_vault_secret value = hunter2
# ruleid: TF-PASSWORD
resource kubernetes_secret data.token-of-bot = hunter2
# ruleid: TF-PASSWORD
resource azurerm_linux_function_app storage_account_access_key = aGVsbG8=
# ruleid: TF-PASSWORD
resource azuread_x Client_Secret = a
# ok: TF-PASSWORD
resource aws_db_instance username = app
# ok: TF-PASSWORD
resource aws_db_instance password = app-${random_id.x.hex}
# ok: TF-PASSWORD
resource aws_db_instance password = 
# ok: TF-PASSWORD
resource aws_db_instance password = <password>
# ok: TF-PASSWORD
resource aws_db_instance password = xxxxxxxx
# ok: TF-PASSWORD
resource aws_db_instance password = /run/secrets/password
# ok: TF-PASSWORD
resource aws_iam_account_password_policy minimum_password_length = 14
# ok: TF-PASSWORD
resource azurerm_linux_virtual_machine disable_password_authentication = true
# ok: TF-PASSWORD
resource google_sql_database_instance root_password = ${x}
# ok: TF-PASSWORD
resource aws_cognito_user_pool_client generate_secret = true
# ok: TF-PASSWORD
resource aws_x auth_token = arn:aws:secretsmanager:eu-central-1:123456789012:secret:x
# ok: TF-PASSWORD
resource aws_lambda_function environment.variables.DB_PASSWORD = hunter2
# ok: TF-PASSWORD
variable db_password description = password = hunter2
# ok: TF-PASSWORD
resource aws_secretsmanager_secret_version secret_string.username = app
# ok: TF-PASSWORD
resource x_y password = @Microsoft.KeyVault(SecretUri=https://kv/x)
# ok: TF-PASSWORD
resource x_y manage_master_user_password = true
# ok: TF-PASSWORD
resource x_y db_url.password = postgres://app:hunter2@db
