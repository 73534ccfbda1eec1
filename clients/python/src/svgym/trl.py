"""Rewards and environments for the trainers of TRL 1.16 and later.

Nothing of TRL is imported here: a reward function is a function, and an environment is an object with ``reset``. A
rollout whose engine failed gets None, which TRL leaves out; it is never paid 0.
"""

from __future__ import annotations

import functools
import inspect
import json
import logging
import re
import threading
from collections.abc import Callable, Mapping, Sequence
from typing import Any, Literal, Optional

from svgym.client import Client
from svgym.errors import EngineFaultError, OverloadedError, RolloutExpiredError, SvGymError
from svgym.model import Answer, Card, Document, Item, Rollout, Verdict

RewardFunction = Callable[..., list[float | None]]
"""Takes TRL's keyword arguments and returns one reward a completion."""

_LOST = (EngineFaultError, OverloadedError, RolloutExpiredError)
_LOG = logging.getLogger("svgym")


def rows(
    client: Client, environment: str, *, split: str = "train", start: int = 0, count: int = 64
) -> list[dict[str, Any]]:
    """Rows of a dataset: the ``prompt`` as messages, the ``task`` as JSON, the ``environment``."""
    return [
        {
            "prompt": [dict(message) for message in task.messages],
            "task": json.dumps(task.reference().document()),
            "environment": environment,
        }
        for task in client.tasks(environment, split, start, count)
    ]


def dataset(client: Client, environment: str, *, split: str = "train", start: int = 0, count: int = 64) -> Any:
    """The rows as a ``datasets.Dataset``, for ``train_dataset``."""
    from datasets import Dataset

    return Dataset.from_list(rows(client, environment, split=split, start=start, count=count))


class Rewards:
    """Reward functions of one environment.

    They judge what the model wrote last, or how the episode ended where there is an ``environment_factory``. All of
    them share one verdict a completion. Rows of another ``environment`` get None.

    Attributes:
        total: the environment's reward
        success: 0 or 1
        parts: one function a part, named like it, in the order of the environment's card: what GDPO normalises
        weights: the parts' weights, for ``reward_weights``
    """

    def __init__(self, url: str, environment: str, *, key: str | None = None, client: Client | None = None) -> None:
        self._client = client or Client(url, key=key)
        self._environment = environment
        self._lock = threading.Lock()
        self._batch: tuple[list[Item], list[Verdict | None]] | None = None
        self._read_by: set[str] = set()
        card = self._client.environment(environment)
        self.total = self._function("total", lambda verdict: verdict.reward)
        self.success = self._function("success", lambda verdict: verdict.success)
        self.parts = [self._function(name, functools.partial(_part, name)) for name in _names(card)]
        self.weights = [float(part["weight"]) for part in card.parts]

    def _function(self, name: str, value: Callable[[Verdict], float | None]) -> RewardFunction:
        def reward(
            completions: Sequence[Any],
            task: Sequence[str | Mapping[str, Any]] | None = None,
            environment: Sequence[str] | None = None,
            environments: Sequence[Any] | None = None,
            **others: Any,
        ) -> list[float | None]:
            if environments is None and task is None:
                raise TypeError("expected a column `task` in the dataset, as svgym.trl.rows makes it")
            mine = [
                place
                for place in range(len(completions))
                if environment is None or environment[place] == self._environment
            ]
            texts = [_text(completions[place]) for place in mine]
            if environments is not None:
                verdicts = [_ended(environments[place], text) for place, text in zip(mine, texts, strict=True)]
            else:
                named = [_task((task or ())[place]) for place in mine]
                verdicts = self._verdicts(name, [Item(*pair) for pair in zip(named, texts, strict=True)])
            rewards: list[float | None] = [None] * len(completions)
            for place, verdict in zip(mine, verdicts, strict=True):
                rewards[place] = None if verdict is None else value(verdict)
            return rewards

        reward.__name__ = reward.__qualname__ = name
        return reward

    def _verdicts(self, name: str, items: list[Item]) -> list[Verdict | None]:
        """Verdicts of a batch, asked for once and read by each function once; read again it is another batch."""
        with self._lock:
            if self._batch is None or self._batch[0] != items or name in self._read_by:
                judged = list(self._client.verify(self._environment, items).verdicts) if items else []
                lost = sum(verdict.reward is None for verdict in judged)
                if lost:
                    _LOG.warning("%d of %d completions have no reward and are left out", lost, len(items))
                self._batch = (items, [*judged])
                self._read_by = set()
            self._read_by.add(name)
            return self._batch[1]


