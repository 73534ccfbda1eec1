"""What the server sends and takes, as values. Everything may get more fields; what is not listed here is left out."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from svgym.errors import NoRewardError, Problem

Document = Mapping[str, Any]
"""A JSON object."""

Answer = str | Mapping[str, Any]
"""The raw text of a model, or the answer as an object."""


@dataclass(frozen=True)
class Task:
    """How a request names a task: by a split and an index, by an id, or the task itself.

    Attributes:
        expect_digest: digest that the task must still have; another is a ``TaskChangedError``
    """

    split: str | None = None
    index: int | None = None
    id: str | None = None
    inline: Document | None = None
    expect_digest: str | None = None

    def document(self) -> dict[str, Any]:
        """As it is sent."""
        return {name: value for name, value in vars(self).items() if value is not None}


TaskLike = Task | Mapping[str, Any]
"""A task, or the object that would be sent for it."""


@dataclass(frozen=True)
class Part:
    """One part of a reward.

    Attributes:
        value: in [min, max]; None where the part does not apply
        weight: its default weight in a weighted sum
    """

    value: float | None
    min: float
    max: float
    weight: float


@dataclass(frozen=True)
class Gate:
    """One check that an answer passed or failed."""

    gate: str
    passed: bool
    evidence: str


@dataclass(frozen=True)
class Verdict:
    """What an answer gets.

    Attributes:
        outcome: ``answered``, ``abstained``, ``invalid``, ``truncated`` or ``error``
        success: 0 or 1; None where nothing was judged
        reward: in ``reward_range``; None where nothing was judged, which is not 0
        parts: by name; empty where nothing was judged
        reason: why an answer could not be read
        error: why nothing was judged, where the outcome is ``error``
    """

    outcome: str
    success: int | None
    reward: float | None
    reward_range: tuple[float, float]
    parts: Mapping[str, Part]
    gates: tuple[Gate, ...] = ()
    reason: str | None = None
    task: str | None = None
    task_digest: str | None = None
    policy_digest: str | None = None
    verifier_version: str | None = None
    error: Problem | None = None

    @staticmethod
    def of(document: Document) -> Verdict:
        """Reads a verdict."""
        low, high = document["reward_range"]
        return Verdict(
            outcome=document["outcome"],
            success=document["success"],
            reward=document["reward"],
            reward_range=(low, high),
            parts={
                name: Part(part.get("value"), part["min"], part["max"], part["weight"])
                for name, part in (document.get("parts") or {}).items()
            },
            gates=tuple(Gate(gate["gate"], gate["passed"], gate["evidence"]) for gate in document.get("gates") or ()),
            reason=document.get("reason"),
            task=document.get("task"),
            task_digest=document.get("task_digest"),
            policy_digest=document.get("policy_digest"),
            verifier_version=document.get("verifier_version"),
            error=None if document.get("error") is None else Problem.of(document["error"]),
        )

    def part(self, name: str) -> float | None:
        """The value of a part; None where it does not apply or nothing was judged."""
        return self.parts[name].value if name in self.parts else None

    def paid(self) -> float:
        """The reward, for a trainer that must have a number.

        Raises:
            NoRewardError: where nothing was judged
        """
        if self.reward is None:
            why = self.error.detail if self.error else f"the rollout was {self.outcome}"
            raise NoRewardError(f"no reward: {why}")
        return self.reward


@dataclass(frozen=True)
class Budget:
    """Tool calls and steps that a rollout may (still) take."""

    tool_calls: int
    steps: int

    @staticmethod
    def of(document: Document) -> Budget:
        """Reads a budget."""
        return Budget(document["tool_calls"], document["steps"])


@dataclass(frozen=True)
class PosedTask:
    """A task as an agent sees it.

    Attributes:
        messages: chat messages with ``role`` and ``content``
        tools: in the OpenAI function format
    """

    split: str
    index: int
    id: str
    digest: str
    messages: tuple[Document, ...]
    tools: tuple[Document, ...]
    budget: Budget

    @staticmethod
    def of(row: Document) -> PosedTask:
        """Reads a row of a list of tasks."""
        task = row["task"]
        return PosedTask(
            split=row["split"],
            index=row["index"],
            id=task["id"],
            digest=task["digest"],
            messages=tuple(task["messages"]),
            tools=tuple(task["tools"]),
            budget=Budget.of(task["budget"]),
        )

    def reference(self) -> Task:
        """How a request names it, digest included."""
        return Task(split=self.split, index=self.index, expect_digest=self.digest)


@dataclass(frozen=True)
class Card:
    """What an environment is.

    Attributes:
        parts: each with ``name``, ``min``, ``max``, ``weight`` and ``meaning``, in order
        splits: size by name; None where a split has no end
        tools: every tool that some task offers, in the OpenAI function format
        document: all that the server says
    """

    id: str
    title: str
    parts: tuple[Document, ...]
    splits: Mapping[str, int | None]
    tools: tuple[Document, ...]
    answer_schema: Document
    reward_range: tuple[float, float]
    document: Document = field(repr=False)

    @staticmethod
    def of(document: Document) -> Card:
        """Reads a card."""
        low, high = document["reward"]["range"]
        return Card(
            id=document["id"],
            title=document["title"],
            parts=tuple(document["parts"]),
            splits={split["name"]: split.get("size") for split in document["splits"]},
            tools=tuple(document["tools"]),
            answer_schema=document["answer_schema"],
            reward_range=(low, high),
            document=document,
        )


@dataclass
class Rollout:
    """One attempt at one task, from its first observation to its end. One agent acts in it, one action after another.

    Attributes:
        sequence: number of the next action
        remaining: what the agent may still take
        verdict: how it ended; None while it is open
    """

    id: str
    task: str
    task_digest: str
    messages: tuple[Document, ...]
    tools: tuple[Document, ...]
    remaining: Budget
    sequence: int = 1
    verdict: Verdict | None = None

    @staticmethod
    def begun(document: Document) -> Rollout:
        """Reads a rollout as it begins."""
        return Rollout(
            id=document["id"],
            task=document["task"],
            task_digest=document["task_digest"],
            messages=tuple(document["messages"]),
            tools=tuple(document["tools"]),
            remaining=Budget.of(document["budget"]),
        )

    @staticmethod
    def shown(document: Document) -> Rollout:
        """Reads a rollout with its trajectory."""
        verdict = document.get("verdict")
        return Rollout(
            id=document["id"],
            task=document["task"],
            task_digest=document["task_digest"],
            messages=tuple(document["messages"]),
            tools=tuple(document["tools"]),
            remaining=Budget.of(document["remaining"]),
            sequence=len(document["steps"]) + 1,
            verdict=None if verdict is None else Verdict.of(verdict),
        )


@dataclass(frozen=True)
class Step:
    """What an action got: an observation while the rollout goes on, a verdict at its end.

    Attributes:
        content: text for the model; empty at the end
        data: what the tool shows beside it, such as ``violations``
    """

    sequence: int
    content: str
    data: Document
    remaining: Budget | None
    verdict: Verdict | None

    @staticmethod
    def of(document: Document) -> Step:
        """Reads the reply to an action."""
        observation = dict(document.get("observation") or {})
        remaining, verdict = document.get("remaining"), document.get("verdict")
        return Step(
            sequence=document["sequence"],
            content=observation.pop("content", ""),
            data=observation,
            remaining=None if remaining is None else Budget.of(remaining),
            verdict=None if verdict is None else Verdict.of(verdict),
        )


@dataclass(frozen=True)
class Begun:
    """A group as it begins: rollouts of one task."""

    id: str
    rollouts: tuple[Rollout, ...]


@dataclass(frozen=True)
class Group:
    """Success counts of rollouts of one task.

    Attributes:
        group: its name, or its task's id
        items: indices of the rollouts that count
        n: rollouts that count; ``valid`` are those with a reward, ``k`` of them successes
        pass_at: unbiased pass@k by k; None while the group is not complete
        advantages: one an item, 0 where it has no reward; None without an estimator or while it is not complete
        t_effective: T after it was capped; None for an estimator without T
        document: all that the server says
    """

    group: str
    task: str | None
    items: tuple[int, ...]
    n: int
    valid: int
    k: int
    abstained: int
    invalid: int
    truncated: int
    errors: int
    complete: bool
    sampling: str
    pass_at: Mapping[int, float] | None
    advantages: tuple[float, ...] | None
    t_effective: int | None
    document: Document = field(repr=False)

    @staticmethod
    def of(document: Document, places: Sequence[int] | None = None) -> Group:
        """Reads a group; where its batch was a part of a larger one, ``places`` are its items' indices there."""
        advantages, pass_at = document["advantages"], document["pass_at"]
        items = document["items"]
        return Group(
            items=tuple(items if places is None else (places[item] for item in items)),
            pass_at=None if pass_at is None else {int(k): value for k, value in pass_at.items()},
            advantages=None if advantages is None else tuple(advantages),
            document=document,
            t_effective=document.get("t_effective"),
            **{name: document[name] for name in _COPIED},
        )


