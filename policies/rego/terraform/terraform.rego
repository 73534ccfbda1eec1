package terraform

# METADATA
# title: Every violation of every rule
# entrypoint: true
violations contains violation if some violation in data.terraform.rules[_].violation
