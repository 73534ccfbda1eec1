variable "project" {
  type = string
}

variable "sources" {
  type    = list(string)
  default = ["0.0.0.0/0"]
}

resource "google_storage_bucket" "shop" {
  name                        = "shop-files"
  location                    = "EU"
  uniform_bucket_level_access = false
  public_access_prevention    = "inherited"
}

resource "google_compute_firewall" "shop" {
  name          = "shop"
  network       = "shop"
  direction     = "INGRESS"
  source_ranges = var.sources

  allow {
    protocol = "tcp"
    ports    = ["20-25", "443"]
  }
}

resource "google_compute_firewall" "health" {
  name          = "health"
  network       = "shop"
  source_ranges = ["35.191.0.0/16"]

  allow {
    protocol = "tcp"
    ports    = ["8080"]
  }
}
