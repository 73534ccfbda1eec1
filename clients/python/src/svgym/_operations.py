"""What can be asked of a server. Each operation is written once and serves both clients."""

from __future__ import annotations

import json
import uuid
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any

from svgym._api import Api, encode, path
from svgym.errors import Problem, UnreadableReplyError, problem_error
from svgym.model import (
    Answer,
    Begun,
    Card,
    Estimator,
    Group,
    Item,
    Judged,
    PosedTask,
    Rollout,
    Step,
    Task,
    TaskLike,
    Verdict,
    Verification,
)

_MOST_TASKS = 64
_MOST_BYTES = 8 * 1024 * 1024


async def environments(api: Api) -> list[Card]:
    """The environments that are served."""
    return [Card.of(card) for card in (await api.call("GET", path("environments")))["environments"]]


async def environment(api: Api, id: str) -> Card:  # noqa: A002 - the API's word
    """One environment."""
    return Card.of(await api.call("GET", path("environments", id)))


async def tasks(api: Api, environment: str, split: str = "train", start: int = 0, count: int = 16) -> list[PosedTask]:
    """Tasks of a split, in order; fewer than ``count`` where the split ends."""
    found: list[PosedTask] = []
    cursor: object = start
    while len(found) < count:
        query = {"split": split, "limit": min(_MOST_TASKS, count - len(found)), "cursor": cursor}
        page = await api.call("GET", path("environments", environment, "tasks"), query=query)
        found += map(PosedTask.of, page["tasks"])
        cursor = page.get("next_cursor")
        if cursor is None:
            break
    return found


async def verify(
    api: Api,
    environment: str,
    items: Sequence[Item],
    *,
    estimator: Estimator | None = None,
    invalid_policy: str | None = None,
    batch: int = 1024,
    progress: Callable[[Judged], None] | None = None,
) -> Verification:
    """Judges answers without rollouts and counts successes by group.

    Verdicts are streamed; ``progress`` is called for each as soon as it is known. More than ``batch`` items are sent in
    several batches, a group always within one. An estimator that looks beyond one group looks no further than a batch.

    Args:
        items: a group is those with the same ``group``, or that name the same task where none is given
        estimator: for advantages
        invalid_policy: what becomes of items without a reward: ``exclude`` or ``fail``
        batch: at most as many as ``svgym.verification.max-items`` of the server
    """
    verdicts: list[Verdict | None] = [None] * len(items)
    groups: list[Group] = []
    done = 0
    header = _given(
        environment=environment,
        estimator=None if estimator is None else estimator.document(),
        invalid_policy=invalid_policy,
    )

    for places, lines in _batches(items, batch):

        def take(line: Mapping[str, Any], places: Sequence[int] = places) -> None:
            nonlocal done
            if "item" in line:
                item = places[line["item"]]
                if verdicts[item] is None:
                    done += 1
                    verdict = verdicts[item] = Verdict.of(line)
                    if progress is not None:
                        progress(Judged(item, verdict, done, len(items)))
            elif "groups" in line:
                groups.extend(Group.of(group, places) for group in line["groups"])
            else:
                raise problem_error(Problem.of(line["error"]))

        await api.lines(path("verify"), b"\n".join([encode(header), *lines]), take)
    judged = tuple(verdict for verdict in verdicts if verdict is not None)
    if len(judged) < len(items):
        raise UnreadableReplyError(f"expected {len(items)} verdicts, got {len(judged)}")
    return Verification(judged, tuple(groups))


async def advantages(
    api: Api,
    groups: Sequence[Sequence[float | None]],
    estimator: Estimator,
    *,
    invalid_policy: str | None = None,
    sampling: str | None = None,
) -> list[tuple[float, ...]]:
    """Advantages of rewards that were counted elsewhere, group by group; None is a reward that was lost."""
    body = _given(
        estimator=estimator.name,
        params=dict(estimator.params),
        groups=[{"rewards": list(rewards)} for rewards in groups],
        invalid_policy=invalid_policy,
        sampling=sampling,
    )
    reply = await api.call("POST", path("advantages"), body)
    return [tuple(group["advantages"]) for group in reply["groups"]]


async def begin(
    api: Api,
    environment: str,
    task: TaskLike,
    *,
    group: str | None = None,
    run: str | None = None,
    step: int | None = None,
    policy_version: str | None = None,
    mode: str | None = None,
) -> Rollout:
    """Begins a rollout: resets the environment to a task.

    Args:
        group: written on the rollout, as are run, step and policy_version
        mode: ``train``, which it is unless given, or ``eval``
    """
    body = _given(
        environment=environment,
        task=_task(task),
        group=group,
        run=run,
        step=step,
        policy_version=policy_version,
        mode=mode,
    )
    return Rollout.begun(await api.call("POST", path("rollouts"), body, idempotency_key=uuid.uuid4().hex))


async def resume(api: Api, id: str) -> Rollout:  # noqa: A002 - the API's word
    """A rollout as it stands, to go on with after its caller was lost."""
    return Rollout.shown(await api.call("GET", path("rollouts", id)))


