package dockerfile.pipe_to_shell_test

import data.dockerfile.testing

told(first, second) := testing.told("DF-PIPE-TO-SHELL", [testing.stage({"RUN 0": {"commands": [{"words": first, "then": "|"}, {"words": second}]}})])

test_tells_of_it if told(["curl", "x"], ["bash", "-s"]) == {["Dockerfile/0", "instructions/RUN 0/commands/0/then"]}

test_passes_others if {
	told(["curl", "x"], ["tar", "x"]) == set()
	told(["cat", "x"], ["sh"]) == set()
}
