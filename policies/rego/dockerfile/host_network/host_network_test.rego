package dockerfile.host_network_test

import data.dockerfile.testing

found(run) := testing.found("DF-HOST-NETWORK", [testing.stage({"RUN 0": run})])

test_denies_the_host if found({"network": "host"}) == {["Dockerfile/0", "instructions/RUN 0/network"]}

test_allows_others if {
found({"network": "none"}) | (found({"network": "default"}) | found({})) | found(true) == set()}