def environment_factory(
    url: str,
    environment: str,
    *,
    pays: Literal["total", "success"] | None = "total",
    key: str | None = None,
    client: Client | None = None,
) -> Callable[[], Episode]:
    """What ``environment_factory`` of a trainer takes.

    Each instance plays one rollout after another. The task's tools are its methods, and ``answer`` is one of them; each
    row needs a column ``task``, as ``rows`` makes it.

    Args:
        url: address of the server
        environment: its id
        pays: the environment pays by itself, and the model has to call ``answer``; None where ``Rewards`` pay, which
            also take what the model wrote last for its answer
        key: as for a client
        client: shared by all instances; made of the url where it is None
    """
    client = client or Client(url, key=key)
    card = client.environment(environment)
    members: dict[str, Any] = {tool["function"]["name"]: _tool(tool["function"]) for tool in card.tools}
    members["answer"] = _answer_tool(card.answer_schema)
    if pays is not None:
        members["get_reward"] = _PAYS[pays]
    kind = type(re.sub(r"\W", "_", environment), (Episode,), members)
    return functools.partial(kind, client, environment)


class Episode:
    """One rollout after another, as TRL drives them. Everything public but ``reset`` is a tool, or the reward."""

    def __init__(self, client: Client, environment: str) -> None:
        self._client = client
        self._environment = environment
        self._rollout: Rollout | None = None
        self._failure: SvGymError | None = None

    @property
    def verdict(self) -> Verdict | None:
        """How the rollout ended; None while it is open, or where it was lost."""
        return self._rollout.verdict if self._rollout and self._failure is None else None

    def reset(
        self, task: str | Mapping[str, Any] | None = None, prompt: Sequence[Document] | None = None, **_: Any
    ) -> str | None:
        """Begins a rollout of the row's task; returns what the row's prompt does not say already."""
        if task is None:
            raise TypeError("expected a column `task` in the dataset, as svgym.trl.rows makes it")
        if self._rollout is not None and self._rollout.verdict is None and self._failure is None:
            self._client.cancel(self._rollout)
        self._failure = None
        self._rollout = self._client.begin(self._environment, _task(task))
        if prompt and str(prompt[-1].get("content") or "").strip():
            return None
        return "\n\n".join(message["content"] for message in self._rollout.messages)

    def _call(self, name: str, arguments: Mapping[str, Any]) -> str:
        rollout = self._open()
        step = self._remembered(lambda: self._client.call_tool(rollout, name, arguments))
        return step.content if step.verdict is None else "That was the last step; the task is over."

    def _answer(self, answer: Answer) -> str:
        rollout = self._open()
        self._remembered(lambda: self._client.answer(rollout, answer))
        return "The answer was taken; the task is over."

    def _end(self, answer: str | None) -> Verdict | None:
        """The verdict; where the model gave no answer by a tool, what it wrote, else nothing, is its answer."""
        rollout = self._rollout
        if rollout is None:
            raise RuntimeError("expected a reset before a reward")
        if rollout.verdict is None and self._failure is None:
            try:
                if answer is None:
                    self._remembered(lambda: self._client.truncate(rollout))
                else:
                    self._answer(answer)
            except _LOST as failure:
                _LOG.warning("a rollout is lost: %s", failure)
        if self._failure is not None and not isinstance(self._failure, _LOST):
            raise self._failure
        return self.verdict

    def _open(self) -> Rollout:
        if self._rollout is None:
            raise RuntimeError("expected a reset before a call")
        if self._rollout.verdict is not None:
            raise RuntimeError("the task is over")
        if self._failure is not None:
            raise self._failure
        return self._rollout

    def _remembered(self, call: Callable[[], Any]) -> Any:
        """TRL shows what a tool raises to the model and goes on; the reward must know of it."""
        try:
            return call()
        except SvGymError as failure:
            self._failure = failure
            raise


