# ruleid: TF-PROVIDER-INSECURE
provider kubernetes insecure = true
# ruleid: TF-PROVIDER-INSECURE
provider helm kubernetes.0.insecure = true
# ruleid: TF-PROVIDER-INSECURE
provider vault skip_tls_verify = true
# ruleid: TF-PROVIDER-INSECURE
provider vsphere allow_unverified_ssl = true
# ruleid: TF-PROVIDER-INSECURE
provider openstack insecure = 1
# ok: TF-PROVIDER-INSECURE
provider kubernetes insecure = false
# ok: TF-PROVIDER-INSECURE
provider kubernetes host = true
# ok: TF-PROVIDER-INSECURE
resource x_y insecure = true
# ok: TF-PROVIDER-INSECURE
provider aws insecure = ${var.x}
# ok: TF-PROVIDER-INSECURE
provider vault skip_tls_verify = trueish
