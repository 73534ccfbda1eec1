"""TRL trains with GRPO on a CPU against a running server: three optimizer steps in each mode.

    python trl_steps.py http://127.0.0.1:8080
"""

import importlib.metadata
import json
import math
import os
import sys
import tempfile

BASE = sys.argv[1].rstrip("/")
os.environ |= {
    "HF_HUB_OFFLINE": "1", "HF_DATASETS_DISABLE_PROGRESS_BARS": "1", "TOKENIZERS_PARALLELISM": "false",
    "TRANSFORMERS_VERBOSITY": "error", "TRL_EXPERIMENTAL_SILENCE": "1",
    "OPENREWARD_SESSION_URL": BASE, "OPENREWARD_API_URL": BASE,
}

import tiny  # noqa: E402
import torch  # noqa: E402
from datasets import Dataset  # noqa: E402
from transformers import AutoTokenizer, PrinterCallback  # noqa: E402
from trl import GRPOConfig, GRPOTrainer  # noqa: E402
from trl.experimental.openreward import OpenRewardSpec  # noqa: E402

from cases import FIX, POD  # noqa: E402
from svgym import Client, Item  # noqa: E402
from svgym.trl import Rewards, dataset, environment_factory  # noqa: E402

E1, E2 = "e1-network-logs", "e2-config-remediation"
STEPS, GENERATIONS = 3, 4
ANSWERS = [
    json.dumps({"label": "Malicious", "confidence": 0.8}),
    json.dumps({"label": "Benign", "confidence": 0.9}),
    json.dumps({"label": "Abstain"}),
    "Malicious, I would think.",
]


def call(name, arguments):
    return f"<tool_call>\n{json.dumps({'name': name, 'arguments': arguments})}\n</tool_call>"


def check(holds, what):
    if not holds:
        sys.exit(f"TRL: {what}")


def train(name, texts, model, **given):
    """Three steps; returns the last values that TRL logged, after the checks that hold in every mode."""
    script = tiny.Script(AutoTokenizer.from_pretrained(model), texts).installed()
    arguments = given.pop("arguments", {})
    with tempfile.TemporaryDirectory() as folder:
        trainer = GRPOTrainer(
            model=model,
            args=GRPOConfig(
                folder, max_steps=STEPS, per_device_train_batch_size=GENERATIONS, num_generations=GENERATIONS,
                max_completion_length=2048, learning_rate=1e-2, use_cpu=True, bf16=False, report_to=[], logging_steps=1,
                save_strategy="no", disable_tqdm=True, **arguments),
            **given)
        trainer.remove_callback(PrinterCallback)
        before = {key: value.clone() for key, value in trainer.model.state_dict().items()}
        trainer.train()
    logged = [entry for entry in trainer.state.log_history if "reward" in entry]
    check(trainer.state.global_step == STEPS and len(logged) == STEPS, f"{name}: expected {STEPS} steps, got {logged}")
    check(all(math.isfinite(entry["reward"]) for entry in logged), f"{name}: rewards {logged}")
    check(any(entry["reward_std"] > 0 for entry in logged), f"{name}: all rewards are equal")
    check(any(entry["grad_norm"] > 0 for entry in logged), f"{name}: no gradient")
    moved = sum(not torch.equal(value, before[key]) for key, value in trainer.model.state_dict().items())
    check(moved > 0, f"{name}: no weight has moved")
    rewards = [round(entry["reward"], 4) for entry in logged]
    print(f"{name}: {STEPS} steps, mean rewards {rewards}, {moved} tensors moved, {script.turns} turns behind tools")
    return logged, script


def natively(client, environment, rows):
    """What the server pays for the scripted answers, task by task."""
    items = [Item(json.loads(row["task"]), text) for row in rows for text in ANSWERS]
    verdicts = client.verify(environment, items).verdicts
    return [verdicts[at:at + len(ANSWERS)] for at in range(0, len(verdicts), len(ANSWERS))]


def mean(values):
    numbers = [value for value in values if value is not None]
    return sum(numbers) / len(numbers)


def agree(name, logged, expected):
    """Whether each step's value is that of one of the tasks; which one it is the sampler's choice."""
    for value in logged:
        check(any(abs(value - one) < 1e-4 for one in expected), f"{name}: got {value}, expected one of {expected}")


def main(model):
    client = Client(BASE)
    rewards = Rewards(BASE, E1)
    rows = dataset(client, E1, count=4)
    verdicts = natively(client, E1, rows)
    total = [mean(verdict.reward for verdict in group) for group in verdicts]
    correct = [mean(verdict.part("correct") for verdict in group) for group in verdicts]

    logged, _ = train("reward", ANSWERS, model, train_dataset=rows, reward_funcs=[rewards.total])
    agree("reward", [entry["reward"] for entry in logged], total)

    gdpo = {"multi_objective_aggregation": "normalize_then_sum", "reward_weights": rewards.weights}
    logged, _ = train("GDPO", ANSWERS, model, train_dataset=rows, reward_funcs=rewards.parts, arguments=gdpo)
    agree("GDPO", [entry["rewards/correct/mean"] for entry in logged], correct)

    calls = [call("answer", json.loads(text)) if text.startswith("{") else text for text in ANSWERS]
    logged, script = train(
        "environment_factory, parts", calls, model, train_dataset=rows, reward_funcs=rewards.parts, arguments=gdpo,
        environment_factory=environment_factory(BASE, E1, pays=None))
    agree("environment_factory", [entry["rewards/correct/mean"] for entry in logged], correct)
    check(script.turns == STEPS * 3, "expected three of four answers by a tool")

    pods = Dataset.from_list([{"prompt": [{"role": "user", "content": ""}], "task": json.dumps({"inline": POD})}] * 4)
    with_tools = [call("opa", {}), call("view", {"path": "nowhere.yaml"}), call("answer", FIX), "No idea."]
    logged, script = train(
        "environment_factory, with tools", with_tools, model, train_dataset=pods,
        environment_factory=environment_factory(BASE, E2), arguments={"max_tool_calling_iterations": 3})
    paid = client.verify(E2, [Item({"inline": POD}, FIX)]).verdicts[0].paid()
    # Nothing is answered but by the third, and no answer is worth nothing here.
    agree("environment_factory, with tools", [entry["reward"] for entry in logged], [paid / 4])
    check(script.turns == STEPS * 3, "expected three of four to call a tool")
    check(logged[0]["tools/failure_frequency"] == 0, f"a tool failed: {logged[0]}")

    spec = OpenRewardSpec(BASE, env_name=E1, num_tasks=4)
    logged, _ = train(
        "ORS, without code", [*calls[:3], call("answer", {"label": "Neither"})], model,
        train_dataset=spec.train_dataset, environment_factory=spec.environment_factory, reward_funcs=spec.reward_funcs)
    agree("ORS", [entry["reward"] for entry in logged], total)
    print("trl", importlib.metadata.version("trl"), "with torch", importlib.metadata.version("torch"), "trains")


with tempfile.TemporaryDirectory() as made:
    main(tiny.save(made))
