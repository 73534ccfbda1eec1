provider "kubernetes" {
  host     = "https://cluster.example.org"
  insecure = true
}
