"""Unmodified verifiers: its built-in OpenEnv taskset, by vf-eval, against a running server.

    python verifiers_taskset.py http://127.0.0.1:8080

The model is a stand-in behind an OpenAI-compatible address: it abstains, but for one log that it is sure of and one that
it answers in prose. The three rewards are 0, 0.63 and -1.
"""

import http.server
import json
import os
import pathlib
import subprocess
import sys
import tempfile
import threading

BASE = sys.argv[1].rstrip("/")


class Model(http.server.BaseHTTPRequestHandler):
    def do_POST(self):
        body = json.loads(self.rfile.read(int(self.headers["content-length"])))
        prompt = json.dumps(body["messages"])
        if "sure-of-this" in prompt:
            text = json.dumps({"label": "Malicious", "confidence": 0.9})
        elif "say-it-in-prose" in prompt:
            text = "Malicious, I would think."
        else:
            text = json.dumps({"label": "Abstain"})
        kind, reply = streamed(text) if body.get("stream") else whole(text)
        self.send_response(200)
        self.send_header("content-type", kind)
        self.send_header("content-length", str(len(reply)))
        self.end_headers()
        self.wfile.write(reply)

    def log_message(self, *_):
        pass


COMMON = {"id": "1", "created": 0, "model": "stand-in"}
USAGE = {"usage": {"prompt_tokens": 1, "completion_tokens": 1, "total_tokens": 2}}


def whole(text):
    choice = {"index": 0, "finish_reason": "stop", "message": {"role": "assistant", "content": text}}
    return "application/json", json.dumps(
        COMMON | USAGE | {"object": "chat.completion", "choices": [choice]}).encode()


def streamed(text):
    events = [
        {"choices": [{"index": 0, "finish_reason": None, "delta": {"role": "assistant", "content": text}}]},
        {"choices": [{"index": 0, "finish_reason": "stop", "delta": {}}]},
        USAGE | {"choices": []},
    ]
    lines = [json.dumps(COMMON | {"object": "chat.completion.chunk"} | event) for event in events]
    return "text/event-stream", "".join(f"data: {line}\n\n" for line in lines + ["[DONE]"]).encode()


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

[env.player.harness]
id = "null"

[env.player.runtime]
type = "subprocess"

[env.taskset]
id = "openenv"
base_url = "%(base)s/envs/e1-network-logs"
resets = [
  {split = "train", index = 3},
  {inline = {log = "proto=tcp note=sure-of-this", label = "Malicious"}},
  {inline = {log = "proto=tcp note=say-it-in-prose", label = "Malicious"}},
]
"""


def main():
    model = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Model)
    threading.Thread(target=model.serve_forever, daemon=True).start()
    with tempfile.TemporaryDirectory() as folder:
        config = pathlib.Path(folder, "eval.toml")
        config.write_text(CONFIG % {"folder": folder, "port": model.server_port, "base": BASE})
        run = subprocess.run(
            [str(pathlib.Path(sys.executable).parent / "vf-eval"), "@", str(config)],
            env=os.environ | {"STAND_IN_KEY": "none", "NO_COLOR": "1"}, cwd=folder,
            stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, timeout=300)
        found = []
        for results in pathlib.Path(folder, "run").rglob("*.jsonl"):
            for line in results.read_text().splitlines():
                collect(json.loads(line), found)
        if sorted(round(reward, 12) for reward in found) != [-1.0, 0.0, 0.63]:
            sys.exit(f"expected rewards -1, 0 and 0.63, got {found}\n{run.stdout[-4000:]}")
    print("verifiers completes episodes by its OpenEnv taskset")


def collect(value, found):
    """Every reward that the taskset recorded, wherever the results keep it."""
    if isinstance(value, dict):
        for key, inner in value.items():
            if key == "openenv_reward" and isinstance(inner, dict):
                found.append(inner["score"])
            else:
                collect(inner, found)
    elif isinstance(value, list):
        for inner in value:
            collect(inner, found)


main()
