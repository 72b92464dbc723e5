"""Answers: their facts, and their bodies unpacked."""

import gzip
import zlib
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime

import brotli
import pytest
from hypothesis import given
from hypothesis import strategies as st
from multidict import CIMultiDict

from crawler.fetch.answer import Answer, TooLargeError, unpack

LIMIT = 1 << 20


def answer(status: int = 200, **headers: str) -> Answer:
    named = CIMultiDict({name.replace("_", "-"): value for name, value in headers.items()})
    return Answer("http://www.linhe.example/", "GET", status, named, b"", datetime.now(UTC), 1)


@given(st.binary(max_size=5000))
def test_what_was_packed_comes_out_again(body: bytes) -> None:
    raw = zlib.compressobj(wbits=-15)
    deflated = raw.compress(body) + raw.flush()
    assert unpack(gzip.compress(body), "gzip", LIMIT) == body
    assert unpack(zlib.compress(body), "deflate", LIMIT) == body
    assert unpack(deflated, "deflate", LIMIT) == body
    assert unpack(brotli.compress(body), "br", LIMIT) == body
    assert unpack(gzip.compress(brotli.compress(body)), "br, gzip", LIMIT) == body


@given(st.binary(max_size=300), st.sampled_from(["gzip", "deflate", "br", "identity", "zstd", "", "gzip, br"]))
def test_a_lying_encoding_raises_nothing(body: bytes, encoding: str) -> None:
    assert isinstance(unpack(body, encoding, LIMIT), bytes)


@pytest.mark.parametrize("pack", [gzip.compress, brotli.compress])
def test_a_bomb_is_not_unpacked_beyond_the_limit(pack: object) -> None:
    bomb = pack(b"\0" * (8 << 20))  # type: ignore[operator]
    assert len(bomb) < 20_000
    with pytest.raises(TooLargeError):
        unpack(bomb, "gzip" if pack is gzip.compress else "br", LIMIT)


def test_a_cut_gzip_body_gives_what_there_is() -> None:
    packed = gzip.compress(b"abc" * 10_000)
    assert unpack(packed[: len(packed) - 20], "gzip", LIMIT).startswith(b"abc")


def test_retry_after_is_read_in_both_forms() -> None:
    later = datetime.now(UTC) + timedelta(seconds=60)
    assert answer(503, Retry_After="7").retry_after == 7
    found = answer(503, Retry_After=format_datetime(later, usegmt=True)).retry_after
    assert found is not None
    assert 55 < found <= 60
    assert answer(503, Retry_After="Mon, 01 Jan 2024 00:00:00").retry_after == 0


@pytest.mark.parametrize("said", ["soon", "-1", "²", "Mon, 01 Jan 99999999999999999999 00:00:00 GMT"])
def test_a_retry_after_that_says_nothing_is_none(said: str) -> None:
    assert answer(503, Retry_After=said).retry_after is None


def test_a_witness_names_the_headers_that_matter() -> None:
    seen = answer(521, Server="nginx", Content_Type="text/html", X_Secret="1").attempt("http-521")
    assert seen.headers == (("status", "521"), ("server", "nginx"), ("content-type", "text/html"))


@pytest.mark.parametrize(
    ("content_type", "is_page"),
    [
        ("text/html; charset=gbk", True),
        ("", True),
        ("TEXT/HTML", True),
        ("application/pdf", False),
        ("image/png", False),
    ],
)
def test_what_may_be_a_page(content_type: str, is_page: bool) -> None:
    assert answer(Content_Type=content_type).is_page is is_page
