provider "aws" {
  region     = "eu-central-1"
  access_key = "AKIAQ3EGRIUL5XTZ7WPB"
  secret_key = "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"
}
