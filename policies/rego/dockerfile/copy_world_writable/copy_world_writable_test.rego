package dockerfile.copy_world_writable_test

import data.dockerfile.testing

found(mode) := testing.found("DF-COPY-WORLD-WRITABLE", [testing.stage({"COPY 0": {"instruction": "COPY", "chmod": mode}})])

test_denies_what_everybody_may_write if {
	every mode in ["777", "0777", "666", "1777", "757", "a+rwx", "o=w", "u=rwx,o+w", "go+w", "u=rwx,go=xw"] {
		found(mode) == {["Dockerfile/0", "instructions/COPY 0/chmod"]}
	}
}

test_allows_others if {
	every mode in ["755", "0644", "700", "u=rwx,go=rx", "a+x", "ug+w", {"$unresolved": "$MODE"}] {
		found(mode) == set()
	}
}
