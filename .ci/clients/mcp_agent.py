"""The unmodified MCP SDK against a running server: an agent that calls the tools of its rollout itself.

    python mcp_agent.py http://127.0.0.1:8080
"""

import asyncio
import contextlib
import importlib.metadata
import json
import sys
import urllib.request

import mcp
from mcp.client.streamable_http import create_mcp_http_client, streamable_http_client
from cases import FIX, LOG, POD

BASE = sys.argv[1].rstrip("/")


def equal(actual, expected):
    if actual != expected:
        sys.exit(f"expected {expected!r}, got {actual!r}")


def begin(environment, task):
    request = urllib.request.Request(
        BASE + "/v1/rollouts", json.dumps({"environment": environment, "task": {"inline": task}}).encode(),
        {"content-type": "application/json"})
    with urllib.request.urlopen(request, timeout=60) as reply:
        return json.load(reply)


def plain(result):
    """A result in the names of the wire, which both lines of the SDK can write."""
    return result.model_dump(mode="json", by_alias=True)


@contextlib.asynccontextmanager
async def connected(address, path=None):
    http = create_mcp_http_client(headers=address["headers"])
    async with http, streamable_http_client(path or address["url"], http_client=http) as streams:
        async with mcp.ClientSession(streams[0], streams[1]) as session:
            await session.initialize()
            yield session


async def call(session, tool, arguments):
    return plain(await session.call_tool(tool, arguments))


async def remediation():
    rollout = begin("e2-config-remediation", POD)
    async with connected(rollout["mcp"]) as session:
        tools = [tool["name"] for tool in plain(await session.list_tools())["tools"]]
        equal((tools[-1], "opa" in tools), ("answer", True))
        scan = await call(session, "opa", {})
        equal(scan["structuredContent"]["violations"][0]["id"], "K8S-HOST-NETWORK")
        unknown = await call(session, "rm", {})
        equal((unknown["isError"], unknown["content"][0]["text"]), (True, "Unknown tool: 'rm'"))
        done = await call(session, "answer", FIX)
        equal((done["isError"], done["structuredContent"]["success"]), (False, 1))
        again = await call(session, "answer", FIX)
        equal(again["isError"], True)
        assert "ended" in again["content"][0]["text"], again
    with urllib.request.urlopen(f"{BASE}/v1/rollouts/{rollout['id']}", timeout=60) as reply:
        equal(json.load(reply)["verdict"]["reward"], done["structuredContent"]["reward"])


async def network_logs():
    rollout = begin("e1-network-logs", LOG)
    # The same tools are under the prefix of the environment, where OpenEnv has a dialect of its own.
    async with connected(rollout["mcp"], BASE + "/envs/e1-network-logs/mcp") as session:
        equal([tool["name"] for tool in plain(await session.list_tools())["tools"]], ["answer"])
        done = await call(session, "answer", {"label": "Malicious", "confidence": 0.9})
        equal(round(done["structuredContent"]["reward"], 12), 0.63)


async def high_level():
    """The client of the second line, which first looks for a newer protocol."""
    if not hasattr(mcp, "Client"):
        return
    address = begin("e1-network-logs", LOG)["mcp"]
    async with create_mcp_http_client(headers=address["headers"]) as http:
        async with mcp.Client(streamable_http_client(address["url"], http_client=http)) as client:
            equal(plain(await client.call_tool("answer", {"label": "Abstain"}))["structuredContent"]["reward"], 0.0)


async def without_a_token():
    address = begin("e1-network-logs", LOG)["mcp"]
    for headers in ({}, {"X-Rollout-Token": "A" + address["headers"]["X-Rollout-Token"]}):
        try:
            async with connected({"url": address["url"], "headers": headers}):
                pass
        except BaseException:  # the SDK wraps its refusal in groups of exceptions
            continue
        sys.exit(f"a session with {headers} must be refused")


async def many_at_once(count):
    async def one():
        async with connected(begin("e1-network-logs", LOG)["mcp"]) as session:
            return (await call(session, "answer", {"label": "Abstain"}))["structuredContent"]["reward"]

    equal(await asyncio.gather(*(one() for _ in range(count))), [0.0] * count)


async def main():
    await remediation()
    await network_logs()
    await high_level()
    await without_a_token()
    await many_at_once(64)
    print("mcp", importlib.metadata.version("mcp"), "completes episodes of E1 and E2, 64 at once")


asyncio.run(main())
