"""Between a client and a server, where replies get lost as they do on a network. The server behind it is real."""

from __future__ import annotations

import contextlib
import http.client
import socket
import threading
import time
import urllib.parse
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field


@dataclass
class Seen:
    """One request as it came."""

    line: str
    headers: dict[str, str]
    body: bytes


@dataclass
class Between:
    """What happened, and what is to happen: one act a request, in order; requests behind the last one pass.

    An act takes the client's socket, the request, and a function that asks the server and returns the whole reply.
    """

    url: str
    acts: list[Act] = field(default_factory=list)
    requests: list[Seen] = field(default_factory=list)
    connections: int = 0


Act = Callable[[socket.socket, Seen, Callable[[], bytes]], bool]
"""Returns whether the connection lives on."""


def passed(client: socket.socket, request: Seen, ask: Callable[[], bytes]) -> bool:
    client.sendall(ask())
    return True


def lost(client: socket.socket, request: Seen, ask: Callable[[], bytes]) -> bool:
    """The server has done what was asked, and nobody hears of it."""
    ask()
    return False


def closed(client: socket.socket, request: Seen, ask: Callable[[], bytes]) -> bool:
    """The request comes over a connection that is given up before it is read."""
    return False


def cut(bytes_of_body: int) -> Act:
    def act(client: socket.socket, request: Seen, ask: Callable[[], bytes]) -> bool:
        head, _, body = ask().partition(b"\r\n\r\n")
        client.sendall(head + b"\r\n\r\n" + body[:bytes_of_body])
        return False

    return act


def said(status: str, *headers: str, body: str = "") -> Act:
    def act(client: socket.socket, request: Seen, ask: Callable[[], bytes]) -> bool:
        lines = [f"HTTP/1.1 {status}", *headers, f"Content-Length: {len(body)}", "", body]
        client.sendall("\r\n".join(lines).encode())
        return True

    return act


def silent(seconds: float) -> Act:
    def act(client: socket.socket, request: Seen, ask: Callable[[], bytes]) -> bool:
        time.sleep(seconds)
        return False

    return act


@contextlib.contextmanager
def between(server: str) -> Iterator[Between]:
    parts = urllib.parse.urlsplit(server)
    listener = socket.create_server(("127.0.0.1", 0))
    here = Between(f"http://127.0.0.1:{listener.getsockname()[1]}")

    def serve(client: socket.socket) -> None:
        with client, contextlib.suppress(OSError):
            stream = client.makefile("rb")
            while line := stream.readline().decode().strip():
                headers: dict[str, str] = {}
                while header := stream.readline().decode().strip():
                    name, _, value = header.partition(":")
                    headers[name.lower()] = value.strip()
                request = Seen(line, headers, stream.read(int(headers.get("content-length", 0))))
                here.requests.append(request)
                act = here.acts.pop(0) if here.acts else passed
                if not act(client, request, lambda: _asked(parts.netloc, request)):  # noqa: B023 - called at once
                    return

    def accept() -> None:
        with contextlib.suppress(OSError):
            while True:
                client, _ = listener.accept()
                here.connections += 1
                threading.Thread(target=serve, args=(client,), daemon=True).start()

    threading.Thread(target=accept, daemon=True).start()
    try:
        yield here
    finally:
        listener.close()


def _asked(netloc: str, request: Seen) -> bytes:
    method, path, _ = request.line.split()
    server = http.client.HTTPConnection(netloc, timeout=60)
    server.request(method, path, request.body, {**request.headers, "connection": "close"})
    reply = server.getresponse()
    body = reply.read()
    kept = {"content-type", "retry-after"}
    lines = [f"HTTP/1.1 {reply.status} {reply.reason}", f"Content-Length: {len(body)}"]
    lines += [f"{name}: {value}" for name, value in reply.getheaders() if name.lower() in kept]
    return "\r\n".join([*lines, "", ""]).encode() + body
