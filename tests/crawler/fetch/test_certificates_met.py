"""What the door says of a certificate that browsers refuse, over real handshakes."""

import asyncio
import ssl
from datetime import timedelta
from pathlib import Path

import pytest

from config.settings import FetchSettings
from crawler.fetch.door import Door
from crawler.fetch.failures import FetchError
from tests.certificates import root, self_signed

HOST = "www.linhe.example"
LOCAL = "127.0.0.1"
ANSWER = b"HTTP/1.1 200 OK\r\nContent-Length: 2\r\nConnection: close\r\n\r\nok"


def cause(file: Path, folder: Path, *, verify: bool = True) -> str:
    """The outcome word of one request; `ok` where an answer came."""

    async def answer(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await reader.readline()
        writer.write(ANSWER)
        await writer.drain()
        writer.close()

    async def run() -> str:
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(file)
        settings = FetchSettings(hosts={HOST: "127.0.0.1"}, ca_file=str(root().save(folder)))
        async with await asyncio.start_server(answer, "127.0.0.1", 0, ssl=context) as server, Door(settings) as door:
            try:
                await door.ask("GET", f"https://{HOST}:{server.sockets[0].getsockname()[1]}/", verify=verify)
            except FetchError as error:
                return error.cause
            return "ok"

    return asyncio.run(run())


@pytest.mark.parametrize(
    ("hosts", "given", "expected"),
    [
        ([HOST], {}, "ok"),
        ([HOST], {"ends": timedelta(days=-1)}, "tls-expired"),
        (["www.other.example"], {}, "tls-hostname"),
        ([HOST], {"starts": timedelta(days=1)}, "tls"),
    ],
)
def test_a_certificate_is_judged(tmp_path: Path, hosts: list[str], given: dict[str, timedelta], expected: str) -> None:
    assert cause(root().issue(tmp_path, *hosts, **given), tmp_path) == expected


def test_one_that_nobody_vouches_for_is_untrusted(tmp_path: Path) -> None:
    assert cause(self_signed(tmp_path, HOST), tmp_path) == "tls-untrusted"


def test_a_missing_link_is_told_apart(tmp_path: Path) -> None:
    assert cause(root().child("虚构中级机构").issue(tmp_path, HOST, chain=False), tmp_path) == "tls-chain"


def test_pages_are_read_whatever_the_certificate(tmp_path: Path) -> None:
    assert cause(self_signed(tmp_path, HOST), tmp_path, verify=False) == "ok"


@pytest.mark.parametrize(
    ("answer", "expected"),
    [
        pytest.param(b"HTTP/1.1 200 OK\r\n\r\n", "tls-absent", id="plain HTTP behind https"),
        pytest.param(b"HTTP/1.1 404 Not Found\r\n\r\n", "tls-absent", id="plain HTTP without a front page"),
        pytest.param(b"HTTP/1.1 400 Bad Request\r\n\r\n", "tls-handshake", id="plain HTTP is turned away"),
        pytest.param(
            b"HTTP/1.1 301 Moved\r\nLocation: https://a.example/\r\n\r\n", "tls-handshake", id="plain HTTP is sent on"
        ),
        pytest.param(b"\x15\x03\x03\x00\x02\x02\x28", "tls-handshake", id="no cipher in common"),
        pytest.param(b"", "reset", id="closed in the middle of the handshake"),
    ],
)
def test_what_fails_before_any_certificate_says_nothing_of_one(answer: bytes, expected: str) -> None:
    async def behave(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await reader.read(4096)
        writer.write(answer)
        writer.close()

    async def run() -> str:
        async with await asyncio.start_server(behave, "127.0.0.1", 0) as server, Door(FetchSettings(), [LOCAL]) as door:
            with pytest.raises(FetchError) as failed:
                await door.ask("GET", f"https://{LOCAL}:{server.sockets[0].getsockname()[1]}/", verify=True)
            return failed.value.cause

    assert asyncio.run(run()) == expected
