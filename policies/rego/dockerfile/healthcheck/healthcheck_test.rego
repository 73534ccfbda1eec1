package dockerfile.healthcheck_test

import data.dockerfile.testing

test_tells_of_none if testing.told("DF-NO-HEALTHCHECK", [testing.stage({})]) == {["Dockerfile/0", "instructions/HEALTHCHECK 0"]}

test_passes_one if testing.told("DF-NO-HEALTHCHECK", [testing.stage({"HEALTHCHECK 0": {"form": "shell"}})]) == set()
