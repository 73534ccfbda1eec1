"""The taskset of clients/python in released verifiers, against a running server: with tools and without.

    python svgym_taskset.py http://127.0.0.1:8080

The model is a stand-in. It must earn what the same actions earn natively, and a taskset of a server that is not there
must fail, not pay 0.
"""

import importlib.metadata
import json
import os
import pathlib
import subprocess
import sys
import tempfile

import scripted
from svgym import Client
from svgym_verifiers import load_environment

BASE = sys.argv[1].rstrip("/")
COUNT = 3
REPAIR = json.dumps({"violations": [], "patch": "", "confidence": 0.5})


def say(body):
    """Scans once where it can, then answers."""
    if body.get("tools") and body["messages"][-1]["role"] != "tool":
        return [("opa", {}), ("opa", {})]
    return REPAIR if "repair" in json.dumps(body["messages"]) else json.dumps({"label": "Malicious", "confidence": 0.7})


CONFIG = """
model = "stand-in"
num_rollouts = 1
push = false
output_dir = "%(folder)s"

[client]
base_url = "http://127.0.0.1:%(port)d/v1"
api_key_var = "STAND_IN_KEY"

[run]
dir = "run"

[env.agent.harness]
id = "null"

[env.agent.runtime]
type = "subprocess"

[env.taskset]
id = "svgym-verifiers"
environment = "%(environment)s"
split = "train"
start = 1
count = %(count)d

[env.taskset.task]
base_url = "%(base)s"
"""


def play(environment, port):
    """The traces of a run, by the index of their task."""
    with tempfile.TemporaryDirectory() as folder:
        config = pathlib.Path(folder, "eval.toml")
        config.write_text(CONFIG % {
            "folder": folder, "port": port, "base": BASE, "environment": environment, "count": COUNT})
        run = subprocess.run(
            [str(pathlib.Path(sys.executable).parent / "vf-eval"), "@", str(config)],
            env=os.environ | {"STAND_IN_KEY": "none", "NO_COLOR": "1"}, cwd=folder,
            stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, timeout=300)
        traces = {}
        for results in pathlib.Path(folder, "run").rglob("*.jsonl"):
            for line in results.read_text().splitlines():
                for trace in json.loads(line).get("traces", []):
                    traces[trace["task"]["data"]["reference"]["index"]] = trace
        if len(traces) != COUNT:
            sys.exit(f"expected {COUNT} traces, got {len(traces)}\n{run.stdout[-4000:]}")
        return traces


def natively(client, environment, index):
    rollout = client.begin(environment, {"split": "train", "index": index})
    if rollout.tools:
        client.call_tool(rollout, "opa")
        client.call_tool(rollout, "opa")
    return client.answer(rollout, say({"messages": [dict(message) for message in rollout.messages]}))


def main():
    port = scripted.serve(say)
    client = Client(BASE)
    for environment in ("e1-network-logs", "e2-config-remediation"):
        for index, trace in play(environment, port).items():
            verdict = natively(client, environment, index)
            got = trace["rewards"]["svgym"]["score"]
            if got != verdict.reward or trace["metrics"]["success"] != verdict.success:
                sys.exit(f"{environment} {index}: expected {verdict.reward}, got {got}: {trace['metrics']}")
            parts = {name: part.value for name, part in verdict.parts.items() if part.value is not None}
            if {f"part_{name}": value for name, value in parts.items()}.items() - trace["metrics"].items():
                sys.exit(f"{environment} {index}: expected {parts}, got {trace['metrics']}")
    env = load_environment(BASE, "e2-config-remediation", start=1, count=2)
    if [task.data.reference["index"] for task in env.taskset] != [1, 2]:
        sys.exit("load_environment must load the tasks that it is told")
    print("verifiers", importlib.metadata.version("verifiers"), "plays svgym-verifiers, with tools and without")


main()
