"""Reward functions and environments as TRL calls them. TRL itself trains with them in a stage of its own."""

from __future__ import annotations

import inspect
import json
from typing import Any

import pytest
from between import between
from cases import ABSTAIN, E1, E2, FIX, LOG, PAID_RIGHT, POD, RIGHT

from svgym import Client
from svgym.trl import Rewards, environment_factory, rows

TEXTS = [json.dumps(RIGHT), "in prose", json.dumps(ABSTAIN)]


def chat(*texts: str) -> list[list[dict[str, Any]]]:
    return [[{"role": "assistant", "content": text}] for text in texts]


def test_each_part_is_a_function_and_all_share_one_verdict(url: str) -> None:
    with between(url) as way:
        rewards = Rewards(way.url, E1)
        way.requests.clear()
        row = {"prompts": [None] * 3, "completions": chat(*TEXTS), "completion_ids": [[1]] * 3, "task": [LOG] * 3}

        total = rewards.total(**row)
        parts = {part.__name__: part(**row) for part in rewards.parts}

        assert total == pytest.approx([PAID_RIGHT, -1, 0])
        assert rewards.success(**row) == [1, 0, 0]
        assert list(parts) == ["correct", "brier", "format", "cost"]
        assert parts["correct"] == [1, 0, 0]
        # Brier's score of a confidence of 0.9 that was right; who abstains states none.
        assert parts["brier"] == [pytest.approx(-0.01), -1, None]
        assert rewards.weights == [0.4, 0.2, 0.1, 0.3]
        assert len(way.requests) == 1


def test_the_next_batch_is_judged_anew_even_where_it_reads_the_same(url: str) -> None:
    with between(url) as way:
        rewards = Rewards(way.url, E1)
        way.requests.clear()

        for _ in range(2):
            rewards.total(completions=["a"], task=[LOG])

        assert len(way.requests) == 2


def test_rows_carry_all_that_rewards_need(url: str) -> None:
    client = Client(url)
    made = rows(client, E1, start=5, count=2)
    columns = {name: [row[name] for row in made] for name in made[0]}

    paid = Rewards(url, E1).total(completions=[json.dumps(ABSTAIN)] * 2, **columns)

    assert paid == [0, 0]
    assert json.loads(made[1]["task"])["index"] == 6
    assert [message["role"] for message in made[0]["prompt"]] == ["system", "user"]


def test_rows_of_another_environment_are_not_judged(url: str) -> None:
    paid = Rewards(url, E1).success(completions=[TEXTS[0]] * 2, task=[LOG, POD], environment=[E1, E2])

    assert paid == [1, None]


def test_columns_that_were_filled_up_with_nothing_are_read(url: str) -> None:
    task = {**LOG, "id": None, "split": None, "index": None}

    assert Rewards(url, E1).success(completions=[TEXTS[0]], task=[task]) == [1]


def test_the_last_thing_that_the_model_wrote_is_judged(url: str) -> None:
    talk = [
        {"role": "assistant", "content": "thinking"},
        {"role": "tool", "content": "x"},
        {"role": "assistant", "content": [{"type": "text", "text": TEXTS[0]}]},
    ]

    assert Rewards(url, E1).success(completions=[talk, []], task=[LOG, LOG]) == [1, 0]


def test_a_dataset_without_tasks_is_refused(url: str) -> None:
    with pytest.raises(TypeError, match="column `task`"):
        Rewards(url, E1).total(completions=["a"])


def test_an_episode_offers_the_tools_of_its_environment(url: str) -> None:
    episode: Any = environment_factory(url, E2)()
    names = {name for name, _ in inspect.getmembers(type(episode), inspect.isfunction) if not name.startswith("_")}

    assert names == {"reset", "get_reward", "opa", "semgrep", "view", "apply_patch", "reset_workspace", "answer"}
    signature = inspect.signature(episode.answer)
    assert list(signature.parameters) == ["violations", "confidence", "patch", "files"]
    assert "Args:\n    violations: " in (inspect.getdoc(episode.answer) or "")


def test_an_episode_pays_for_its_answer(url: str) -> None:
    episode: Any = environment_factory(url, E2)()

    shown = episode.reset(task=POD, prompt=[{"role": "user", "content": ""}], anything="else")
    scanned = episode.opa()
    said = episode.answer(**FIX, files=None)

    assert "hostNetwork" in shown
    assert "K8S-HOST-NETWORK" in scanned
    assert "0.9" not in said
    assert episode.get_reward() == episode.verdict.reward > 0.8
    with pytest.raises(RuntimeError, match="over"):
        episode.opa()


def test_an_episode_that_its_prompt_tells_already_adds_nothing(url: str) -> None:
    episode = environment_factory(url, E1)()
    (row,) = rows(Client(url), E1, count=1)

    assert episode.reset(**row) is None


def test_an_episode_without_an_answer_is_a_failure(url: str) -> None:
    episode: Any = environment_factory(url, E1, pays="success")()
    episode.reset(task=LOG)

    assert episode.get_reward() == 0


def test_an_answer_that_no_tool_call_fits_is_judged(url: str) -> None:
    episode: Any = environment_factory(url, E1)()
    episode.reset(task=LOG)
    episode.answer(label="Neither", mood="good")

    assert episode.get_reward() == -1


def test_rewards_take_an_answer_by_tool_or_else_by_text(url: str) -> None:
    make = environment_factory(url, E1, pays=None)
    called, written, silent = episodes = [make(), make(), make()]
    for episode in episodes:
        episode.reset(task=json.dumps(LOG))
    called.answer(**RIGHT)  # type: ignore[attr-defined]
    rewards = Rewards(url, E1)

    paid = [
        function(completions=chat("Done.", TEXTS[0], ""), environments=episodes) for function in [rewards.total] * 2
    ]

    assert paid == [pytest.approx([PAID_RIGHT, PAID_RIGHT, -1])] * 2
    assert (written.verdict or silent.verdict) is not None


def test_nobody_is_paid_twice(url: str) -> None:
    episode = environment_factory(url, E1)()
    episode.reset(task=LOG)

    with pytest.raises(TypeError, match="pays=None"):
        Rewards(url, E1).total(completions=["a"], environments=[episode])


def test_an_episode_that_was_left_open_is_given_up(url: str) -> None:
    client = Client(url)
    episode = environment_factory(url, E1, client=client)()
    episode.reset(task=LOG)
    left = episode._rollout
    episode.reset(task=LOG)

    assert left is not None
    assert client.resume(left.id).verdict is not None
