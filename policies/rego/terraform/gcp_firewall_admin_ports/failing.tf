resource "google_compute_firewall" "administration" {
  name          = "administration"
  network       = "shop"
  direction     = "INGRESS"
  source_ranges = ["0.0.0.0/0"]

  allow {
    protocol = "tcp"
    ports    = ["22"]
  }
}
