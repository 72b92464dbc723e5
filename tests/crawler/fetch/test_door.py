"""The door to the network, against servers that mean no good."""

import asyncio
from typing import Any

import pytest

from config.settings import FetchSettings
from crawler.fetch.answer import Answer
from crawler.fetch.door import PEEK_BYTES, Door
from crawler.fetch.failures import FetchError
from tests.servers import (
    Asked,
    Reply,
    babble,
    endless_body,
    gzip_bomb,
    hang_up,
    portal,
    raw,
    redirect,
    slow_drip,
    wrong_length,
)

WHOLE = b"<html><body>" + b"x" * 300 + b"</body></html>\n"


def ask(url: str, *, method: Any = "GET", peek: bool = False, own: bool = True, **settings: Any) -> Answer:
    async def run() -> Answer:
        async with Door(FetchSettings(**settings), ["127.0.0.1"] if own else []) as door:
            return await door.ask(method, url, peek=peek)

    return asyncio.run(run())


def cause(url: str, **given: Any) -> str:
    with pytest.raises(FetchError) as failed:
        ask(url, **given)
    return failed.value.cause


@pytest.mark.parametrize(
    ("page", "expected"),
    [
        pytest.param(endless_body, "too-large", id="a body without end"),
        pytest.param(slow_drip, "timeout", id="a byte now and then"),
        pytest.param(hang_up, "reset", id="closed without a word"),
        pytest.param(wrong_length, "truncated", id="less than promised"),
        pytest.param(babble, "bad-response", id="no HTTP at all"),
        pytest.param(gzip_bomb(8), "too-large", id="a bomb"),
        pytest.param(Reply(headers={"Content-Length": "99999999"}), "too-large", id="too long by its own word"),
        pytest.param(Reply("late", delay=5), "timeout", id="too late"),
    ],
)
def test_hostile_answers_get_a_cause(page: Any, expected: str) -> None:
    with portal({"/x": page}) as site:
        assert cause(site.url + "/x", timeout_seconds=0.5, max_bytes=1 << 20) == expected


