package terraform.lib_test

import data.terraform.lib

test_knows_what_is_a_good_part_of_the_internet if {
	every cidr in ["0.0.0.0/0", "0.0.0.0/1", "128.0.0.0/1", "8.0.0.0/8", "54.0.0.0/15", "::/0", "2000::/3"] {
		lib.is_world(cidr)
	}
}

test_knows_what_is_not if {
	every cidr in ["10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16", "203.0.113.0/24", "54.0.0.0/16", "fd00::/8", "2001:db8::/32", "home", 7] {
		not lib.is_world(cidr)
	}
}

test_survives_a_config_without_resources if {
	violations := data.terraform.violations with input as {"objects": []}
	violations == set()
}

test_says_what_is_not_set if {
	lib.shown(null) == "not set"
	lib.shown(false) == false
}

test_takes_one_value_for_a_list if {
	lib.elements("a") == ["a"]
	lib.elements(["a"]) == ["a"]
}
