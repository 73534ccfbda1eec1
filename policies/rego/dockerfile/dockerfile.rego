package dockerfile

# METADATA
# title: Every violation of every rule
# entrypoint: true
violations contains violation if some violation in data.dockerfile.rules[_].violation

# METADATA
# title: What every report tells of
# entrypoint: true
reported contains violation if some violation in data.dockerfile.reports[_].violation
