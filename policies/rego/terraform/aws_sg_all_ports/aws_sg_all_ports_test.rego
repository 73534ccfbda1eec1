package terraform.aws_sg_all_ports_test

import data.terraform.testing

found(rule) := testing.found("TF-AWS-SG-ALL-PORTS", [testing.resource("aws_security_group", {"ingress": {"k": rule}})])

test_allows_known_networks_and_single_ports if {
	found({"from_port": 0, "to_port": 0, "protocol": "-1", "cidr_blocks": ["10.0.0.0/8"]}) == set()
	found({"from_port": 443, "to_port": 443, "protocol": "tcp", "cidr_blocks": ["0.0.0.0/0"]}) == set()
}

test_denies_everything_from_everywhere if {
	found({"from_port": 0, "to_port": 0, "protocol": "-1", "cidr_blocks": ["0.0.0.0/0"]}) == {["aws_security_group.it", "ingress/k/cidr_blocks"]}
	count(found({"from_port": 0, "to_port": 65535, "protocol": "tcp", "cidr_blocks": ["0.0.0.0/0"]})) == 1
	count(found({"protocol": "all", "cidr_blocks": ["128.0.0.0/1"]})) == 1
}
