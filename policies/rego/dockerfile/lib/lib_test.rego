package dockerfile.lib_test

import data.dockerfile.lib
import data.dockerfile.testing

test_knows_root_by_every_name if {
	every user in ["root", "ROOT", "0", "00", "+0", "-0", "0:0", "root:root", "root:app", "0:1000", "", ":", "01", "toor", "ContainerAdministrator", "0x0", " root"] {
		lib.is_root(user)
	}
}

test_knows_who_is_not if {
	every user in ["app", "1000", "1000:0", "app:app", "nobody", "_apt", "www-data", "1", "2147483647", "node:root"] {
		not lib.is_root(user)
	}
}

test_says_nothing_of_what_is_not_resolved if {
	not lib.is_root({"$unresolved": "${U}"})
}

test_finds_the_commands_of_every_stage if {
	found := {[command.stage.id, concat("/", command.path), command.program] | some command in lib.commands} with input as {"objects": [testing.run(["a", "b"])]}

	found == {["Dockerfile/0", "instructions/RUN 0/commands/0", "a"]}
}

test_knows_accounts_with_the_number_of_root if {
	objects := [testing.run(words) |
		some words in [
			["useradd", "-o", "-u", "0", "a"],
			["adduser", "--uid=00", "b"],
			["usermod", "-u0", "c"],
			["useradd", "-u", "1000", "d"],
		]
	]

	found := lib.aliases_of_root with input as {"objects": objects}

	found == {"a", "b", "c"}
}

test_survives_files_without_stages if {
	violations := data.dockerfile.violations with input as {"objects": []}
	reported := data.dockerfile.reported with input as {"objects": []}
	violations | reported == set()
}