def _total(episode: Episode) -> float | None:
    verdict = episode._end(None)
    return None if verdict is None else verdict.reward


def _success(episode: Episode) -> float | None:
    verdict = episode._end(None)
    return None if verdict is None else verdict.success


_PAYS = {"total": _total, "success": _success}


def _part(name: str, verdict: Verdict) -> float | None:
    return verdict.part(name)


def _names(card: Card) -> list[str]:
    return [part["name"] for part in card.parts]


def _ended(episode: Any, text: str) -> Verdict | None:
    if not isinstance(episode, Episode):
        raise TypeError("expected environments of svgym.trl.environment_factory")
    if hasattr(episode, "get_reward"):
        raise TypeError("these environments pay already; make them with pays=None")
    return episode._end(text)


def _task(task: str | Mapping[str, Any]) -> Mapping[str, Any]:
    """A task of a dataset's column, where columns fill up what one row has and another has not with None."""
    document = json.loads(task) if isinstance(task, str) else task
    return {name: value for name, value in document.items() if value is not None}


def _text(completion: Any) -> str:
    """What the model wrote last."""
    if isinstance(completion, str):
        return completion
    for message in reversed(completion):
        if message.get("role") == "assistant":
            content = message.get("content") or ""
            blocks = [content] if isinstance(content, str) else [block.get("text", "") for block in content]
            return "".join(blocks)
    return ""


def _tool(function: Document) -> Callable[..., str]:
    def tool(self: Episode, **arguments: Any) -> str:
        return self._call(function["name"], arguments)

    return _described(tool, function["name"], function["description"], function["parameters"])


def _answer_tool(schema: Document) -> Callable[..., str]:
    required = schema.get("required", [])

    def answer(self: Episode, **arguments: Any) -> str:
        # A model that must write every argument writes null for what it leaves out.
        return self._answer({name: value for name, value in arguments.items() if value is not None or name in required})

    return _described(answer, "answer", "Give the answer, which ends the task.", schema)


def _described(tool: Callable[..., str], name: str, description: str, schema: Document) -> Callable[..., str]:
    """The function with the signature and the docstring that TRL makes a tool's schema of; it takes anything."""
    required = schema.get("required", [])
    properties = sorted(schema.get("properties", {}).items(), key=lambda entry: entry[0] not in required)
    annotations = {
        parameter: _type(of) if parameter in required else Optional[_type(of)]  # noqa: UP045 - a value, not a hint
        for parameter, of in properties
    }
    lines = [f"    {parameter}: {_line(of.get('description') or 'as the task says')}" for parameter, of in properties]
    tool.__name__ = tool.__qualname__ = name
    tool.__doc__ = "\n".join([_line(description), *(["", "Args:", *lines] if lines else [])])
    tool.__annotations__ = {**annotations, "return": str}
    given = inspect.Parameter.POSITIONAL_OR_KEYWORD
    parameters = [inspect.Parameter("self", given)]
    for parameter, annotation in annotations.items():
        default = inspect.Parameter.empty if parameter in required else None
        parameters.append(inspect.Parameter(parameter, given, default=default, annotation=annotation))
    tool.__signature__ = inspect.Signature(parameters, return_annotation=str)  # type: ignore[attr-defined]
    return tool


def _type(schema: Document) -> Any:
    if "enum" in schema:
        return Literal[tuple(schema["enum"])]
    kinds = schema.get("type", "string")
    kinds = [kinds] if isinstance(kinds, str) else kinds
    return next((_TYPES[kind] for kind in kinds if kind in _TYPES), str)


_TYPES = {"string": str, "integer": int, "number": float, "boolean": bool, "array": list, "object": dict}


def _line(text: str) -> str:
    return " ".join(text.split())
