package dockerfile.sudo_test

import data.dockerfile.testing

found(words) := testing.found("DF-SUDO", [testing.run(words)])

test_denies_sudo if {
	every words in [["sudo", "apt-get", "update"], ["A=1", "sudo", "-E", "make"], ["then", "/usr/bin/sudo", "make"]] {
		found(words) == {["Dockerfile/0", "instructions/RUN 0/commands/0/words"]}
	}
}

test_allows_what_is_not_called if {
	every words in [["apt-get", "install", "sudo"], ["echo", "sudo", "make"], ["A=sudo"], []] {
		found(words) == set()
	}
}

test_leaves_other_users_and_other_options if {
	found(["sudo", "-u", "app", "make"]) == set()
	run := {"user": "app", "commands": [{"words": ["sudo", "make"]}]}
	testing.found("DF-SUDO", [testing.stage({"RUN 0": run})]) == set()
	as_root := object.union(run, {"user": "root"})
	count(testing.found("DF-SUDO", [testing.stage({"RUN 0": as_root})])) == 1
}
