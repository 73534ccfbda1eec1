"""The unmodified ORS SDK against a running server, as TRL's OpenRewardSpec uses it.

    OPENREWARD_SESSION_URL=$BASE OPENREWARD_API_URL=$BASE python openreward_episodes.py http://127.0.0.1:8080

The SDK drops the path of an address, so it is told the server's root; which environment is meant travels as the name.
"""

import concurrent.futures
import importlib.metadata
import os
import sys

BASE = sys.argv[1].rstrip("/")
os.environ["OPENREWARD_SESSION_URL"] = BASE
os.environ["OPENREWARD_API_URL"] = BASE

import openreward  # noqa: E402
from openreward.api.environments.client import Task  # noqa: E402
from cases import FIX, LOG, POD  # noqa: E402


def equal(actual, expected):
    if actual != expected:
        sys.exit(f"expected {expected!r}, got {actual!r}")


def task(environment, spec):
    return Task(server_name=environment, environment_name=environment, task_spec=spec, namespace=None)


def network_logs(client, name):
    env = client.environments.get(name)
    assert "train" in env.list_splits()
    assert env.num_tasks("train") >= 16
    tools = env.list_tools()
    equal([tool.name for tool in tools], ["answer"])
    equal(env.get_task("train", 3).task_spec["index"], 3)
    equal(len(env.get_task_range("train", 0, 4)), 4)
    with env.session(split="train", index=3) as session:
        assert "conn_state" in session.get_prompt()[0].text
        equal([message.role for message in session.get_messages()], ["system", "user"])
        out = session.call_tool("answer", {"label": "Abstain", "confidence": None, "rationale": None})
        equal((out.reward, out.finished), (0.0, True))
        equal(set(out.metadata["reward_components"]), {"correct", "brier", "format", "cost"})
        try:
            session.call_tool("answer", {"label": "Abstain"})
            sys.exit("a call behind the end must be an error")
        except Exception as error:
            assert "ended" in str(error), error
    with env.session(task=task("e1-network-logs", {"inline": LOG})) as session:
        equal(round(session.call_tool("answer", {"label": "Malicious", "confidence": 0.9}).reward, 12), 0.63)


def remediation(client):
    env = client.environments.get("e2-config-remediation")
    with env.session(task=task("e2-config-remediation", {"inline": POD})) as session:
        equal(session.list_tools()[-1].name, "answer")
        scan = session.call_tool("opa", {})
        equal((scan.reward, scan.finished), (None, False))
        equal(scan.metadata["violations"][0]["id"], "K8S-HOST-NETWORK")
        try:
            session.call_tool("rm", {})
            sys.exit("an unknown tool must be an error")
        except Exception as error:
            assert "rm" in str(error), error
        done = session.call_tool("answer", FIX | {"files": None})
        equal((done.finished, done.metadata["success"]), (True, 1))
        assert 0.8 <= done.reward <= 1, done.reward


def many_at_once(client, count):
    env = client.environments.get("e1-network-logs")

    def one(index):
        with env.session(split="train", index=index) as session:
            session.get_prompt()
            return session.call_tool("answer", {"label": "Abstain"}).reward

    with concurrent.futures.ThreadPoolExecutor(count) as threads:
        equal(list(threads.map(one, range(count))), [0.0] * count)


with openreward.OpenReward(base_url=BASE) as client:
    network_logs(client, "e1-network-logs")
    # What TRL passes for an address without a name.
    network_logs(client, BASE + "/envs/e1-network-logs")
    remediation(client)
    many_at_once(client, 64)
print("openreward", importlib.metadata.version("openreward"), "completes episodes of E1 and E2, 64 at once")
