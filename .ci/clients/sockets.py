"""Raw WebSockets against a running server with the settings that it comes with, but perhaps for SVGYM_PING_SECONDS.

    python sockets.py http://127.0.0.1:8080

Compression is declined, pings are answered while a step waits, the session that is one too many is refused in the words
that clients know and its place is free again at once, and a socket whose other end has vanished is given up.
"""

import asyncio
import base64
import json
import os
import sys
import time
import urllib.parse
import urllib.request

import websockets

BASE = sys.argv[1].rstrip("/")
HOST = urllib.parse.urlsplit(BASE)
URL = BASE.replace("http", "ws", 1) + "/envs/e1-network-logs/ws"
MOST = 1024
PING = float(os.environ.get("SVGYM_PING_SECONDS", "20"))


def equal(actual, expected):
    if actual != expected:
        sys.exit(f"expected {expected!r}, got {actual!r}")


def open_sessions(ours=True):
    """Open sessions of OpenEnv, or those of the other protocols, which share the same places."""
    with urllib.request.urlopen(BASE + "/actuator/prometheus", timeout=10) as reply:
        lines = [line for line in reply.read().decode().splitlines() if line.startswith("svgym_sessions{")]
    if not lines:
        sys.exit("no meter of sessions")
    return sum(int(float(line.rsplit(" ", 1)[1])) for line in lines if ('protocol="openenv"' in line) == ours)


async def until(count, seconds):
    deadline = time.monotonic() + seconds
    while open_sessions() != count:
        if time.monotonic() > deadline:
            sys.exit(f"expected {count} sessions within {seconds} s, there are {open_sessions()}")
        await asyncio.sleep(0.5)


async def ask(socket, text):
    await socket.send(text)
    return json.loads(await socket.recv())


async def errors_keep_the_socket():
    async with websockets.connect(URL) as socket:
        equal(socket.response.headers.get("Sec-WebSocket-Extensions"), None)
        for text, code in (
            ("{bad", "INVALID_JSON"),
            ('{"type": "nope"}', "UNKNOWN_TYPE"),
            ('{"type": "reset", "data": {}, "extra": 1}', "VALIDATION_ERROR"),
            ('{"type": "step"}', "VALIDATION_ERROR"),
            ('{"type": "reset", "data": {"split": "nope"}}', "EXECUTION_ERROR"),
            ("[1,2]", "SESSION_ERROR"),
        ):
            reply = await ask(socket, text)
            equal((reply["type"], reply["data"]["code"]), ("error", code))
        equal((await ask(socket, '{"type": "state"}'))["data"], {"episode_id": None, "step_count": 0})


async def pings_are_answered_while_steps_run():
    async with websockets.connect(URL, ping_interval=None) as socket:
        await socket.send('{"type": "reset", "data": {"split": "train", "index": 3}}')
        await socket.send('{"type": "step", "data": {"label": "Abstain"}}')
        pong = await socket.ping()
        await asyncio.wait_for(pong, 5)
        equal(json.loads(await socket.recv())["data"]["done"], False)
        equal(json.loads(await socket.recv())["data"]["reward"], 0.0)


async def one_too_many():
    sockets = []
    free = MOST - open_sessions(ours=False)
    while len(sockets) < free:
        more = min(32, free - len(sockets))
        sockets += await asyncio.gather(*(websockets.connect(URL, ping_interval=None) for _ in range(more)))
    await until(free, 10)
    async with websockets.connect(URL) as refused:
        frame = await refused.recv()
        equal(
            frame,
            '{"type":"error","data":{"message":"Server at capacity: 1024/1024 sessions active. Cannot accept new'
            ' connections.","code":"CAPACITY_REACHED","active_sessions":1024,"max_sessions":1024}}',
        )
        await refused.wait_closed()
        equal(refused.close_code, 1000)
    await asyncio.gather(*(socket.close() for socket in sockets))
    await until(0, 20)


async def half_open():
    """The other end vanishes: nothing is read any more, no ping is answered, and no one says good-bye."""
    reader, writer = await asyncio.open_connection(HOST.hostname, HOST.port)
    key = base64.b64encode(os.urandom(16)).decode()
    writer.write(
        f"GET /envs/e1-network-logs/ws HTTP/1.1\r\nHost: {HOST.netloc}\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
        f"Sec-WebSocket-Key: {key}\r\nSec-WebSocket-Version: 13\r\n\r\n".encode()
    )
    await writer.drain()
    assert (await reader.readline()).startswith(b"HTTP/1.1 101"), "no upgrade"
    await until(1, 5)
    async with websockets.connect(URL) as alive:
        await until(1, 3 * PING + 15)  # two pings, and some patience
        equal((await ask(alive, '{"type": "state"}'))["type"], "state")
    writer.close()


async def main():
    await errors_keep_the_socket()
    await pings_are_answered_while_steps_run()
    await until(0, 10)
    await one_too_many()
    await half_open()
    print("sockets: errors, pings, capacity and half-open ends are as they should be")


asyncio.run(main())
