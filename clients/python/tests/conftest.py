"""Every test plays against a running server: SVGYM_URL. SVGYM_FAULTY_URL is one whose OPA does not answer."""

from __future__ import annotations

import asyncio
import os
from collections.abc import Iterator
from typing import Any

import pytest

from svgym import AsyncClient, Client, Retries

QUICK = Retries(most_tries=3, first=0.05)


class Awaiting:
    """An AsyncClient whose operations are called like those of a Client."""

    def __init__(self, url: str, **settings: Any) -> None:
        self._loop = asyncio.new_event_loop()
        self._client = AsyncClient(url, **settings)

    def __getattr__(self, name: str) -> Any:
        operation = getattr(self._client, name)
        return lambda *args, **kwargs: self._loop.run_until_complete(operation(*args, **kwargs))

    def close(self) -> None:
        self._loop.run_until_complete(self._client.close())
        self._loop.run_until_complete(asyncio.sleep(0))
        self._loop.close()


@pytest.fixture(scope="session")
def url() -> str:
    return os.environ["SVGYM_URL"]


@pytest.fixture(scope="session")
def faulty_url() -> str:
    if "SVGYM_FAULTY_URL" not in os.environ:
        pytest.skip("SVGYM_FAULTY_URL is not set: no server whose engine fails")
    return os.environ["SVGYM_FAULTY_URL"]


@pytest.fixture(params=[Client, Awaiting], ids=["blocking", "asyncio"])
def connect(request: pytest.FixtureRequest) -> Iterator[Any]:
    """Makes clients of one kind and closes them."""
    made = []

    def make(url: str, **settings: Any) -> Any:
        made.append(request.param(url, **{"retries": QUICK, **settings}))
        return made[-1]

    yield make
    for client in made:
        client.close()


@pytest.fixture
def client(connect: Any, url: str) -> Any:
    return connect(url)
