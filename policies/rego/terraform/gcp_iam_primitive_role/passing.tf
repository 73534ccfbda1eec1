resource "google_project_iam_member" "reports" {
  project = "shop"
  role    = "roles/viewer"
  member  = "serviceAccount:reports@shop.iam.gserviceaccount.com"
}