@raw
async def whole_in_pieces(writer: asyncio.StreamWriter) -> None:
    """Sends the whole page, and hangs up before the last piece that says so."""
    writer.write(b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nTransfer-Encoding: chunked\r\n\r\n")
    writer.write(b"%x\r\n%s\r\n" % (len(WHOLE), WHOLE))
    await writer.drain()


@raw
async def less_than_promised(writer: asyncio.StreamWriter) -> None:
    """Sends the whole page, and had promised more."""
    writer.write(b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: 5000\r\n\r\n" + WHOLE)
    await writer.drain()


@pytest.mark.parametrize(
    "page",
    [
        pytest.param(whole_in_pieces, id="no last piece"),
        pytest.param(less_than_promised, id="less than promised"),
        pytest.param(Reply(WHOLE, headers={"Content-Security-Policy": "x" * 20_000}), id="a long header"),
    ],
)
def test_a_page_that_browsers_show_is_read(page: Any) -> None:
    with portal({"/x": page}) as site:
        assert ask(site.url + "/x", timeout_seconds=1).body == WHOLE


def test_an_endless_body_is_peeked_into() -> None:
    with portal({"/x": endless_body}) as site:
        answer = ask(site.url + "/x", peek=True)
    assert answer.cut
    assert len(answer.body) >= PEEK_BYTES


def test_nobody_listening() -> None:
    with portal() as site:
        url = site.url
    assert cause(url) == "refused"


def test_an_inside_address_is_never_asked() -> None:
    with portal({"/": "secret"}) as site:
        assert cause(site.url, own=False) == "inside-address"
        assert site.asked == []


def test_not_modified_is_an_answer_only_to_who_named_what_he_has() -> None:
    async def conditional() -> Answer:
        async with Door(FetchSettings(), ["127.0.0.1"]) as door:
            return await door.ask("GET", site.url, headers={"If-None-Match": '"1"'})

    with portal({"/": Reply("", 304)}) as site:
        assert asyncio.run(conditional()).status == 304
        assert cause(site.url) == "bad-response"


def test_redirects_are_left_to_the_caller() -> None:
    with portal({"/": redirect("http://169.254.169.254/")}) as site:
        answer = ask(site.url)
        assert (answer.status, answer.leads_to) == (302, "http://169.254.169.254/")


def test_a_headers_bytes_that_are_no_utf8_are_escaped_as_browsers_do() -> None:
    moved = "/zwgk/服务.html".encode("gbk").decode(errors="surrogateescape")
    with portal({"/x": Reply(status=302, headers={"Location": moved, "ETag": moved})}) as site:
        answer = ask(site.url + "/x")
    assert answer.leads_to == site.url + "/zwgk/%B7%FE%CE%F1.html"
    assert answer.headers["etag"] == "/zwgk/%B7%FE%CE%F1.html"


def test_it_says_who_asks_and_whom_to_call() -> None:
    with portal({"/": "x"}) as site:
        ask(site.url + "/", contact="office@example.org")
        agent = site.asked[0].headers["user-agent"]
    assert "Duwang" in agent
    assert "office@example.org" in agent


def test_it_keeps_to_the_hosts_concurrency() -> None:
    with portal({"/": Reply("x", delay=0.05)}) as site:
        under_way = most = 0

        async def run() -> None:
            nonlocal under_way, most
            async with Door(FetchSettings(concurrency=3), ["127.0.0.1"]) as door:
                original = door._send

                async def counted(*given: Any) -> Answer:
                    nonlocal under_way, most
                    under_way += 1
                    most = max(most, under_way)
                    try:
                        return await original(*given)
                    finally:
                        under_way -= 1

                door._send = counted  # type: ignore[method-assign]
                await asyncio.gather(*(door.ask("GET", site.url + "/") for _ in range(12)))

        asyncio.run(run())
    assert most == 3


def test_a_host_that_comes_to_the_sites_own_gets_their_delay_and_stays_outside() -> None:
    hosts = {"www.linhe.example"}
    door = Door(FetchSettings(delay_seconds=3), hosts)
    hosts.add("127.0.0.1")
    assert door.pace("http://127.0.0.1:8080/").delay == 3
    assert door.pace("http://[::1]:8080/").delay == 0
    with pytest.raises(FetchError, match="inside-address"):
        asyncio.run(door.ask("GET", "http://127.0.0.1:8080/"))


def test_hosts_that_hang_keep_nobody_else_waiting() -> None:
    """An answer that comes at once must not count as a timeout, however many others do."""
    hosts = {f"h{number}.example": "127.0.0.1" for number in range(80)}

    async def run() -> int:
        async with Door(FetchSettings(hosts=hosts, timeout_seconds=2), ["127.0.0.1"]) as door:
            asked = (door.ask("GET", f"http://{host}:{site.port}/hang") for host in hosts for _ in range(2))
            hanging = asyncio.gather(*asked, return_exceptions=True)
            await asyncio.sleep(0.5)
            answer = await door.ask("GET", site.url)
            hanging.cancel()
            return answer.ms

    with portal({"/": "x", "/hang": Reply(delay=10)}) as site:
        assert asyncio.run(run()) < 1000


def test_it_waits_when_a_host_asks_for_it() -> None:
    def busy_once(_: Asked) -> Reply:
        return Reply("", 429, {"Retry-After": "1"}) if len(site.asked) == 1 else Reply("ok")

    async def run() -> float:
        async with Door(FetchSettings(), ["127.0.0.1"]) as door:
            await door.ask("GET", site.url + "/")
            begun = asyncio.get_running_loop().time()
            await door.ask("GET", site.url + "/")
            return asyncio.get_running_loop().time() - begun

    with portal({"/": busy_once}) as site:
        assert asyncio.run(run()) >= 0.9
