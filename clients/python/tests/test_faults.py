"""A server whose engine does not answer, and that wants a key: no reward is paid, and nobody takes that for 0."""

from __future__ import annotations

import json
from typing import Any

import pytest
from between import between, lost, said
from cases import E2, FIX, POD

from svgym import AccessDeniedError, Client, EngineFaultError, Estimator, Item, NoRewardError, Retries, UnreachableError
from svgym.trl import Rewards, environment_factory

KEY = "a-key-of-the-tests"
ONCE = Retries(most_tries=2, first=0.01, longest=1)
FAULT = said(
    "503 Service Unavailable",
    "Retry-After: 1",
    body='{"type": "/problems/engine-fault", "title": "Engine failed", "status": 503, "detail": "opa: it is down"}',
)
ROW = {"task": [POD], "completions": ["whatever"]}


def test_without_a_key_nothing_is_served(connect: Any, faulty_url: str) -> None:
    with pytest.raises(AccessDeniedError) as refused:
        connect(faulty_url).environments()

    assert refused.value.problem.slug == "unauthenticated"


def test_the_key_may_come_from_the_environment(connect: Any, faulty_url: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SVGYM_API_KEY", KEY)

    assert len(connect(faulty_url).environments()) == 2


def test_an_error_verdict_says_why_and_pays_nothing(connect: Any, faulty_url: str) -> None:
    client = connect(faulty_url, key=KEY)

    verification = client.verify(E2, [Item(POD, FIX)], estimator=Estimator("mean_baseline"))

    (verdict,) = verification.verdicts
    assert (verdict.outcome, verdict.success, verdict.reward, verdict.parts) == ("error", None, None, {})
    assert verdict.error is not None
    assert verdict.error.status == 503
    assert (verification.groups[0].n, verification.groups[0].valid, verification.groups[0].errors) == (1, 0, 1)
    with pytest.raises(NoRewardError):
        verdict.paid()


def test_a_task_that_needs_the_engine_is_an_exception_once_tries_end(connect: Any, faulty_url: str) -> None:
    with pytest.raises(EngineFaultError) as fault:
        connect(faulty_url, key=KEY, retries=ONCE).begin(E2, POD)

    assert fault.value.retryable
    assert fault.value.problem.slug == "task-unavailable"


def test_trl_leaves_out_what_no_engine_judged(faulty_url: str) -> None:
    rewards = Rewards(faulty_url, E2, key=KEY)

    assert rewards.total(**ROW) == [None]
    assert rewards.success(**ROW) == [None]
    assert [part(**ROW) for part in rewards.parts] == [[None]] * 8


def test_trl_leaves_out_an_episode_whose_tool_failed(url: str) -> None:
    with between(url) as way:
        client = Client(way.url, retries=ONCE)
        episode: Any = environment_factory(way.url, E2, client=client)()
        episode.reset(task=POD)
        way.acts = [FAULT] * 2
        with pytest.raises(EngineFaultError):
            episode.opa()

        assert episode.get_reward() is None
        # It stays left out, though the engine is back.
        with pytest.raises(EngineFaultError):
            episode.answer(**FIX)
        assert episode.get_reward() is None


def test_trl_leaves_out_an_episode_whose_answer_was_not_judged(url: str) -> None:
    with between(url) as way:
        client = Client(way.url, retries=ONCE)
        rewards = Rewards(way.url, E2, client=client)
        episode = environment_factory(way.url, E2, client=client, pays=None)()
        episode.reset(task=POD)
        way.acts = [FAULT] * 2
        completions = [[{"role": "assistant", "content": json.dumps(FIX)}]]

        assert rewards.total(completions=completions, environments=[episode]) == [None]


def test_what_is_no_fault_of_an_engine_stops_the_training(url: str) -> None:
    with between(url) as way:
        client = Client(way.url, retries=ONCE)
        episode: Any = environment_factory(way.url, E2, client=client)()
        episode.reset(task=POD)
        # The first ends a connection that was used before, which costs no try.
        way.acts = [lost] * 3
        with pytest.raises(UnreachableError):
            episode.opa()

        with pytest.raises(UnreachableError):
            episode.get_reward()
