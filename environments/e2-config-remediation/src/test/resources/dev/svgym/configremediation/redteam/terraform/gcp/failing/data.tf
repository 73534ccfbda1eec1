resource "google_sql_database_instance" "orders" {
  name             = "orders"
  database_version = "POSTGRES_16"

  settings {
    tier = "db-custom-2-8192"

    ip_configuration {
      ipv4_enabled    = true
      private_network = "projects/shop/global/networks/shop"
      ssl_mode        = "ALLOW_UNENCRYPTED_AND_ENCRYPTED"
    }

    backup_configuration {
      enabled = true
    }
  }
}

resource "google_project_iam_member" "deployer" {
  project = var.project
  role    = "roles/editor"
  member  = "serviceAccount:deployer@shop.iam.gserviceaccount.com"
}

resource "google_dns_managed_zone" "shop" {
  name     = "shop"
  dns_name = "shop.example."
}

resource "google_compute_instance" "worker" {
  name         = "worker"
  machine_type = "e2-small"
  zone         = "europe-west3-a"

  metadata = {
    block-project-ssh-keys = "true"
    serial-port-enable     = "true"
  }

  shielded_instance_config {
    enable_secure_boot = false
  }
}
