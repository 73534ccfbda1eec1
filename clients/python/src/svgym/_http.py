"""HTTP/1.1 over any byte stream: one request, one reply. It knows neither threads nor event loops.

The coroutines here suspend only where their link does. Over a link that never suspends they run to their end at once,
which is how one text serves callers with and without an event loop.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

from svgym.errors import UnreadableReplyError

_MOST_HEAD = 64 * 1024


class Link(Protocol):
    """A connection."""

    async def write(self, data: bytes) -> None:
        """Sends all of it."""

    async def read(self) -> bytes:
        """The next bytes; none at the end."""

    def usable(self) -> bool:
        """Whether another exchange may be tried over it."""

    def close(self) -> None:
        """Gives it up; may be called twice."""


@dataclass(frozen=True)
class Request:
    """A request.

    Attributes:
        target: path and query
        headers: names and values, free of line ends
    """

    method: str
    target: str
    headers: tuple[tuple[str, str], ...]
    body: bytes = b""

    def encode(self) -> bytes:
        """As it goes over the wire."""
        lines = [f"{self.method} {self.target} HTTP/1.1"]
        lines += [f"{name}: {value}" for name, value in self.headers]
        if self.body or self.method == "POST":
            lines.append(f"Content-Length: {len(self.body)}")
        return "\r\n".join([*lines, "", ""]).encode("latin-1") + self.body


class Reply:
    """A reply whose head has been read; the body comes piece by piece."""

    def __init__(self, link: Link) -> None:
        self._link = link
        self._buffer = bytearray()
        self._chunked = False
        self._left: int | None = None
        self._ended = False
        self.touched = False
        self.status = 0
        self.headers: dict[str, str] = {}

    async def read_head(self) -> None:
        """Reads up to the body; informational replies are skipped."""
        while self.status < 200:
            self.status = _status(await self._line())
            self.headers = {}
            while line := await self._line():
                name, colon, value = line.partition(":")
                if not colon:
                    raise UnreadableReplyError(f"expected a header, got {line[:80]!r}")
                self.headers[name.strip().lower()] = value.strip()
        self._chunked = self.headers.get("transfer-encoding", "").lower() == "chunked"
        if self.status in (204, 304):
            self._ended = True
        elif not self._chunked and "content-length" in self.headers:
            self._left = _number(self.headers["content-length"], 10)
            self._ended = self._left == 0

    @property
    def reusable(self) -> bool:
        """Whether the link is free for another exchange."""
        framed = self._chunked or self._left is not None or self.status in (204, 304)
        return self._ended and framed and self.headers.get("connection", "").lower() != "close" and not self._buffer

    async def piece(self) -> bytes:
        """More of the body; none at its end."""
        if self._ended:
            return b""
        if self._chunked and self._left is None:
            self._left = _number((await self._line()).partition(";")[0], 16)
            if self._left == 0:
                while await self._line():
                    pass
                self._ended = True
                return b""
        if not self._buffer and not await self._fill(whole=self._chunked or self._left is not None):
            self._ended = True
            return b""
        size = len(self._buffer) if self._left is None else min(self._left, len(self._buffer))
        piece = bytes(self._buffer[:size])
        del self._buffer[:size]
        if self._left is not None:
            await self._took(size)
        return piece

    async def _took(self, size: int) -> None:
        self._left = (self._left or 0) - size
        if self._left == 0 and self._chunked:
            await self._line()
            self._left = None
        elif self._left == 0:
            self._ended = True

    async def _line(self) -> str:
        while (end := self._buffer.find(b"\r\n")) < 0:
            if len(self._buffer) > _MOST_HEAD:
                raise UnreadableReplyError("expected the head of an HTTP reply, got an endless line")
            await self._fill(whole=True)
        line = self._buffer[:end].decode("latin-1")
        del self._buffer[: end + 2]
        return line

    async def _fill(self, whole: bool) -> bool:
        data = await self._link.read()
        if not data and whole:
            raise ConnectionResetError("the connection ended before the reply did")
        self.touched = self.touched or bool(data)
        self._buffer += data
        return bool(data)


def _status(line: str) -> int:
    words = line.split(" ", 2)
    if len(words) < 2 or not words[0].startswith("HTTP/1.") or not words[1].isdigit():
        raise UnreadableReplyError(f"expected an HTTP/1.1 reply, got {line[:80]!r}")
    return int(words[1])


def _number(text: str, base: int) -> int:
    try:
        number = int(text.strip(), base)
    except ValueError:
        number = -1
    if number < 0:
        raise UnreadableReplyError(f"expected a length, got {text[:80]!r}")
    return number
