"""A failed request -> the one word that says why; `checks.message` has the Chinese for each."""

import asyncio
import errno
import socket
import ssl
from datetime import UTC, datetime, timedelta
from typing import TypeVar

import aiohttp

from checks.observations.link import Attempt
from crawler.fetch.answer import Method
from crawler.fetch.guard import RefusedAddressError

E = TypeVar("E", bound=BaseException)

_SOCKET_CAUSES = {
    errno.ECONNREFUSED: "refused",
    errno.ECONNRESET: "reset",
    errno.EPIPE: "reset",
    errno.ETIMEDOUT: "timeout",
    errno.ENETUNREACH: "unreachable",
    errno.EHOSTUNREACH: "unreachable",
}

_ISSUER_UNKNOWN = {2, 20, 21}
"""OpenSSL: the chain lacks a link. Browsers fetch the missing certificate, so their users see nothing wrong."""


PASSING = frozenset(
    {"timeout", "reset", "refused", "unreachable", "cut-short", "bad-answer", "dns-unsure"}
    | {f"http-{status}" for status in (408, 429, 500, 502, 503, 504)}
)
"""Causes that are often gone at a second look."""


class FetchError(Exception):
    """A request that brought no answer. `cause` is an `Attempt.outcome`; `ms` how long it took."""

    def __init__(self, cause: str, ms: int = 0) -> None:
        self.cause, self.ms = cause, ms
        self.at = datetime.now(UTC) - timedelta(milliseconds=ms)
        super().__init__(cause)


def failed_attempt(error: FetchError, method: Method) -> Attempt:
    """A request that brought no answer, as a witness."""
    return Attempt(at=error.at, method=method, outcome=error.cause, ms=error.ms)


def cause_of(error: BaseException) -> str:
    """The outcome word for what aiohttp, asyncio or the guard raised."""
    if isinstance(error, FetchError | RefusedAddressError):
        return error.cause
    if isinstance(error, TimeoutError | asyncio.TimeoutError):
        return "timeout"
    refused = _inner(error, RefusedAddressError)
    if refused is not None:
        return refused.cause
    return _client_cause(error)


def _client_cause(error: BaseException) -> str:
    if isinstance(error, aiohttp.ClientConnectorDNSError):
        return _name_cause(error)
    if isinstance(error, aiohttp.ClientConnectorCertificateError | aiohttp.ClientSSLError):
        return _tls_cause(error)
    if isinstance(error, aiohttp.ServerDisconnectedError):
        return "reset"
    if isinstance(error, aiohttp.ClientPayloadError):
        return "cut-short"
    if isinstance(error, aiohttp.InvalidURL | aiohttp.NonHttpUrlClientError):
        return "malformed"
    if isinstance(error, OSError):
        return _SOCKET_CAUSES.get(error.errno or 0, "refused")
    return "bad-answer"


def _name_cause(error: BaseException) -> str:
    """`dns`: there is no such name; `dns-unsure`: no name server could say."""
    said = _inner(error, socket.gaierror)
    return "dns-unsure" if said is not None and said.errno == socket.EAI_AGAIN else "dns"


def _tls_cause(error: BaseException) -> str:
    """`tls-chain`: only an intermediate certificate is missing; `tls`: a browser would refuse too."""
    said = _inner(error, ssl.SSLCertVerificationError)
    return "tls-chain" if said is not None and said.verify_code in _ISSUER_UNKNOWN else "tls"


def _inner(error: BaseException, kind: type[E]) -> E | None:
    """The first exception of a kind in the chain of causes."""
    seen: BaseException | None = error
    while seen is not None:
        if isinstance(seen, kind):
            return seen
        inner = getattr(seen, "os_error", None) or getattr(seen, "certificate_error", None)
        seen = inner if inner is not seen and inner is not None else seen.__cause__ or seen.__context__
    return None