_COPIED = ("group", "task", "n", "valid", "k", "abstained", "invalid", "truncated", "errors", "complete", "sampling")


@dataclass(frozen=True)
class Item:
    """One answer that is to be judged without a rollout.

    Attributes:
        group: name of its group; items of one task are a group where none is given
        tool_calls: tool calls that were made elsewhere
    """

    task: TaskLike
    answer: Answer
    group: str | None = None
    tool_calls: int = 0


@dataclass(frozen=True)
class Judged:
    """One verdict of a batch, as soon as it is known.

    Attributes:
        item: its index in the batch
        done: items that have a verdict by now, of ``total``
    """

    item: int
    verdict: Verdict
    done: int
    total: int


@dataclass(frozen=True)
class Verification:
    """What came of a batch: one verdict an item, in their order, and the groups."""

    verdicts: tuple[Verdict, ...]
    groups: tuple[Group, ...]


@dataclass(frozen=True)
class Estimator:
    """An estimator of advantages, as ``GET /v1/estimators`` lists them.

    Attributes:
        signal: ``success``, ``reward`` or ``parts``; the server's default where it is None
    """

    name: str
    params: Mapping[str, Any] = field(default_factory=dict)
    signal: str | None = None

    def document(self) -> dict[str, Any]:
        """As it is sent."""
        document: dict[str, Any] = {"name": self.name, "params": dict(self.params)}
        if self.signal is not None:
            document["signal"] = self.signal
        return document
