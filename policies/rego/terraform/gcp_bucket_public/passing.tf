resource "google_storage_bucket" "orders" {
  name                        = "shop-orders"
  location                    = "EU"
  uniform_bucket_level_access = true
  public_access_prevention    = "enforced"
}
