"""Calls of the native API: connections that are used again, retries, problems. Nothing here knows what a task is."""

from __future__ import annotations

import contextlib
import email.utils
import json
import random
import re
import time
import urllib.parse
from collections import deque
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass
from typing import Any, TypeVar

from svgym._http import Link, Reply, Request
from svgym._network import Network
from svgym.errors import Problem, SvGymError, UnreachableError, UnreadableReplyError, problem_error

T = TypeVar("T")

_JSON = "application/json"
_LINES = "application/x-ndjson"


@dataclass(frozen=True)
class Retries:
    """How often a call is sent again, and how long to wait before.

    Every call may be sent again without harm: actions carry a sequence number, creations an ``Idempotency-Key``, and
    the others change nothing. Sent again is what found no server, got no whole reply, or was answered 429, 502, 503 or
    504. Waits double from ``first`` to ``most``, each shortened at random by up to a half; where the server says
    ``Retry-After``, that is waited at least.

    Attributes:
        most_tries: with the first one; 1 for no retry
        longest: a server that asks for more seconds than this is not waited for
    """

    most_tries: int = 6
    first: float = 0.5
    most: float = 20.0
    longest: float = 60.0

    def pause(self, tries: int, failure: SvGymError) -> float | None:
        """Seconds to wait after so many tries; None where the failure stands."""
        asked = failure.retry_after or 0.0
        if not failure.retryable or tries >= self.most_tries or asked > self.longest:
            return None
        wait = min(self.most, self.first * 2.0 ** (tries - 1))
        return max(asked, wait * random.uniform(0.5, 1.0))  # noqa: S311 - spreads load, keeps no secret


class Api:
    """One server. Safe for use by many threads, or by many tasks of one event loop, as its network is."""

    def __init__(self, url: str, network: Network, key: str | None, retries: Retries) -> None:
        self._parts = urllib.parse.urlsplit(url.rstrip("/"))
        self._network = network
        self._retries = retries
        self._idle: deque[Link] = deque()
        if key is not None and not re.fullmatch(r"[\x21-\x7e]+", key):
            raise ValueError("expected a key of printable characters")
        host = self._parts.netloc.rpartition("@")[2]
        self._headers: tuple[tuple[str, str], ...] = (("Host", host), ("Accept", f"{_JSON}, {_LINES};q=0.9"))
        if key is not None:
            self._headers += (("Authorization", f"Bearer {key}"),)

    async def call(
        self,
        method: str,
        path: str,
        body: Mapping[str, Any] | None = None,
        *,
        query: Mapping[str, object] | None = None,
        idempotency_key: str | None = None,
    ) -> Any:
        """Sends a document and returns the one that comes back."""
        extra = () if idempotency_key is None else (("Idempotency-Key", idempotency_key),)
        content = b"" if body is None else encode(body)
        request = self._request(method, path, query, (*extra, ("Content-Type", _JSON)), content)

        async def whole(reply: Reply) -> Any:
            return _parsed(await _rest(reply))

        return await self._tried(request, whole)

    async def lines(self, path: str, body: bytes, take: Callable[[Any], None]) -> None:
        """Sends lines; passes each that comes back to ``take``, and after a retry all of them again."""
        request = self._request("POST", path, None, (("Content-Type", _LINES),), body)

        async def each(reply: Reply) -> None:
            pending = bytearray()
            while piece := await reply.piece():
                pending += piece
                *whole, rest = pending.split(b"\n")
                pending = rest
                for line in filter(None, whole):
                    take(_parsed(bytes(line)))
            if pending:
                raise UnreachableError("the reply ended within a line")

        await self._tried(request, each)

    def close(self) -> None:
        """Closes the connections that nobody uses."""
        while self._idle:
            self._idle.pop().close()

    def _request(
        self,
        method: str,
        path: str,
        query: Mapping[str, object] | None,
        headers: tuple[tuple[str, str], ...],
        body: bytes,
    ) -> Request:
        given = {name: value for name, value in (query or {}).items() if value is not None}
        target = self._parts.path + path + ("?" + urllib.parse.urlencode(given) if given else "")
        return Request(method, target, self._headers + headers, body)

    async def _tried(self, request: Request, read: Callable[[Reply], Awaitable[T]]) -> T:
        tries = 1
        while True:
            try:
                async with self._network.turn():
                    return await self._exchange(request, read)
            except SvGymError as failure:
                pause = self._retries.pause(tries, failure)
                if pause is None:
                    raise
            tries += 1
            await self._network.sleep(pause)

    async def _exchange(self, request: Request, read: Callable[[Reply], Awaitable[T]]) -> T:
        while True:
            link = self._usable()
            used_before = link is not None
            reply = None
            try:
                link = link or await self._network.open()
                reply = Reply(link)
                # A server that refuses a large body answers without reading all of it.
                with contextlib.suppress(ConnectionError):
                    await link.write(request.encode())
                await reply.read_head()
                if reply.status >= 300:
                    raise await _refusal(reply)
                return await read(reply)
            except OSError as failure:
                lost = f"{request.method} {self._parts.netloc}{request.target}: {failure or type(failure).__name__}"
                if not used_before or (reply and reply.touched) or isinstance(failure, TimeoutError):
                    raise UnreachableError(lost) from failure
                # The server ended a connection that idled, before it read the request.
            finally:
                if link is not None:
                    self._give_back(link, reply)

    def _usable(self) -> Link | None:
        while self._idle:
            try:
                link = self._idle.pop()
            except IndexError:  # another thread was quicker
                return None
            if link.usable():
                return link
            link.close()
        return None

    def _give_back(self, link: Link, reply: Reply | None) -> None:
        if reply is not None and reply.reusable:
            self._idle.append(link)
        else:
            link.close()


def encode(document: Any) -> bytes:
    """Strict JSON."""
    return json.dumps(document, allow_nan=False, separators=(",", ":")).encode()


def path(*segments: str) -> str:
    """A path below ``/v1``, whatever an id holds."""
    return "/v1/" + "/".join(urllib.parse.quote(segment, safe="") for segment in segments)


async def _rest(reply: Reply) -> bytes:
    body = bytearray()
    while piece := await reply.piece():
        body += piece
    return bytes(body)


def _parsed(data: bytes) -> Any:
    try:
        return json.loads(data)
    except ValueError:
        raise UnreadableReplyError(f"expected JSON, got {data[:80]!r}") from None


async def _refusal(reply: Reply) -> SvGymError:
    body = await _rest(reply)
    try:
        document = json.loads(body)
    except ValueError:
        document = None
    if not isinstance(document, dict):
        document = {"title": "No problem document", "detail": body[:200].decode("utf-8", "replace")}
    problem = Problem.of(document, reply.status)
    return problem_error(problem, _seconds(reply.headers.get("retry-after")))


def _seconds(text: str | None) -> float | None:
    """What ``Retry-After`` says: seconds, or a date."""
    if text is None:
        return None
    if text.isascii() and text.isdigit():
        return float(text)
    try:
        return max(0.0, email.utils.parsedate_to_datetime(text).timestamp() - time.time())
    except (TypeError, ValueError):
        return None
