# The shop: orders, their archive and who may touch them.
terraform {
  required_version = ">= 1.9"
}

provider "aws" {
  region = var.region
}

provider "aws" {
  alias  = "recovery"
  region = "eu-west-1"
}

variable "region" {
  type    = string
  default = "eu-central-1"
}

variable "encrypted" {
  description = "Whether the database is stored encrypted."
  type        = bool
  default     = true
}

variable "owner" {
  type = string
}

variable "days" {
  type    = number
  default = 14
}

locals {
  everywhere = ["10.0.0.0/8"]
  buckets    = { data = "shop-data", logs = "shop-logs" }
  tags = {
    owner = var.owner
    team  = "shop"
  }
}

resource "aws_s3_bucket" "data" {
  bucket = local.buckets.data
  tags   = local.tags
}

resource "aws_s3_bucket_public_access_block" "data" {
  bucket                  = aws_s3_bucket.data.id
  block_public_acls       = true
  block_public_policy     = true
  ignore_public_acls      = true
  restrict_public_buckets = true
}

resource "aws_s3_bucket_server_side_encryption_configuration" "data" {
  bucket = aws_s3_bucket.data.id

  rule {
    apply_server_side_encryption_by_default {
      sse_algorithm = "aws:kms:dsse"
    }
  }
}

resource "aws_s3_bucket_versioning" "data" {
  bucket = aws_s3_bucket.data.id

  versioning_configuration {
    status = "Enabled"
  }
}

resource "aws_s3_bucket_logging" "data" {
  bucket        = aws_s3_bucket.data.id
  target_bucket = aws_s3_bucket.logs.id
  target_prefix = "data/"
}

resource "aws_s3_bucket" "logs" {
  bucket = local.buckets.logs
}

resource "aws_s3_bucket_public_access_block" "logs" {
  bucket                  = "shop-logs"
  block_public_acls       = true
  block_public_policy     = true
  ignore_public_acls      = true
  restrict_public_buckets = true
}

resource "aws_s3_bucket_server_side_encryption_configuration" "logs" {
  bucket = aws_s3_bucket.logs.id

  rule {
    apply_server_side_encryption_by_default {
      sse_algorithm = "AES256"
    }
  }
}

resource "aws_s3_bucket_versioning" "logs" {
  bucket = aws_s3_bucket.logs.id

  versioning_configuration {
    status = "Enabled"
  }
}

resource "aws_kms_key" "orders" {
  description         = "orders"
  enable_key_rotation = true
}

resource "aws_kms_key" "spare" {
  count               = 2
  description         = "spare"
  enable_key_rotation = true
}

resource "aws_db_instance" "orders" {
  identifier                          = "orders"
  engine                              = "postgres"
  instance_class                      = "db.t3.medium"
  storage_encrypted                   = var.encrypted
  publicly_accessible                 = false
  backup_retention_period             = var.days
  deletion_protection                 = true
  iam_database_authentication_enabled = true
  tags                                = local.tags

  lifecycle {
    prevent_destroy = true
  }
}

resource "aws_sns_topic" "orders" {
  name              = "orders"
  kms_master_key_id = aws_kms_key.orders.arn
}

resource "aws_sqs_queue" "orders" {
  name                    = "orders"
  sqs_managed_sse_enabled = true
}

resource "aws_sqs_queue_policy" "orders" {
  queue_url = aws_sqs_queue.orders.id
  policy    = <<-JSON
    {
      "Version": "2012-10-17",
      "Statement": [
        {
          "Effect": "Allow",
          "Principal": {"AWS": "arn:aws:iam::111122223333:root"},
          "Action": "sqs:SendMessage",
          "Resource": "${aws_sqs_queue.orders.arn}"
        }
      ]
    }
  JSON
}

resource "aws_iam_policy" "worker" {
  name = "worker"
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Sid      = "Work"
        Effect   = "Allow"
        Action   = ["s3:GetObject", "s3:PutObject"]
        Resource = ["arn:aws:s3:::shop-data/*"]
      },
      {
        Sid      = "Stay"
        Effect   = "Deny"
        Action   = "iam:*"
        Resource = "*"
      }
    ]
  })
}

data "aws_iam_policy_document" "support" {
  statement {
    actions   = ["sqs:GetQueueAttributes", "sqs:ReceiveMessage"]
    resources = ["*"]
  }

  statement {
    effect    = "Deny"
    actions   = ["sqs:PurgeQueue"]
    resources = ["*"]
  }
}

module "archive" {
  source = "./archive"
  name   = "shop-archive"
  status = "Enabled"
}

output "database" {
  value = aws_db_instance.orders.endpoint
}
