resource "google_compute_firewall" "administration" {
  name          = "administration"
  network       = "shop"
  direction     = "INGRESS"
  source_ranges = ["10.20.0.0/16"]

  allow {
    protocol = "tcp"
    ports    = ["22"]
  }
}
