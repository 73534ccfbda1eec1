package dockerfile.insecure_run_test

import data.dockerfile.testing

found(run) := testing.found("DF-INSECURE-RUN", [testing.stage({"RUN 0": run})])

test_denies_insecure if found({"security": "insecure"}) == {["Dockerfile/0", "instructions/RUN 0/security"]}

test_allows_the_sandbox if {
found({"security": "sandbox"}) | found({}) | found(true) == set()}
