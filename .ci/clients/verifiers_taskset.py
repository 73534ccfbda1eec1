"""Unmodified verifiers: its built-in tasksets for OpenEnv and NeMo Gym, by vf-eval, against a running server.

    python verifiers_taskset.py http://127.0.0.1:8080

The model is a stand-in. Of logs it abstains, but for one that it is sure of and one that it answers in prose; the three
rewards are 0, 0.63 and -1. Of a manifest it asks opa first, where it has that tool, and then mends it.
"""

import json
import os
import pathlib
import subprocess
import sys
import tempfile

import stand_in
from cases import FIX, POD

BASE = sys.argv[1].rstrip("/")
SURE = {"log": "proto=tcp note=sure-of-this", "label": "Malicious"}
PROSE = {"log": "proto=tcp note=say-it-in-prose", "label": "Malicious"}


def respond(raw):
    body = json.loads(raw)
    prompt = json.dumps(body["messages"])
    tools = [tool["function"]["name"] for tool in body.get("tools") or []]
    if "sure-of-this" in prompt:
        message = {"content": json.dumps({"label": "Malicious", "confidence": 0.9})}
    elif "say-it-in-prose" in prompt:
        message = {"content": "Malicious, I would think."}
    elif "mend-this" not in prompt:
        message = {"content": json.dumps({"label": "Abstain"})}
    elif "K8S-HOST-NETWORK" in prompt:
        message = {"content": json.dumps(FIX)}
    else:
        name = next((tool for tool in tools if tool.endswith("opa")), "no tool")
        message = {"tool_calls": [
            {"index": 0, "id": "c0", "type": "function", "function": {"name": name, "arguments": "{}"}}]}
    message["role"] = "assistant"
    return streamed(message) if body.get("stream") else whole(message)


COMMON = {"id": "1", "created": 0, "model": "stand-in"}
USAGE = {"usage": {"prompt_tokens": 1, "completion_tokens": 1, "total_tokens": 2}}


def whole(message):
    choice = {"index": 0, "finish_reason": finish(message), "message": {"content": None} | message}
    return "application/json", json.dumps(
        COMMON | USAGE | {"object": "chat.completion", "choices": [choice]}).encode()


def streamed(message):
    events = [
        {"choices": [{"index": 0, "finish_reason": None, "delta": message}]},
        {"choices": [{"index": 0, "finish_reason": finish(message), "delta": {}}]},
        USAGE | {"choices": []},
    ]
    lines = [json.dumps(COMMON | {"object": "chat.completion.chunk"} | event) for event in events]
    return "text/event-stream", "".join(f"data: {line}\n\n" for line in lines + ["[DONE]"]).encode()


def finish(message):
    return "tool_calls" if "tool_calls" in message else "stop"


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

[env.%(role)s.harness]
id = "null"

[env.%(role)s.runtime]
type = "subprocess"

[env.taskset]
%(taskset)s
"""

OPENENV = """
id = "openenv"
base_url = "%(base)s/envs/e1-network-logs"
resets = [
  {split = "train", index = 3},
  {inline = {log = "proto=tcp note=sure-of-this", label = "Malicious"}},
  {inline = {log = "proto=tcp note=say-it-in-prose", label = "Malicious"}},
]
"""

NEMO_GYM = """
id = "nemo_gym"
dataset = "%(folder)s/rows.jsonl"

[env.taskset.task]
resources_url = "%(base)s"
"""


def row(environment, prompt, **task):
    return {"responses_create_params": {"input": [{"role": "user", "content": prompt}]}, "env_id": environment} | task


def rows():
    return [
        row("e1-network-logs", "a log", split="train", index=3),
        row("e1-network-logs", SURE["log"], inline=SURE),
        row("e1-network-logs", PROSE["log"], inline=PROSE),
        row("e2-config-remediation", "mend-this", inline=POD),
    ]


def evaluate(role, taskset, metric):
    """The rewards of an evaluation, in ascending order, and what it printed."""
    port = stand_in.serve(respond)
    with tempfile.TemporaryDirectory() as folder:
        pathlib.Path(folder, "rows.jsonl").write_text("".join(json.dumps(each) + "\n" for each in rows()))
        named = {"folder": folder, "port": port, "base": BASE, "role": role}
        config = pathlib.Path(folder, "eval.toml")
        config.write_text(CONFIG % (named | {"taskset": taskset % named}))
        run = subprocess.run(
            [str(pathlib.Path(sys.executable).parent / "vf-eval"), "@", str(config)],
            env=os.environ | {"STAND_IN_KEY": "none", "NO_COLOR": "1"}, cwd=folder,
            stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, timeout=300)
        found = []
        for results in pathlib.Path(folder, "run").rglob("*.jsonl"):
            for line in results.read_text().splitlines():
                collect(json.loads(line), metric, found)
        return sorted(round(reward, 12) for reward in found), run.stdout


def collect(value, metric, found):
    """Every reward that the taskset recorded, wherever the results keep it."""
    if isinstance(value, dict):
        for key, inner in value.items():
            if key == metric and isinstance(inner, dict) and "score" in inner:
                found.append(inner["score"])
            else:
                collect(inner, metric, found)
    elif isinstance(value, list):
        for inner in value:
            collect(inner, metric, found)


def main():
    rewards, printed = evaluate("player", OPENENV, "openenv_reward")
    if rewards != [-1.0, 0.0, 0.63]:
        sys.exit(f"expected rewards -1, 0 and 0.63, got {rewards}\n{printed[-4000:]}")
    print("verifiers completes episodes by its OpenEnv taskset")
    rewards, printed = evaluate("agent", NEMO_GYM, "nemo_gym")
    if rewards[:3] != [-1.0, 0.0, 0.63] or len(rewards) != 4 or not 0.8 <= rewards[3] <= 1:
        sys.exit(f"expected rewards -1, 0, 0.63 and one of a mended manifest, got {rewards}\n{printed[-4000:]}")
    print("verifiers completes episodes of E1 and E2 by its NeMo Gym taskset")


main()
