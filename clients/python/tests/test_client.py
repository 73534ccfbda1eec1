"""What a server is asked for, and what comes back, by both clients."""

from __future__ import annotations

import asyncio
import concurrent.futures
from typing import Any

import pytest
from cases import ABSTAIN, E1, E2, FIX, LOG, OTHER_LOG, PAID_RIGHT, POD, RIGHT, WRONG

from svgym import (
    AsyncClient,
    Client,
    Estimator,
    InvalidRequestError,
    Item,
    Judged,
    NoRewardError,
    NotFoundError,
    RolloutEndedError,
    SequenceError,
    Task,
    TaskChangedError,
)

MAXRL = Estimator("maxrl_u", {"T": 3, "baseline": "loo"})


def test_a_batch_is_judged_and_counted(client: Any) -> None:
    items = [Item(LOG, RIGHT), Item(LOG, "Benign, surely"), Item(LOG, ABSTAIN)]

    verification = client.verify(E1, items, estimator=MAXRL)

    assert [verdict.outcome for verdict in verification.verdicts] == ["answered", "invalid", "abstained"]
    assert [verdict.reward for verdict in verification.verdicts] == pytest.approx([PAID_RIGHT, -1, 0])
    (group,) = verification.groups
    assert (group.n, group.valid, group.k, group.abstained, group.invalid, group.complete) == (3, 3, 1, 1, 1, True)
    assert group.advantages == pytest.approx([3, -0.75, -0.75])


def test_a_large_batch_is_split_between_groups_and_put_together_again(client: Any) -> None:
    items = [Item(task, answer) for answer in (RIGHT, WRONG, ABSTAIN) for task in (LOG, OTHER_LOG)]
    seen: list[Judged] = []

    verification = client.verify(E1, items, batch=4, progress=seen.append)

    assert [group.items for group in verification.groups] == [(0, 2, 4), (1, 3, 5)]
    assert [group.k for group in verification.groups] == [1, 1]
    assert [verdict.outcome for verdict in verification.verdicts] == ["answered"] * 4 + ["abstained"] * 2
    assert sorted(judged.item for judged in seen) == [0, 1, 2, 3, 4, 5]
    assert [(judged.done, judged.total) for judged in seen] == [(done, 6) for done in range(1, 7)]


def test_named_groups_hold_what_they_are_told(client: Any) -> None:
    items = [Item(LOG, RIGHT, group="a"), Item(LOG, WRONG, group="b"), Item(LOG, WRONG, group="a")]

    groups = client.verify(E1, items, batch=2).groups

    assert {group.group: group.items for group in groups} == {"a": (0, 2), "b": (1,)}


@pytest.mark.parametrize("answer", [{"label": "Benign", "confidence": float("nan")}, "\ud800", "", "{}", "null"])
def test_whatever_a_model_writes_is_judged(client: Any, answer: Any) -> None:
    (verdict,) = client.verify(E1, [Item(LOG, answer)]).verdicts

    assert (verdict.outcome, verdict.success, verdict.reward) == ("invalid", 0, -1)


def test_an_empty_batch_has_no_verdicts(client: Any) -> None:
    assert client.verify(E1, []).verdicts == ()


def test_a_rollout_takes_steps_and_an_answer(client: Any) -> None:
    rollout = client.begin(E2, POD, run="r", step=3, policy_version="v1", mode="eval")

    step = client.call_tool(rollout, "opa")
    verdict = client.answer(rollout, FIX)

    assert [message["role"] for message in rollout.messages] == ["system", "user"]
    assert step.data["violations"][0]["id"] == "K8S-HOST-NETWORK"
    assert step.remaining == rollout.remaining
    assert step.remaining.tool_calls == 15
    assert (verdict.outcome, verdict.success) == ("answered", 1)
    assert [gate.gate for gate in verdict.gates][:2] == ["format", "patch"]
    assert rollout.verdict == verdict
    assert client.resume(rollout.id).verdict == verdict


def test_an_ended_rollout_takes_nothing_more(client: Any) -> None:
    rollout = client.begin(E1, LOG)
    client.answer(rollout, RIGHT)

    with pytest.raises(RolloutEndedError) as refused:
        client.answer(rollout, WRONG)

    assert refused.value.problem.status == 409
    assert refused.value.problem.instance == f"/v1/rollouts/{rollout.id}/actions"


def test_the_same_action_again_gets_the_same_reply_and_another_one_is_refused(client: Any) -> None:
    rollout = client.begin(E1, LOG)
    verdict = client.answer(rollout, RIGHT)

    rollout.sequence = 1
    assert client.answer(rollout, RIGHT) == verdict
    rollout.sequence = 1
    with pytest.raises(SequenceError):
        client.answer(rollout, WRONG)


