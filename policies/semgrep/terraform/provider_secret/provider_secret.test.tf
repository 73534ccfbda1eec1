# ruleid: TF-PROVIDER-SECRET
provider aws access_key = AKIAQ3EGRIUL5XTZ7WPB
# ruleid: TF-PROVIDER-SECRET
provider aws secret_key = wJalrXUtnFEMIK7MDENGbPxRfiCYzEXAMPLEKEY
# ruleid: TF-PROVIDER-SECRET
provider azurerm client_secret = q7Q~xyz
# ruleid: TF-PROVIDER-SECRET
provider kubernetes token = eyJhbGciOi
# ruleid: TF-PROVIDER-SECRET
provider helm kubernetes.0.password = hunter2
# ruleid: TF-PROVIDER-SECRET
terraform - backend.s3.0.secret_key = wJalrXUtnFEMI
# ruleid: TF-PROVIDER-SECRET
provider google credentials = {"private_key": "-----BEGIN PRIVATE KEY-----\nMIIE"}
# ruleid: TF-PROVIDER-SECRET
provider mysql PASSWORD = hunter2
# ok: TF-PROVIDER-SECRET
provider aws region = eu-central-1
# ok: TF-PROVIDER-SECRET
provider aws access_key = <access key>
# ok: TF-PROVIDER-SECRET
provider google credentials = account.json
# ok: TF-PROVIDER-SECRET
provider postgresql password = ${var.x}
# ok: TF-PROVIDER-SECRET
provider vault token = ****
# ok: TF-PROVIDER-SECRET
resource aws_iam_access_key secret_key = hunter2
# ok: TF-PROVIDER-SECRET
provider kubernetes token_file = /run/token
# ok: TF-PROVIDER-SECRET
provider aws assume_role.0.role_arn = arn:aws:iam::123456789012:role/x
# ok: TF-PROVIDER-SECRET
provider postgresql username = app
# ok: TF-PROVIDER-SECRET
provider mysql password = 
