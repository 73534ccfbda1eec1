# ruleid: TF-ENV-SECRET
resource aws_lambda_function environment.variables.DB_PASSWORD = hunter2
# ruleid: TF-ENV-SECRET
resource aws_lambda_function environment.variables.db_password = hunter2
# ruleid: TF-ENV-SECRET
resource aws_ecs_task_definition container_definitions.app.environment.API_KEY.value = hunter2
# ruleid: TF-ENV-SECRET
resource azurerm_linux_web_app app_settings.CLIENT_SECRET = hunter2
# ruleid: TF-ENV-SECRET
resource google_cloudfunctions_function environment_variables.AUTH_TOKEN = hunter2
# ruleid: TF-ENV-SECRET
resource google_cloud_run_v2_service template.containers.0.env.DB_PASSWORD.value = hunter2
# ruleid: TF-ENV-SECRET
resource aws_lambda_function environment.variables.UPLOAD = AKIAQ3EGRIUL5XTZ7WPB
# ruleid: TF-ENV-SECRET
module worker environment.S3_SECRET_ACCESS_KEY = hunter2
# ok: TF-ENV-SECRET
resource aws_lambda_function environment.variables.DB_PASSWORD = ${var.x}
# ok: TF-ENV-SECRET
resource aws_lambda_function environment.variables.DB_PASSWORD_FILE = hunter2
# ok: TF-ENV-SECRET
resource aws_lambda_function environment.variables.DB_PASSWORD = /run/secrets/x
# ok: TF-ENV-SECRET
resource aws_lambda_function environment.variables.DB_PASSWORD = arn:aws:secretsmanager:x
# ok: TF-ENV-SECRET
resource aws_lambda_function environment.variables.ALLOW_PASSWORD = true
# ok: TF-ENV-SECRET
resource aws_lambda_function environment.variables.UPLOAD = AKIAIOSFODNN7EXAMPLE
# ok: TF-ENV-SECRET
resource azurerm_linux_web_app app_settings.API_KEY = @Microsoft.KeyVault(VaultName=x;SecretName=y)
# ok: TF-ENV-SECRET
resource aws_ecs_task_definition container_definitions.app.secrets.API_KEY.valueFrom = arn:aws:ssm:x
# ok: TF-ENV-SECRET
resource aws_lambda_function environment.variables.PASSWORDS_PER_MINUTE = 5
# ok: TF-ENV-SECRET
resource aws_db_instance password = hunter2
# ok: TF-ENV-SECRET
resource aws_lambda_function environment.variables.DB_PASSWORD = {{password}}
# ok: TF-ENV-SECRET
resource aws_lambda_function environment.variables.PASSWORD = 
