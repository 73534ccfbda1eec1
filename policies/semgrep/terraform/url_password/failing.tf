resource "aws_lambda_function" "worker" {
  function_name = "worker"
  role          = "arn:aws:iam::123456789012:role/worker"
  package_type  = "Image"
  image_uri     = "registry.example.org/worker:1.4.2"

  environment {
    variables = {
      MODE = "fast"
      DATABASE_URL = "postgres://orders:correct-horse-7@db.example.org:5432/orders"
    }
  }
}
