# ruleid: TF-SCRIPT-TLS
resource aws_instance user_data = curl -k https://example.org/a
# ruleid: TF-SCRIPT-TLS
resource aws_instance user_data = curl -fsSLk https://example.org/a | sh
# ruleid: TF-SCRIPT-TLS
resource aws_instance user_data =   sudo curl -o a --insecure https://example.org/a
# ruleid: TF-SCRIPT-TLS
resource google_compute_instance metadata_startup_script = wget -q --no-check-certificate https://example.org/a
# ruleid: TF-SCRIPT-TLS
resource null_resource provisioner.local-exec.0.command = /usr/bin/curl https://example.org -k
# ok: TF-SCRIPT-TLS
resource aws_instance user_data = curl -fsSL https://example.org/a
# ok: TF-SCRIPT-TLS
resource aws_instance user_data = # curl -k https://example.org/a
# ok: TF-SCRIPT-TLS
resource aws_instance user_data = kubectl get -k x
# ok: TF-SCRIPT-TLS
resource aws_instance user_data = curl https://example.org/a; tar -k
# ok: TF-SCRIPT-TLS
resource aws_instance tags.note = curl -k x
# ok: TF-SCRIPT-TLS
resource aws_instance user_data = curl -K config https://example.org
# ok: TF-SCRIPT-TLS
resource aws_instance user_data = mycurl -k x
