provider "kubernetes" {
  host     = "https://cluster.example.org"
}
