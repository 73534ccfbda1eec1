package dockerfile.ssh_port_test

import data.dockerfile.testing

found(instructions) := testing.found("DF-SSH-PORT", [testing.stage(instructions)])

test_denies_port_22 if {
	found({"EXPOSE 22/tcp": {"port": 22, "protocol": "tcp"}}) == {["Dockerfile/0", "instructions/EXPOSE 22/tcp/port"]}
}

test_allows_others if {
	found({"EXPOSE 22/udp": {"port": 22, "protocol": "udp"}, "EXPOSE 2222/tcp": {"port": 2222, "protocol": "tcp"}, "EXPOSE $P": {}}) == set()
}
