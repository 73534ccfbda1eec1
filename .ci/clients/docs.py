"""Runs the blocks of docs/trainers.md that name an environment, in that environment, against a running server.

    python docs.py http://127.0.0.1:8080 openenv-0.10

A block is named by a comment in the line before it, `<!-- runs in openenv-0.10 -->`. A block of `text` behind it is
what it prints, "..." standing for anything. A block of `toml` is a file for vf-eval, whose episodes must all end well.
The server's address in a block is replaced by the one that is given, the model's by a stand-in's, and the settings of a
training by small ones.
"""

import contextlib
import io
import json
import os
import pathlib
import re
import subprocess
import sys
import tempfile

BASE, PLACE = sys.argv[1].rstrip("/"), sys.argv[2]
DOCS = pathlib.Path(__file__).parents[2] / "docs" / "trainers.md"
BLOCK = re.compile(r"^(?:<!-- runs in (\S+) -->\n)?```(\w+)\n(.*?)^```$", re.M | re.S)
os.environ |= {"OPENREWARD_SESSION_URL": BASE, "OPENREWARD_API_URL": BASE, "TRL_EXPERIMENTAL_SILENCE": "1",
               "HF_HUB_OFFLINE": "1", "TOKENIZERS_PARALLELISM": "false", "TRANSFORMERS_VERBOSITY": "error"}


def python(code, names):
    printed = io.StringIO()
    with contextlib.redirect_stdout(printed):
        exec(compile(code, "docs/trainers.md", "exec"), {"__name__": "__main__"} | names)
    return printed.getvalue()


def toml(code):
    import scripted

    port = scripted.serve(lambda body: json.dumps({"label": "Abstain"}))
    with tempfile.TemporaryDirectory() as folder:
        config = pathlib.Path(folder, "eval.toml")
        elsewhere = code.replace("127.0.0.1:8000", f"127.0.0.1:{port}")
        config.write_text(f'push = false\noutput_dir = "{folder}"\n{elsewhere}')
        run = subprocess.run(
            [str(pathlib.Path(sys.executable).parent / "vf-eval"), "@", str(config)],
            env=os.environ | {"OPENAI_API_KEY": "none", "NO_COLOR": "1"}, cwd=folder,
            stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, timeout=600)
        episodes = [json.loads(line) for found in pathlib.Path(folder).rglob("*.jsonl")
                    for line in found.read_text().splitlines()]
        traces = [trace for episode in episodes for trace in episode.get("traces", [])]
        if not traces or not all(trace["ok"] for trace in traces):
            sys.exit(f"these settings:\n{code}\nplay no episodes that end well:\n{run.stdout[-4000:]}")


def small_trainings():
    """TRL as it is, but for a tiny model on the CPU and three steps."""
    import tiny
    import trl
    from transformers import AutoTokenizer, PrinterCallback

    model = tiny.save(tempfile.mkdtemp())
    answer = '<tool_call>\n{"name": "answer", "arguments": {"label": "Benign", "confidence": 0.9}}\n</tool_call>'
    tiny.Script(AutoTokenizer.from_pretrained(model), ['{"label": "Abstain"}', "prose", answer, answer]).installed()
    config, trainer = trl.GRPOConfig, trl.GRPOTrainer

    def settings(**given):
        small = {"max_steps": 3, "per_device_train_batch_size": given["num_generations"], "max_completion_length": 512,
                 "use_cpu": True, "bf16": False, "report_to": [], "save_strategy": "no", "disable_tqdm": True}
        return config(tempfile.mkdtemp(), **{**given, **small})

    class Trainer(trainer):
        def __init__(self, **given):
            super().__init__(**{**given, "model": model})
            self.remove_callback(PrinterCallback)

        def train(self):
            super().train()
            if self.state.global_step != 3:
                sys.exit(f"expected three steps, got {self.state.global_step}")

    trl.GRPOConfig, trl.GRPOTrainer = settings, Trainer


def main():
    blocks = BLOCK.findall(DOCS.read_text(encoding="utf-8"))
    if PLACE == "torch":
        small_trainings()
    ran = 0
    for number, (place, language, code) in enumerate(blocks):
        if place != PLACE:
            continue
        code = code.replace("http://127.0.0.1:8080", BASE)
        if language == "toml":
            toml(code)
        else:
            printed = python(code, {})
            following = blocks[number + 1] if number + 1 < len(blocks) else ("", "", "")
            pattern = ".*".join(map(re.escape, following[2].strip().split("...")))
            if following[1] == "text" and not re.fullmatch(pattern, printed.strip(), re.S):
                sys.exit(f"this block:\n{code}\nno longer prints:\n{following[2]}\nbut:\n{printed}")
        ran += 1
    if ran == 0:
        sys.exit(f"no block runs in {PLACE}")
    print(f"docs/trainers.md: {ran} blocks run in {PLACE}")


main()
