# ruleid: TF-CREDENTIALS
resource aws_instance tags.key = AKIAQ3EGRIUL5XTZ7WPB
# ruleid: TF-CREDENTIALS
output key value = token ghp_0a1B2c3D4e5F6g7H8i9J0k1L2m3N4o5P6q7R
# ruleid: TF-CREDENTIALS
module x note = glpat-0a1B2c3D4e5F6g7H8i9J
# ruleid: TF-CREDENTIALS
resource aws_ssm_parameter value = AKIAQ3EGRIUL5XTZ7WPB
# ok: TF-CREDENTIALS
resource aws_instance tags.key = AKIAIOSFODNN7EXAMPLE
# ok: TF-CREDENTIALS
resource aws_instance tags.key = akiaq3egriul5xtz7wpb
# ok: TF-CREDENTIALS
resource aws_db_instance password = AKIAQ3EGRIUL5XTZ7WPB
# ok: TF-CREDENTIALS
resource aws_instance user_data = export KEY=AKIAQ3EGRIUL5XTZ7WPB
# ok: TF-CREDENTIALS
resource aws_lambda_function environment.variables.KEY = AKIAQ3EGRIUL5XTZ7WPB
# ok: TF-CREDENTIALS
resource aws_instance tags.key = ghp_short
# ok: TF-CREDENTIALS
resource aws_instance tags.key = XAKIAQ3EGRIUL5XTZ7WPB
# ok: TF-CREDENTIALS
provider aws access_key = AKIAQ3EGRIUL5XTZ7WPB
# ok: TF-CREDENTIALS
resource aws_instance tags.key = AKIAQ3EGRIUL5XTZ7WPBXY
# ok: TF-CREDENTIALS
variable x description = AKIAQ3EGRIUL5XTZ7WPB
