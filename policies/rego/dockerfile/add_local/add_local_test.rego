package dockerfile.add_local_test

import data.dockerfile.testing

found(add) := testing.found("DF-ADD-LOCAL", [testing.stage({"COPY 0": object.union({"instruction": "ADD", "target": "/"}, add)})])

test_denies_files_and_folders if {
	every sources in [["."], ["a.py", "b/"], []] {
		found({"sources": sources}) == {["Dockerfile/0", "instructions/COPY 0/instruction"]}
	}
}

test_allows_what_copy_cannot_do if {
	every source in ["https://example.org/a", "git@example.org:a/b.git", "https://example.org/a.git#v1", "a.tar.gz", "A.TGZ", "rootfs.tar.xz", "*.gz", "dist/*"] {
		found({"sources": [".", source]}) == set()
	}
	found({"sources": ["."], "unpack": false}) == set()
}

test_leaves_copy_and_what_is_not_resolved if {
	found({"sources": ["."], "instruction": "COPY"}) == set()
	found({"sources": [{"$unresolved": "$SRC"}]}) == set()
}
