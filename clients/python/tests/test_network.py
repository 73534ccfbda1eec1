"""What happens when replies get lost: nothing twice, nothing missing, no waiting without end."""

from __future__ import annotations

import asyncio
import time
from datetime import datetime, timedelta, timezone
from email.utils import format_datetime
from typing import Any

import pytest
from between import between, closed, cut, lost, said, silent
from cases import E1, LOG, RIGHT, WRONG

from svgym import (
    AsyncClient,
    Item,
    OverloadedError,
    Retries,
    ServerFaultError,
    UnreachableError,
    UnreadableReplyError,
)

BUSY = '{"type": "/problems/overloaded", "title": "Too much work at once", "status": 429, "detail": "later"}'


def test_a_lost_reply_to_a_beginning_begins_no_second_rollout(connect: Any, url: str) -> None:
    told: list[bytes] = []

    def told_and_lost(client: Any, request: Any, ask: Any) -> bool:
        told.append(ask())
        return False

    with between(url) as way:
        way.acts = [told_and_lost]

        rollout = connect(way.url).begin(E1, LOG)

        assert len(way.requests) == 2
        assert rollout.id.encode() in told[0]


def test_a_lost_reply_to_an_action_takes_no_second_step(connect: Any, url: str) -> None:
    with between(url) as way:
        client = connect(way.url)
        rollout = client.begin(E1, LOG)
        way.acts = [lost, lost]

        verdict = client.answer(rollout, RIGHT)

        assert verdict.success == 1
        assert client.resume(rollout.id).sequence == 2
        assert len({request.body for request in way.requests[1:4]}) == 1


def test_a_stream_that_breaks_is_taken_up_again_and_tells_nothing_twice(connect: Any, url: str) -> None:
    items = [Item(LOG, RIGHT), Item(LOG, WRONG)] * 8
    with between(url) as way:
        way.acts = [cut(2000), cut(5000)]
        seen: list[int] = []

        verification = connect(way.url).verify(E1, items, progress=lambda judged: seen.append(judged.item))

        assert sorted(seen) == list(range(16))
        assert [verdict.success for verdict in verification.verdicts] == [1, 0] * 8
        assert [group.k for group in verification.groups] == [8]


def test_connections_are_used_again(connect: Any, url: str) -> None:
    with between(url) as way:
        client = connect(way.url)
        for _ in range(5):
            client.verify(E1, [Item(LOG, RIGHT)])
            client.environment(E1)

        assert (len(way.requests), way.connections) == (10, 1)


def test_a_connection_that_ended_while_it_idled_costs_no_try(connect: Any, url: str) -> None:
    with between(url) as way:
        client = connect(way.url, retries=Retries(most_tries=1))
        client.environments()
        way.acts = [closed]

        client.environments()

        assert way.connections == 2


def test_what_the_server_asks_to_wait_is_waited(connect: Any, url: str) -> None:
    with between(url) as way:
        way.acts = [said("429 Too Many Requests", "Retry-After: 1", body=BUSY)]
        since = time.monotonic()

        connect(way.url).environments()

        assert time.monotonic() - since >= 1


def test_a_date_to_wait_for_is_understood(connect: Any, url: str) -> None:
    later = format_datetime(datetime.now(timezone.utc) + timedelta(seconds=90), usegmt=True)
    with between(url) as way:
        way.acts = [said("503 Service Unavailable", f"Retry-After: {later}", body="down")]

        with pytest.raises(ServerFaultError) as refused:
            connect(way.url).environments()

        assert 60 < (refused.value.retry_after or 0) <= 90
        assert (refused.value.problem.type, refused.value.problem.detail) == ("about:blank", "down")


def test_tries_end(connect: Any, url: str) -> None:
    with between(url) as way:
        way.acts = [said("429 Too Many Requests", body=BUSY)] * 9

        with pytest.raises(OverloadedError):
            connect(way.url, retries=Retries(most_tries=3, first=0.01)).environments()

        assert len(way.requests) == 3


def test_silence_ends_after_the_timeout(connect: Any, url: str) -> None:
    with between(url) as way:
        way.acts = [silent(5)] * 2
        since = time.monotonic()

        with pytest.raises(UnreachableError):
            connect(way.url, timeout=0.3, retries=Retries(most_tries=2, first=0.01)).environments()

        assert time.monotonic() - since < 3


def test_nobody_there_is_an_error_of_its_own(connect: Any) -> None:
    with pytest.raises(UnreachableError):
        connect("http://127.0.0.1:1").environments()


@pytest.mark.parametrize(
    "reply",
    [
        said("200 OK", body="<html>"),
        lambda client, request, ask: client.sendall(b"SSH-2.0-OpenSSH\r\n"),
        lambda client, request, ask: client.sendall(b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nxyz\r\n"),
        lambda client, request, ask: client.sendall(b"HTTP/1.1 200 OK\r\nContent-Length: -5\r\n\r\n"),
    ],
    ids=["html", "another protocol", "no chunk", "no length"],
)
def test_a_reply_of_somebody_else_is_named(connect: Any, url: str, reply: Any) -> None:
    with between(url) as way:
        way.acts = [reply]

        with pytest.raises(UnreadableReplyError):
            connect(way.url).environments()


def test_chunks_and_informational_replies_are_read(connect: Any, url: str) -> None:
    def chunked(client: Any, request: Any, ask: Any) -> bool:
        body = ask().partition(b"\r\n\r\n")[2]
        client.sendall(
            b"HTTP/1.1 103 Early Hints\r\nLink: x\r\n\r\nHTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n"
        )
        for at in range(0, len(body), 1000):
            piece = body[at : at + 1000]
            client.sendall(b"%x;note=1\r\n" % len(piece) + piece + b"\r\n")
        client.sendall(b"0\r\nTrailer: y\r\n\r\n")
        return True

    with between(url) as way:
        way.acts = [chunked]
        client = connect(way.url)

        assert client.environments() == client.environments()
        assert way.connections == 1


def test_a_cancelled_call_leaves_nothing_behind(url: str) -> None:
    async def main(way: Any) -> None:
        async with AsyncClient(way.url, connections=1) as client:
            way.acts = [silent(5)]
            call = asyncio.create_task(client.environments())
            await asyncio.sleep(0.2)
            call.cancel()
            with pytest.raises(asyncio.CancelledError):
                await call
            # Its turn is free again, and its connection is not used for another call.
            assert len(await asyncio.wait_for(client.environments(), 10)) == 2

    with between(url) as way:
        asyncio.run(main(way))


@pytest.mark.parametrize("address", ["127.0.0.1:8080", "ftp://x", "http://", ""])
def test_an_address_that_is_none_is_refused_at_once(connect: Any, address: str) -> None:
    with pytest.raises(ValueError, match="expected an address"):
        connect(address)


def test_a_key_cannot_carry_another_header(connect: Any, url: str) -> None:
    with pytest.raises(ValueError, match="printable"):
        connect(url, key="a\r\nX-Other: b")


def test_a_key_is_sent_and_never_told(connect: Any, url: str) -> None:
    with between(url) as way:
        way.acts = [said("401 Unauthorized", body="no")]

        with pytest.raises(Exception) as refused:  # noqa: PT011 - whatever it is, it must not tell
            connect(way.url, key="s3cret").environments()

        assert way.requests[0].headers["authorization"] == "Bearer s3cret"
        assert "s3cret" not in repr(refused.value) + str(refused.value)