async def call_tool(api: Api, rollout: Rollout, name: str, arguments: Mapping[str, Any] | None = None) -> Step:
    """Takes a step: runs a tool. Where that takes the last step of the budget, the reply is a verdict."""
    arguments = {} if arguments is None else arguments
    return await _act(api, rollout, {"tool_call": {"name": name, "arguments": dict(arguments)}})


async def answer(api: Api, rollout: Rollout, answer: Answer) -> Verdict:
    """Answers, which ends the rollout. What cannot be read is judged, too, as invalid."""
    return await _end(api, rollout, {"answer": _answer(answer)})


async def truncate(api: Api, rollout: Rollout, cause: str = "tokens") -> Verdict:
    """Ends a rollout without an answer, because the model ran out of ``tokens``, or it was ``cancelled``."""
    return await _end(api, rollout, {"truncated": cause})


async def heartbeat(api: Api, rollout: Rollout) -> str:
    """Renews the lease while nothing is done; returns until when, in UTC."""
    reply = await api.call("POST", path("rollouts", rollout.id, "heartbeat"))
    return str(reply["expires_at"])


async def cancel(api: Api, rollout: Rollout) -> Verdict | None:
    """Gives a rollout up where it is open; its verdict, however it ended."""
    rollout.verdict = Rollout.shown(await api.call("DELETE", path("rollouts", rollout.id))).verdict
    return rollout.verdict


async def begin_group(
    api: Api,
    environment: str,
    task: TaskLike,
    size: int | None = None,
    *,
    stop_after_successes: int | None = None,
    cap: int | None = None,
    run: str | None = None,
    step: int | None = None,
    policy_version: str | None = None,
    mode: str | None = None,
) -> Begun:
    """Begins rollouts of one task: ``size``, or ``cap`` where sampling stops after some successes."""
    sampling = _given(stop_after_successes=stop_after_successes, cap=cap)
    body = _given(
        environment=environment,
        task=_task(task),
        size=size,
        sampling=sampling or None,
        run=run,
        step=step,
        policy_version=policy_version,
        mode=mode,
    )
    reply = await api.call("POST", path("groups"), body, idempotency_key=uuid.uuid4().hex)
    return Begun(reply["id"], tuple(map(Rollout.begun, reply["rollouts"])))


async def group(
    api: Api,
    id: str,  # noqa: A002 - the API's word
    *,
    estimator: Estimator | None = None,
    invalid_policy: str | None = None,
) -> Group:
    """Success counts of a group as it stands, with advantages where it is complete and an estimator is given."""
    query: dict[str, object] = {"invalid_policy": invalid_policy}
    if estimator is not None:
        query |= {name: str(value) for name, value in estimator.params.items()}
        query |= {"estimator": estimator.name, "signal": estimator.signal}
    return Group.of(await api.call("GET", path("groups", id), query=query))


async def finalize(api: Api, id: str) -> Group:  # noqa: A002 - the API's word
    """Gives up what is still open in a group, so that it is complete."""
    return Group.of(await api.call("POST", path("groups", id, "finalize")))


async def _act(api: Api, rollout: Rollout, action: Mapping[str, Any]) -> Step:
    body = {"sequence": rollout.sequence, **action}
    step = Step.of(await api.call("POST", path("rollouts", rollout.id, "actions"), body))
    rollout.sequence += 1
    rollout.verdict = step.verdict
    rollout.remaining = step.remaining or rollout.remaining
    return step


async def _end(api: Api, rollout: Rollout, action: Mapping[str, Any]) -> Verdict:
    verdict = (await _act(api, rollout, action)).verdict
    if verdict is None:
        raise UnreadableReplyError("expected a verdict at the end of a rollout, got an observation")
    return verdict


def _batches(items: Sequence[Item], batch: int) -> Iterator[tuple[list[int], list[bytes]]]:
    """Whole groups, packed: the items' places, and their lines."""
    members: dict[bytes, list[tuple[int, bytes]]] = {}
    for place, item in enumerate(items):
        task = _task(item.task)
        document = {"task": task, "answer": _answer(item.answer), "tool_calls": item.tool_calls}
        named = {} if item.group is None else {"group": item.group}
        key = encode(named or json.loads(json.dumps(task, sort_keys=True)))
        members.setdefault(key, []).append((place, encode(document | named)))
    places: list[int] = []
    lines: list[bytes] = []
    size = 0
    for group in members.values():
        more = sum(len(line) for _, line in group)
        if places and (len(places) + len(group) > batch or size + more > _MOST_BYTES):
            yield places, lines
            places, lines, size = [], [], 0
        places += [place for place, _ in group]
        lines += [line for _, line in group]
        size += more
    if places:
        yield places, lines


def _task(task: TaskLike) -> dict[str, Any]:
    return task.document() if isinstance(task, Task) else dict(task)


def _answer(answer: Answer) -> Answer:
    """As it is sent: what strict JSON cannot say goes as text, to be judged like any other."""
    if isinstance(answer, str):
        return answer
    try:
        encode(answer)
    except ValueError:
        return json.dumps(answer)
    return dict(answer)


def _given(**fields: Any) -> dict[str, Any]:
    return {name: value for name, value in fields.items() if value is not None}
