"""NeMo Gym's unmodified SimpleAgent against a running server, with a model that is none.

    python nemo_gym_agent.py http://127.0.0.1:8080
    python nemo_gym_agent.py http://trainer:KEY@127.0.0.1:8080

SimpleAgent runs as the server that it is; it knows the resources server by host and port alone. Where a key stands before
the host, one episode shows that it opens the server.
"""

import asyncio
import importlib.metadata
import json
import os
import socket
import sys
import tempfile
import threading
import time
import urllib.parse

import aiohttp
import uvicorn
from nemo_gym.config_types import AggregateMetrics, BaseServerConfig, ModelServerRef, ResourcesServerRef
from nemo_gym.server_utils import ServerClient
from omegaconf import OmegaConf
from responses_api_agents.simple_agent.app import SimpleAgent, SimpleAgentConfig

import stand_in
from cases import FIX, LOG, POD

BASE = urllib.parse.urlsplit(sys.argv.pop())  # NeMo Gym reads the rest as settings of its own


def equal(actual, expected):
    if actual != expected:
        sys.exit(f"expected {expected!r}, got {actual!r}")


def free_port():
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        return taken.getsockname()[1]


def respond(body):
    """Calls opa and then a tool that is none, where there are tools, and answers what the row is about."""
    request = json.loads(body)
    calls = sum(item.get("type") == "function_call" for item in request["input"])
    if request.get("tools") and calls < 2:
        name = ("opa", "rm")[calls]
        output = {"type": "function_call", "call_id": f"c{calls}", "id": f"f{calls}", "name": name, "arguments": "{}",
                  "status": "completed"}
    else:
        text = FIX if request.get("tools") else {"label": "Malicious", "confidence": 0.9}
        output = {"type": "message", "id": "m", "role": "assistant", "status": "completed",
                  "content": [{"type": "output_text", "text": json.dumps(text), "annotations": []}]}
    return "application/json", json.dumps({
        "id": "r", "created_at": 0.0, "model": "stand-in", "object": "response", "output": [output],
        "parallel_tool_calls": True, "tool_choice": "auto", "tools": []}).encode()


def row(environment, task, tools=()):
    return {"responses_create_params": {"input": [{"role": "user", "content": "Answer."}], "tools": list(tools)},
            "env_id": environment, "inline": task}


def tool(name):
    return {"type": "function", "name": name, "description": name, "strict": False,
            "parameters": {"type": "object", "properties": {}}}


def serve_agent():
    servers = {"svgym": ("resources_servers", BASE.port), "model": ("responses_api_models", stand_in.serve(respond)),
               "agent": ("responses_api_agents", free_port())}
    addresses = {name: {kind: {"it": {"host": "127.0.0.1", "port": port}}} for name, (kind, port) in servers.items()}
    addresses["svgym"]["resources_servers"]["it"]["host"] = BASE.netloc.rpartition(":")[0]
    port = servers["agent"][1]
    agent = SimpleAgent(
        config=SimpleAgentConfig(
            name="agent", host="127.0.0.1", port=port, entrypoint="app.py",
            resources_server=ResourcesServerRef(type="resources_servers", name="svgym"),
            model_server=ModelServerRef(type="responses_api_models", name="model")),
        server_client=ServerClient(
            head_server_config=BaseServerConfig(host="127.0.0.1", port=11000),
            global_config_dict=OmegaConf.create(addresses)))
    server = uvicorn.Server(uvicorn.Config(agent.setup_webserver(), host="127.0.0.1", port=port, log_level="warning"))
    threading.Thread(target=server.run, daemon=True).start()
    while not server.started:
        time.sleep(0.05)
    return f"http://127.0.0.1:{port}"


async def main():
    agent = serve_agent()
    async with aiohttp.ClientSession() as http:

        async def post(path, body):
            async with http.post(agent + path, json=body) as reply:
                if reply.status != 200:
                    sys.exit(f"{path} is {reply.status}: {await reply.text()}")
                return await reply.json()

        logs = await post("/run", row("e1-network-logs", LOG))
        equal((round(logs["reward"], 12), logs["success"], logs["env_id"]), (0.63, 1, "e1-network-logs"))
        equal(set(logs["reward_components"]), {"correct", "brier", "format", "cost"})
        equal(logs["brier"], logs["reward_components"]["brier"])
        if BASE.password:
            return "completes an episode where a key is needed"
        pod = await post("/run", row("e2-config-remediation", POD, [tool("opa"), tool("rm")]))
        equal(pod["success"], 1)
        outputs = [item["output"] for item in pod["response"]["output"] if item["type"] == "function_call_output"]
        assert "K8S-HOST-NETWORK" in outputs[0], outputs
        assert "Unknown tool" in outputs[1], outputs
        many = await asyncio.gather(*(post("/run", row("e1-network-logs", LOG)) for _ in range(64)))
        equal({round(one["reward"], 12) for one in many}, {0.63})
        metrics = await post("/aggregate_metrics", {"verify_responses": [
            {"_ng_task_index": 0, "_ng_rollout_index": index, "reward": one["reward"], "success": one["success"]}
            for index, one in enumerate(many)]})
        equal(AggregateMetrics.model_validate(metrics).key_metrics["mean/success"], 1.0)
    return "completes episodes of E1 and E2, 64 at once"


with tempfile.TemporaryDirectory() as logs:
    os.chdir(logs)  # NeMo Gym writes files where it runs
    print("nemo-gym", importlib.metadata.version("nemo-gym"), asyncio.run(main()))
    os.chdir("/")
sys.stdout.flush()
os._exit(0)  # its client would be closed in a loop that is gone
