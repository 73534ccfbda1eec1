"""The tool server that stands between a harness and the rollouts; verifiers runs this module as a program."""

from __future__ import annotations

import asyncio
from typing import Any, cast
from weakref import WeakValueDictionary

import verifiers.v1 as vf
from mcp.server.mcpserver import Context, MCPServer
from mcp.types import CallToolResult, TextContent, Tool
from pydantic import Field

from svgym import AsyncClient, SvGymError


class SvGymState(vf.State):
    """What the host and the tool server share of a rollout."""

    base_url: str = ""
    rollout: str = ""
    tools: list[dict[str, Any]] = Field(default_factory=list)
    fault: str = ""


class SvGymToolset(vf.Toolset[vf.SharedToolsetConfig, SvGymState]):
    """Passes tool calls on to the rollout that they belong to."""

    TOOL_PREFIX = None

    def register(self, mcp: MCPServer) -> None:
        """Which tools there are differs from rollout to rollout, so none is registered by name."""
        self._locks: WeakValueDictionary[str, asyncio.Lock] = WeakValueDictionary()
        server = cast("Any", mcp)
        server.list_tools = self._with_state(self.list_tools)
        server.call_tool = self._with_state(self.call_tool)

    async def list_tools(self) -> list[Tool]:
        """The tools of the rollout's task."""
        return [
            Tool(name=tool["name"], description=tool["description"], input_schema=tool["parameters"])
            for tool in self.state.tools
        ]

    async def call_tool(self, name: str, arguments: dict[str, Any], context: Context | None = None) -> CallToolResult:
        """Takes one step of the rollout; calls at the same time take one after another."""
        state = self.state
        async with self._lock(state.rollout), AsyncClient(state.base_url) as client:
            try:
                rollout = await client.resume(state.rollout)
                step = None if rollout.verdict else await client.call_tool(rollout, name, arguments)
            except SvGymError as failure:
                # The agent meets a failure that is not its own, so what it does from here on earns nothing.
                state.fault = f"a tool call was lost: {failure}"
                return _said("This tool failed; that is not your fault.", is_error=True)
        if step is None or step.verdict is not None:
            return _said("The task is over.", is_error=True)
        return _said(step.content)

    def _lock(self, rollout: str) -> asyncio.Lock:
        return self._locks.setdefault(rollout, asyncio.Lock())


def _said(text: str, is_error: bool = False) -> CallToolResult:
    return CallToolResult(content=[TextContent(type="text", text=text)], is_error=is_error)


if __name__ == "__main__":
    SvGymToolset.run()
