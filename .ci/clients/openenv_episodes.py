"""Unmodified OpenEnv clients (openenv-core 0.3, openenv 0.4 and 0.10) against a running server.

    python openenv_episodes.py http://127.0.0.1:8080

Plays episodes of E1 and E2, reads errors and goes on, holds 64 sessions at once, and shows that a reset is repeatable.
"""

import asyncio
import hashlib
import importlib.metadata
import sys

from cases import FIX, LOG, POD
from openenv.core.generic_client import GenericEnvClient
from openenv.core.mcp_client import MCPToolClient

BASE = sys.argv[1].rstrip("/")
E1 = BASE + "/envs/e1-network-logs"
E2 = BASE + "/envs/e2-config-remediation"

def equal(actual, expected):
    if actual != expected:
        sys.exit(f"expected {expected!r}, got {actual!r}")


async def network_logs():
    async with GenericEnvClient(base_url=E1) as env:
        begun = await env.reset(inline=LOG)
        equal((begun.reward, begun.done), (None, False))
        assert "conn_state=S0" in begun.observation["prompt"]
        done = await env.step({"label": "Malicious", "confidence": 0.9})
        # 1 - (0.9 - 1)^2 - (1 - 0.4 / 1)^2
        equal((round(done.reward, 12), done.done), (0.63, True))
        equal(done.observation["reward_components"]["correct"], 1.0)
        equal(done.observation["verdict"]["success"], 1)
        try:
            await env.step({"label": "Malicious", "confidence": 0.9})
            sys.exit("a step behind the end must be an error")
        except RuntimeError as error:
            assert "EXECUTION_ERROR" in str(error), error
        try:
            await env.step({"nope": 1})
            sys.exit("an unknown field must be an error")
        except RuntimeError as error:
            assert "VALIDATION_ERROR" in str(error), error
        # The socket has outlived both.
        first = (await env.reset(split="train", index=5, seed=7)).observation
        equal((await env.reset(split="train", index=5)).observation, first)
        equal((await env.state())["index"], 5)
        for raw in ("not an answer", "<think>hm</think>", '{"label": "Benign", "label": "Benign"}'):
            await env.reset(inline=LOG)
            equal((await env.step({"answer": raw})).reward, -1.0)
        await env.reset(inline=LOG)
        equal((await env.step({"label": "Benign", "confidence": float("nan")})).reward, -1.0)


async def seeds():
    async with GenericEnvClient(base_url=E1) as env:
        await env.reset(split="train", seed=7)
        hashed = hashlib.sha256(b"svgym-seed:7").digest()[:8]
        equal((await env.state())["index"], int.from_bytes(hashed, "big") % 2**31)


async def remediation_by_steps():
    async with GenericEnvClient(base_url=E2) as env:
        begun = await env.reset(inline=POD)
        assert [tool["name"] for tool in begun.observation["available_tools"]][0] == "opa"
        shown = await env.step({"type": "list_tools"})
        assert shown.observation["tools"][-1]["name"] == "answer"
        scan = await env.step({"type": "call_tool", "tool_name": "opa", "arguments": {}})
        equal(scan.observation["result"]["data"]["violations"][0]["id"], "K8S-HOST-NETWORK")
        equal((scan.reward, scan.done), (None, False))
        unknown = await env.step({"type": "call_tool", "tool_name": "rm", "arguments": {}})
        equal(unknown.observation["error"]["error_type"], "tool_not_found")
        done = await env.step(FIX)
        equal((done.done, done.observation["success"]), (True, 1))
        assert 0.8 <= done.reward <= 1, done.reward
        return done.reward


async def remediation_by_tools():
    """MCPToolClient: by steps in 0.3 and 0.4, by JSON-RPC over HTTP in 0.10; the answer is a tool, too."""
    async with MCPToolClient(base_url=E2) as env:
        await env.reset(inline=POD)
        names = [tool.name for tool in await env.list_tools()]
        assert names[0] == "opa" and names[-1] == "answer", names
        scan = await env.call_tool("opa")
        equal(scan["violations"][0]["id"], "K8S-HOST-NETWORK")
        try:
            await env.call_tool("rm")
            sys.exit("an unknown tool must be an error")
        except RuntimeError as error:
            assert "rm" in str(error), error
        done = await env.call_tool("answer", **FIX)
        equal((done["outcome"], done["success"]), ("answered", 1))
        return done["reward"]


async def many_at_once(count):
    async def one(index):
        async with GenericEnvClient(base_url=E1) as env:
            await env.reset(split="train", index=index)
            await everybody.wait()
            return (await env.step({"label": "Abstain"})).reward

    everybody = asyncio.Event()
    tasks = [asyncio.create_task(one(index)) for index in range(count)]
    await asyncio.sleep(1)
    everybody.set()
    # Abstaining pays 0 on every task.
    equal(await asyncio.gather(*tasks), [0.0] * count)


async def main():
    await network_logs()
    await seeds()
    by_steps = await remediation_by_steps()
    equal(await remediation_by_tools(), by_steps)
    await many_at_once(64)
    for name in ("openenv", "openenv-core"):
        try:
            print(name, importlib.metadata.version(name), "completes episodes of E1 and E2,", "64 at once")
        except importlib.metadata.PackageNotFoundError:
            pass


asyncio.run(main())