def test_a_rollout_can_be_resumed_by_its_id(client: Any) -> None:
    begun = client.begin(E2, POD)
    client.call_tool(begun, "opa")

    resumed = client.resume(begun.id)

    assert (resumed.sequence, resumed.remaining, resumed.verdict) == (2, begun.remaining, None)
    assert client.answer(resumed, FIX).success == 1


def test_a_cancelled_rollout_has_no_reward_and_that_is_not_nothing(client: Any) -> None:
    rollout = client.begin(E1, LOG)
    assert client.heartbeat(rollout).endswith("Z")

    verdict = client.cancel(rollout)

    assert (verdict.outcome, verdict.success, verdict.reward) == ("truncated", None, None)
    assert client.cancel(rollout) == verdict
    with pytest.raises(NoRewardError):
        verdict.paid()


def test_running_out_of_tokens_counts_as_a_failure(client: Any) -> None:
    verdict = client.truncate(client.begin(E1, LOG))

    assert (verdict.outcome, verdict.success) == ("truncated", 0)


def test_a_group_has_counts_and_advantages_once_it_is_complete(client: Any) -> None:
    begun = client.begin_group(E1, LOG, 8)
    estimator = Estimator("maxrl_u", {"T": 8, "baseline": "loo"})
    assert client.group(begun.id, estimator=estimator).advantages is None

    for index, rollout in enumerate(begun.rollouts):
        client.answer(rollout, WRONG if index % 2 else RIGHT)
    group = client.group(begun.id, estimator=estimator)

    assert (group.n, group.k, group.pass_at[1]) == (8, 4, 0.5)
    assert group.advantages == pytest.approx([8 / 7, -32 / 35] * 4)


def test_stragglers_are_given_up(client: Any) -> None:
    begun = client.begin_group(E1, LOG, cap=3, stop_after_successes=2)
    client.answer(begun.rollouts[0], RIGHT)

    group = client.finalize(begun.id)

    assert (group.complete, group.k, group.truncated) == (True, 1, 2)


def test_advantages_of_rewards_from_elsewhere(client: Any) -> None:
    (advantages,) = client.advantages([[1, 0, None, 1]], Estimator("maxrl_u", {"T": 2, "baseline": "loo"}))

    assert advantages == (0.75, -1, 0, 0.75)


def test_tasks_come_in_order_over_pages(client: Any) -> None:
    tasks = client.tasks(E1, "train", 3, 70)

    assert [task.index for task in tasks] == list(range(3, 73))
    assert client.begin(E1, tasks[0].reference()).task_digest == tasks[0].digest


def test_an_environment_tells_its_parts(client: Any) -> None:
    cards = {card.id: card for card in client.environments()}

    assert [part["name"] for part in cards[E1].parts] == ["correct", "brier", "format", "cost"]
    assert cards[E2] == client.environment(E2)
    assert cards[E1].splits["train"] is None


def test_problems_are_exceptions_with_their_document(client: Any) -> None:
    with pytest.raises(NotFoundError) as unknown:
        client.begin("e9", LOG)
    with pytest.raises(TaskChangedError):
        client.begin(E1, Task("train", 0, expect_digest="0" * 64))
    with pytest.raises(InvalidRequestError) as invalid:
        client.verify(E1, [Item(LOG, RIGHT), Item(Task("nowhere", 0), RIGHT)])

    assert unknown.value.problem.slug == "unknown-environment"
    assert invalid.value.problem.errors[0]["pointer"] == "/items/1/task/split"


def test_ids_cannot_leave_their_place_in_the_path(client: Any) -> None:
    for strange in ("../environments", "a/b", "?x=1", "%2e%2e", "ü"):
        with pytest.raises((NotFoundError, InvalidRequestError)):
            client.resume(strange)


def test_many_rollouts_at_once_in_one_loop(url: str) -> None:
    async def main() -> list[float | None]:
        async with AsyncClient(url, connections=32) as client:

            async def one(index: int) -> float | None:
                rollout = await client.begin(E1, Task("train", index))
                return (await client.answer(rollout, ABSTAIN)).reward

            return await asyncio.gather(*map(one, range(128)))

    assert asyncio.run(main()) == [0] * 128


def test_many_threads_share_a_client(url: str) -> None:
    with Client(url) as client, concurrent.futures.ThreadPoolExecutor(16) as threads:

        def one(index: int) -> float | None:
            return client.answer(client.begin(E1, Task("train", index)), ABSTAIN).reward

        assert list(threads.map(one, range(64))) == [0] * 64
