resource "aws_iam_account_password_policy" "account" {
  minimum_password_length      = 8
  require_lowercase_characters = true
  require_numbers              = true
  require_uppercase_characters = true
  require_symbols              = true
}
