package kubernetes

# METADATA
# title: Every violation of every rule
# entrypoint: true
violations contains violation if some violation in data.kubernetes.rules[_].violation

# METADATA
# title: What every report tells of, which no repair is judged by
# entrypoint: true
reported contains violation if some violation in data.kubernetes.reports[_].violation
