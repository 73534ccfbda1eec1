package dockerfile.add_remote_test

import data.dockerfile.testing

told(add) := testing.told("DF-ADD-REMOTE", [testing.stage({"COPY 0": object.union({"instruction": "ADD"}, add)})])

test_tells_of_it if told({"sources": ["https://example.org/a"]}) == {["Dockerfile/0", "instructions/COPY 0/checksum"]}

test_passes_others if {
	told({"sources": ["https://example.org/a"], "checksum": "sha256:00"}) == set()
	told({"sources": ["https://example.org/a.git#v1", "a"]}) == set()
}
