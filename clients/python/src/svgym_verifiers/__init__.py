"""SV-Gym as a taskset of verifiers 0.4, for its own commands and for prime-rl: the taskset's id is ``svgym-verifiers``.

A task's tools are served to the harness by a tool server; the last reply of the agent is the answer. What an engine's
fault touches fails with an error and gets no reward.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import verifiers.v1 as vf
from pydantic import Field
from verifiers.v1.utils.loaders import load_environment as load_resolved
from verifiers.v1.utils.loaders import resolve_env_config

from svgym import AsyncClient, Client
from svgym_verifiers.toolset import SvGymState, SvGymToolset

__all__ = ["SvGymTaskset", "load_environment"]


class SvGymTaskConfig(vf.TaskConfig):
    """How to reach the server; the key comes from the environment variable ``SVGYM_API_KEY``."""

    base_url: str = "http://127.0.0.1:8080"


class SvGymConfig(vf.TasksetConfig):
    """Which tasks there are."""

    environment: str = "e1-network-logs"
    split: str = "train"
    start: int = Field(default=0, ge=0)
    count: int = Field(default=100, ge=1)
    """Fewer where the split ends before."""
    tools: vf.SharedToolsetConfig = vf.SharedToolsetConfig()
    task: SvGymTaskConfig = SvGymTaskConfig()


class SvGymData(vf.TaskData):
    """A task of the server, and how it is named there."""

    environment: str
    reference: dict[str, Any]


class SvGymTask(vf.Task[SvGymData, SvGymState, SvGymTaskConfig]):
    """One rollout on the server."""

    async def setup(self, trace: vf.Trace, runtime: vf.Runtime) -> None:
        """Begins the rollout."""
        async with AsyncClient(self.config.base_url) as client:
            rollout = await client.begin(self.data.environment, self.data.reference)
        state = trace.state
        state.base_url, state.rollout = self.config.base_url, rollout.id
        state.tools = [dict(tool["function"]) for tool in rollout.tools]

    @vf.reward(weight=1.0)
    async def svgym(self, trace: vf.Trace) -> float:
        """Ends the rollout: its reward, with success and each part that applies as metrics."""
        state = trace.state
        if state.fault:
            raise RuntimeError(state.fault)
        async with AsyncClient(state.base_url) as client:
            rollout = await client.resume(state.rollout)
            verdict = rollout.verdict
            if verdict is None and trace.is_truncated:
                verdict = await client.truncate(rollout, "tokens")
            elif verdict is None:
                verdict = await client.answer(rollout, trace.last_reply)
        reward = verdict.paid()
        trace.record_metric("success", float(verdict.success or 0))
        for name, part in verdict.parts.items():
            if part.value is not None:
                trace.record_metric(f"part_{name}", part.value)
        trace.info["svgym"] = {
            "rollout": rollout.id,
            "outcome": verdict.outcome,
            "task_digest": verdict.task_digest,
            "policy_digest": verdict.policy_digest,
            "verifier_version": verdict.verifier_version,
        }
        return reward


class SvGymTaskset(vf.Taskset[SvGymTask, SvGymConfig]):
    """Tasks of a split of an environment."""

    @classmethod
    def toolsets(cls, config: SvGymConfig) -> list[vf.Toolset]:
        """One tool server, where some task of the environment has tools."""
        with Client(config.task.base_url) as client:
            return [SvGymToolset(config.tools)] if client.environment(config.environment).tools else []

    def load(self) -> Iterator[SvGymTask]:
        """The tasks, in the order of their indices; asked for in pages."""
        config = self.config
        with Client(config.task.base_url) as client:
            end, at = config.start + config.count, config.start
            while at < end:
                page = client.tasks(config.environment, config.split, at, min(64, end - at))
                if not page:
                    return
                for task in page:
                    yield SvGymTask(
                        SvGymData(
                            id=task.id,
                            name=f"{config.environment}/{task.split}/{task.index}",
                            prompt=[dict(message) for message in task.messages],
                            environment=config.environment,
                            reference=task.reference().document(),
                        ),
                        config.task,
                    )
                at += len(page)


def load_environment(base_url: str, environment: str = "e1-network-logs", **taskset: Any) -> vf.Env:
    """An ``Env`` of verifiers over this taskset, with the harness that only chats.

    Args:
        base_url: address of the server
        environment: its id there
        taskset: more of the taskset's settings: ``split``, ``start``, ``count``
    """
    settings = {"id": "svgym-verifiers", "environment": environment, "task": {"base_url": base_url}, **taskset}
    agent = {"harness": {"id": "null"}, "runtime": {"type": "subprocess"}}
    return load_resolved(resolve_env_config({"taskset": settings, "agent": agent}))
