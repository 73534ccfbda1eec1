"""Connections and waiting, with and without an event loop."""

from __future__ import annotations

import asyncio
import contextlib
import socket
import ssl
import time
from collections.abc import Awaitable
from contextlib import AbstractAsyncContextManager
from dataclasses import dataclass
from typing import Protocol, TypeVar

from svgym._http import Link

T = TypeVar("T")

_PIECE = 256 * 1024


@dataclass(frozen=True)
class Place:
    """Where a server is, and how long to wait for it.

    Attributes:
        tls: None for plain HTTP
        connect_timeout: seconds until a connection stands
        timeout: seconds without a byte
    """

    host: str
    port: int
    tls: ssl.SSLContext | None
    connect_timeout: float
    timeout: float


class Network(Protocol):
    """What a client needs of the world. It is the only thing that differs between the two clients."""

    async def open(self) -> Link:
        """A new connection."""

    async def sleep(self, seconds: float) -> None:
        """Waits."""

    def turn(self) -> AbstractAsyncContextManager[object]:
        """A place among the exchanges that may run at the same time."""


class BlockingNetwork:
    """Blocks the thread; its coroutines never suspend."""

    def __init__(self, place: Place) -> None:
        self._place = place

    async def open(self) -> Link:
        place = self._place
        raw = socket.create_connection((place.host, place.port), place.connect_timeout)
        try:
            raw.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
            link = raw if place.tls is None else place.tls.wrap_socket(raw, server_hostname=place.host)
            link.settimeout(place.timeout)
        except BaseException:
            raw.close()
            raise
        return _BlockingLink(link)

    async def sleep(self, seconds: float) -> None:
        time.sleep(seconds)

    def turn(self) -> AbstractAsyncContextManager[object]:
        return contextlib.nullcontext()


class _BlockingLink:
    def __init__(self, link: socket.socket) -> None:
        self._link = link

    async def write(self, data: bytes) -> None:
        self._link.sendall(data)

    async def read(self) -> bytes:
        return self._link.recv(_PIECE)

    def usable(self) -> bool:
        return True

    def close(self) -> None:
        self._link.close()


class AsyncioNetwork:
    """Suspends the task. Belongs to the event loop that it is first used in."""

    def __init__(self, place: Place, connections: int) -> None:
        self._place = place
        self._turns = asyncio.Semaphore(connections)

    async def open(self) -> Link:
        place = self._place
        opening = asyncio.open_connection(place.host, place.port, ssl=place.tls, limit=_PIECE)
        reader, writer = await _within(opening, place.connect_timeout)
        return _AsyncioLink(reader, writer, place.timeout)

    async def sleep(self, seconds: float) -> None:
        await asyncio.sleep(seconds)

    def turn(self) -> AbstractAsyncContextManager[object]:
        return self._turns


class _AsyncioLink:
    def __init__(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter, timeout: float) -> None:
        self._reader, self._writer, self._timeout = reader, writer, timeout

    async def write(self, data: bytes) -> None:
        self._writer.write(data)
        await _within(self._writer.drain(), self._timeout)

    async def read(self) -> bytes:
        return await _within(self._reader.read(_PIECE), self._timeout)

    def usable(self) -> bool:
        return not self._reader.at_eof() and not self._writer.is_closing()

    def close(self) -> None:
        # The loop may have gone before the client did.
        with contextlib.suppress(RuntimeError):
            self._writer.close()


async def _within(work: Awaitable[T], seconds: float) -> T:
    try:
        return await asyncio.wait_for(work, seconds)
    except asyncio.TimeoutError:
        # Another exception than TimeoutError before Python 3.11.
        raise TimeoutError(f"nothing came within {seconds:g} s") from None
