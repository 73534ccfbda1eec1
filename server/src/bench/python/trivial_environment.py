"""OpenEnv's own server with an environment that does nothing: what its protocol costs by itself.

    python trivial_environment.py PORT
"""

import sys

import uvicorn
from openenv.core.env_server import create_fastapi_app
from openenv.core.env_server.interfaces import Environment
from openenv.core.env_server.types import Action, Observation, State

PROMPT = "Is it benign? " * 100


class Answer(Action):
    label: str
    confidence: float


class Shown(Observation):
    prompt: str = ""


class Trivial(Environment):
    SUPPORTS_CONCURRENT_SESSIONS = True

    def __init__(self):
        super().__init__()
        self._state = State(step_count=0)

    def reset(self, seed=None, episode_id=None, **_):
        self._state = State(episode_id=episode_id, step_count=0)
        return Shown(prompt=PROMPT)

    def step(self, action, timeout_s=None, **_):
        self._state.step_count += 1
        return Shown(done=True, reward=1.0 if action.label == "Benign" else 0.0)

    @property
    def state(self):
        return self._state


if __name__ == "__main__":
    app = create_fastapi_app(Trivial, Answer, Shown, max_concurrent_envs=1024)
    uvicorn.run(app, host="127.0.0.1", port=int(sys.argv[1]), log_level="warning")
