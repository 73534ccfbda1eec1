package dockerfile.sudo_test

import data.dockerfile.testing

found(words) := testing.found("DF-SUDO", [testing.run(words)])

test_denies_sudo if {
	every words in [["sudo", "apt-get", "update"], ["A=1", "sudo", "-E", "make"], ["then", "/usr/bin/sudo", "make"], ["sudo", "-n", "-E", "make", "-k"]] {
		found(words) == {["Dockerfile/0", "instructions/RUN 0/commands/0/words"]}
	}
}

test_allows_what_is_not_called if {
	every words in [["apt-get", "install", "sudo"], ["echo", "sudo", "make"], ["A=sudo", "make"]] {
		found(words) == set()
	}
}

test_leaves_other_users_and_other_options if {
	found(["sudo", "-u", "app", "make"]) == set()
	found(["sudo", "-E", "-u", "app", "make"]) == set()
	testing.found("DF-SUDO", [testing.run_as(["sudo", "make"], {"user": "app"})]) == set()
	count(testing.found("DF-SUDO", [testing.run_as(["sudo", "make"], {"user": "root"})])) == 1
}
