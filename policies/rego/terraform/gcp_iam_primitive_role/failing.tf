resource "google_project_iam_member" "reports" {
  project = "shop"
  role    = "roles/editor"
  member  = "serviceAccount:reports@shop.iam.gserviceaccount.com"
}
