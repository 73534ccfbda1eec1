"""The two clients: one blocks, one awaits. Both offer the same operations, which are written once."""

from __future__ import annotations

import functools
import os
import ssl
import urllib.parse
from collections.abc import Callable, Coroutine
from types import TracebackType
from typing import Any, Concatenate, ParamSpec, TypeVar

from svgym import _operations
from svgym._api import Api, Retries
from svgym._network import AsyncioNetwork, BlockingNetwork, Network, Place

P = ParamSpec("P")
T = TypeVar("T")

KEY_VARIABLE = "SVGYM_API_KEY"
"""Environment variable of the key, where a client is given none."""


def _blocking(
    operation: Callable[Concatenate[Api, P], Coroutine[Any, Any, T]],
) -> Callable[Concatenate[Client, P], T]:
    @functools.wraps(operation)
    def method(self: Client, /, *args: P.args, **kwargs: P.kwargs) -> T:
        # Over a network that blocks, a coroutine never suspends: its first step is its last.
        try:
            operation(self._api, *args, **kwargs).send(None)
        except StopIteration as end:
            result: T = end.value
            return result
        raise AssertionError("an operation suspended over a network that blocks")

    return method


def _awaited(
    operation: Callable[Concatenate[Api, P], Coroutine[Any, Any, T]],
) -> Callable[Concatenate[AsyncClient, P], Coroutine[Any, Any, T]]:
    @functools.wraps(operation)
    async def method(self: AsyncClient, /, *args: P.args, **kwargs: P.kwargs) -> T:
        return await operation(self._api, *args, **kwargs)

    return method


def _api(
    url: str,
    key: str | None,
    timeout: float,
    connect_timeout: float,
    retries: Retries | None,
    tls: ssl.SSLContext | None,
    network: Callable[[Place], Network],
) -> Api:
    parts = urllib.parse.urlsplit(url)
    if parts.scheme not in ("http", "https") or not parts.hostname:
        raise ValueError(f"expected an address such as http://127.0.0.1:8080, got {url!r}")
    tls = (tls or ssl.create_default_context()) if parts.scheme == "https" else None
    port = parts.port or (443 if tls else 80)
    place = Place(parts.hostname, port, tls, connect_timeout, timeout)
    return Api(url, network(place), key or os.environ.get(KEY_VARIABLE) or None, retries or Retries())


class Client:
    """A client that blocks. Safe for use by many threads; connections are kept and used again.

    Args:
        url: address of the server, with the path before ``/v1`` if there is one
        key: sent as ``Authorization: Bearer``; the environment variable ``SVGYM_API_KEY`` where it is None
        timeout: seconds without a byte after which a try counts as lost
        connect_timeout: seconds until a connection stands
        retries: how often a call is sent again; ``Retries(most_tries=1)`` for never
        tls: for ``https``; the platform's certificates where it is None
    """

    def __init__(
        self,
        url: str,
        *,
        key: str | None = None,
        timeout: float = 120.0,
        connect_timeout: float = 10.0,
        retries: Retries | None = None,
        tls: ssl.SSLContext | None = None,
    ) -> None:
        self._api = _api(url, key, timeout, connect_timeout, retries, tls, BlockingNetwork)

    environments = _blocking(_operations.environments)
    environment = _blocking(_operations.environment)
    tasks = _blocking(_operations.tasks)
    verify = _blocking(_operations.verify)
    advantages = _blocking(_operations.advantages)
    begin = _blocking(_operations.begin)
    resume = _blocking(_operations.resume)
    call_tool = _blocking(_operations.call_tool)
    answer = _blocking(_operations.answer)
    truncate = _blocking(_operations.truncate)
    heartbeat = _blocking(_operations.heartbeat)
    cancel = _blocking(_operations.cancel)
    begin_group = _blocking(_operations.begin_group)
    group = _blocking(_operations.group)
    finalize = _blocking(_operations.finalize)

    def close(self) -> None:
        """Closes the connections that are kept; the client may be used again."""
        self._api.close()

    def __enter__(self) -> Client:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()


class AsyncClient:
    """A client for asyncio. Belongs to the event loop that it is first used in.

    Args:
        url: as for ``Client``, like every other argument that both have
        connections: most exchanges at the same time; more wait for their turn
    """

    def __init__(
        self,
        url: str,
        *,
        key: str | None = None,
        timeout: float = 120.0,
        connect_timeout: float = 10.0,
        retries: Retries | None = None,
        tls: ssl.SSLContext | None = None,
        connections: int = 256,
    ) -> None:
        network = functools.partial(AsyncioNetwork, connections=connections)
        self._api = _api(url, key, timeout, connect_timeout, retries, tls, network)

    environments = _awaited(_operations.environments)
    environment = _awaited(_operations.environment)
    tasks = _awaited(_operations.tasks)
    verify = _awaited(_operations.verify)
    advantages = _awaited(_operations.advantages)
    begin = _awaited(_operations.begin)
    resume = _awaited(_operations.resume)
    call_tool = _awaited(_operations.call_tool)
    answer = _awaited(_operations.answer)
    truncate = _awaited(_operations.truncate)
    heartbeat = _awaited(_operations.heartbeat)
    cancel = _awaited(_operations.cancel)
    begin_group = _awaited(_operations.begin_group)
    group = _awaited(_operations.group)
    finalize = _awaited(_operations.finalize)

    async def close(self) -> None:
        """Closes the connections that are kept; the client may be used again."""
        self._api.close()

    async def __aenter__(self) -> AsyncClient:
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        await self.close()
