package kubernetes

# METADATA
# title: Every violation of every rule
# entrypoint: true
violations contains violation if some violation in data.kubernetes.rules[_].violation
