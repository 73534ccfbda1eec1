resource "google_storage_bucket" "orders" {
  name                        = "shop-orders"
  location                    = "EU"
  public_access_prevention    = "enforced"
}
