package terraform.aws_sg_admin_ports_test

import data.terraform.testing

ingress(rule) := testing.resource("aws_security_group", {"ingress": {"k": rule}})

rule(from, to, cidr) := {"from_port": from, "to_port": to, "protocol": "tcp", "cidr_blocks": [cidr]}

found(object) := testing.found("TF-AWS-SG-ADMIN-PORTS", [object])

test_allows_known_networks_and_other_ports if {
	found(ingress(rule(22, 22, "10.0.0.0/8"))) == set()
	found(ingress(rule(443, 443, "0.0.0.0/0"))) == set()
	found(ingress(object.union(rule(22, 22, "0.0.0.0/0"), {"protocol": "udp"}))) == set()
	found(ingress(object.union(rule(22, 22, "10.0.0.0/8"), {"cidr_blocks": {"$unresolved": "var.x"}}))) == set()
}

test_denies_the_internet_and_its_halves if {
	every cidr in ["0.0.0.0/0", "0.0.0.0/1", "128.0.0.0/1"] {
		found(ingress(rule(22, 22, cidr))) == {["aws_security_group.it", "ingress/k/cidr_blocks"]}
	}
	count(found(ingress(rule(3000, 4000, "0.0.0.0/0")))) == 1
	found(ingress({"from_port": 22, "to_port": 22, "protocol": "tcp", "ipv6_cidr_blocks": ["::/0"]})) == {["aws_security_group.it", "ingress/k/ipv6_cidr_blocks"]}
}

test_leaves_what_opens_all_to_another_rule if {
	found(ingress({"from_port": 0, "to_port": 0, "protocol": "-1", "cidr_blocks": ["0.0.0.0/0"]})) == set()
	found(ingress(rule(0, 65535, "0.0.0.0/0"))) == set()
}

test_reads_rules_that_stand_alone if {
	found(testing.resource("aws_security_group_rule", object.union(rule(22, 22, "0.0.0.0/0"), {"type": "ingress"}))) == {["aws_security_group_rule.it", "cidr_blocks"]}
	found(testing.resource("aws_security_group_rule", object.union(rule(22, 22, "0.0.0.0/0"), {"type": "egress"}))) == set()
	found(testing.resource("aws_vpc_security_group_ingress_rule", {"from_port": 22, "to_port": 22, "ip_protocol": "tcp", "cidr_ipv4": "0.0.0.0/0"})) == {["aws_vpc_security_group_ingress_rule.it", "cidr_ipv4"]}
}
