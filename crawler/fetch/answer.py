"""What a server answered to one request, before anybody judges it."""

import zlib
from collections.abc import Mapping
from datetime import UTC, datetime, timedelta
from http import HTTPStatus
from typing import Literal, NamedTuple
from urllib.parse import urljoin

import brotli

from checks.observations.link import Attempt
from crawler.extract.address import canonical
from crawler.extract.dates import http_date

Method = Literal["GET", "HEAD", "POST"]

_PIECE = 1 << 16


class TooLargeError(ValueError):
    """The body, unpacked, is beyond the limit."""


class Answer(NamedTuple):
    """One answer, redirects not followed."""

    url: str
    method: Method
    status: int
    headers: Mapping[str, str]
    """Case does not matter when looking up."""
    body: bytes
    """Unpacked. Empty for HEAD, and where only the head was wanted."""
    at: datetime
    """When the request was sent, UTC."""
    ms: int
    cut: bool = False
    """True: the body goes on beyond what was read."""

    @property
    def content_type(self) -> str:
        """The media type alone, in lower case; "" where none is given."""
        return self.headers.get("Content-Type", "").partition(";")[0].strip().lower()

    @property
    def is_page(self) -> bool:
        """True for what may be HTML: many portals forget to say so."""
        return self.content_type in ("text/html", "application/xhtml+xml", "text/plain", "")

    @property
    def leads_to(self) -> str | None:
        """The address that a redirect leads to, not judged yet; None for what is no redirect."""
        is_redirect = 300 <= self.status < 400 and self.status != HTTPStatus.NOT_MODIFIED
        said = self.headers.get("Location") if is_redirect else None
        try:
            return canonical(urljoin(self.url, said.strip())) if said else None
        except ValueError:  # such as http://[
            return said

    @property
    def retry_after(self) -> float | None:
        """Seconds that the server asks us to wait."""
        said = self.headers.get("Retry-After", "").strip()
        if said.isdecimal():
            return float(said)
        until = http_date(said)
        return None if until is None else max(0.0, (until - datetime.now(UTC)) / timedelta(seconds=1))

    def attempt(self, outcome: str) -> Attempt:
        """The answer as a witness."""
        return Attempt(at=self.at, method=self.method, outcome=outcome, ms=self.ms, headers=self._facts())

    def _facts(self) -> tuple[tuple[str, str], ...]:
        names = ("Server", "Location", "Content-Type", "Content-Length", "Retry-After")
        found = ((name.lower(), self.headers[name][:200]) for name in names if name in self.headers)
        return (("status", _status_line(self.status)), *found)


def _status_line(status: int) -> str:
    try:
        return f"{status} {HTTPStatus(status).phrase}"
    except ValueError:  # codes of their own, such as 521 and 418 cousins
        return str(status)


def unpack(body: bytes, encoding: str, limit: int) -> bytes:
    """The body without its `Content-Encoding`; what cannot be unpacked comes back as it is.

    Raises `TooLargeError` as soon as `limit` bytes are passed, whatever a bomb would still swell to.
    """
    for coding in reversed([part.strip().lower() for part in encoding.split(",")]):
        if coding in ("gzip", "x-gzip", "deflate"):
            body = _inflate(body, limit)
        elif coding == "br":
            body = _unbrotli(body, limit)
    return body


def _inflate(body: bytes, limit: int) -> bytes:
    unpacked = b""
    for window in (zlib.MAX_WBITS | 32, -zlib.MAX_WBITS):  # with a gzip or zlib head; raw, as some servers send it
        machine = zlib.decompressobj(window)
        try:
            unpacked = machine.decompress(body, limit + 1)
        except zlib.error:
            continue
        if len(unpacked) > limit:
            raise TooLargeError
        return unpacked
    return body


def _unbrotli(body: bytes, limit: int) -> bytes:
    machine = brotli.Decompressor()
    pieces: list[bytes] = []
    size = 0
    try:
        piece = machine.process(body, output_buffer_limit=_PIECE)
        while piece:
            size += len(piece)
            if size > limit:
                raise TooLargeError
            pieces.append(piece)
            piece = b"" if machine.is_finished() else machine.process(b"", output_buffer_limit=_PIECE)
    except brotli.error:
        return b"".join(pieces) or body
    return b"".join(pieces)
