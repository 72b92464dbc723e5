"""A failed request -> the one word that says why; `checks.message` has the Chinese for each."""

import errno
import socket
import ssl
from datetime import UTC, datetime, timedelta
from typing import TypeVar

from checks.observations.link import Attempt
from crawler.fetch.answer import Method
from crawler.fetch.guard import RefusedAddressError
from crawler.fetch.http import aiohttp
from crawler.fetch.tls import LINKS_MISSING

E = TypeVar("E", bound=BaseException)

_SOCKET_CAUSES = {
    errno.ECONNREFUSED: "refused",
    errno.ECONNRESET: "reset",
    errno.EPIPE: "reset",
    errno.ETIMEDOUT: "timeout",
    errno.ENETUNREACH: "unreachable",
    errno.EHOSTUNREACH: "unreachable",
}

_CERTIFICATE_CAUSES = {
    **dict.fromkeys(LINKS_MISSING, "tls-chain"),
    10: "tls-expired",
    18: "tls-untrusted",
    19: "tls-untrusted",
    62: "tls-hostname",
    64: "tls-hostname",
}
"""By OpenSSL's verify codes."""

PASSING = frozenset(
    {"timeout", "reset", "refused", "unreachable", "truncated", "bad-response", "dns-unsure"}
    | {f"http-{status}" for status in (408, 429, 500, 502, 503, 504)}
)
"""Causes that are often gone at a second look."""

NO_CONNECTION = frozenset({"dns", "dns-unsure", "refused", "timeout", "reset", "unreachable"})
"""Causes that our own network may have as well."""

SITE_DOWN = frozenset({"http-502", "http-503", "http-504"})
"""Causes by which a gateway says that the site behind it is away, whatever the address."""

NOT_ASKED = frozenset({"inside-address", "scheme", "malformed"})
"""Causes of our own making: nobody was asked."""


class FetchError(Exception):
    """A request that brought no answer. `cause` is an `Attempt.outcome`; `ms` how long it took."""

    def __init__(self, cause: str, ms: int = 0, method: Method = "GET") -> None:
        self.cause, self.ms, self.method = cause, ms, method
        self.at = datetime.now(UTC) - timedelta(milliseconds=ms)
        super().__init__(cause)

    def attempt(self) -> Attempt:
        """The request as a witness."""
        return Attempt(at=self.at, method=self.method, outcome=self.cause, ms=self.ms)


def cause_of(error: BaseException) -> str:
    """The outcome word for what aiohttp, asyncio or the guard raised."""
    if isinstance(error, FetchError | RefusedAddressError):
        return error.cause
    if isinstance(error, TimeoutError):
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
    if _inner(error, ConnectionResetError) or _inner(error, ConnectionAbortedError):
        return "reset"  # asyncio's own, in the middle of a handshake, have no number
    if isinstance(error, aiohttp.ServerDisconnectedError):
        return "reset"
    if isinstance(error, aiohttp.ClientPayloadError):
        return "truncated"
    if isinstance(error, aiohttp.InvalidURL | aiohttp.NonHttpUrlClientError):
        return "malformed"
    if isinstance(error, OSError):
        return _SOCKET_CAUSES.get(error.errno or 0, "refused")
    return "bad-response"


def _name_cause(error: BaseException) -> str:
    """`dns`: there is no such name; `dns-unsure`: no name server could say."""
    said = _inner(error, socket.gaierror)
    return "dns-unsure" if said is not None and said.errno == socket.EAI_AGAIN else "dns"


def _tls_cause(error: BaseException) -> str:
    """`tls-handshake`: not a word of any certificate, such as only Chinese or outdated ciphers.

    `tls-chain`: only an intermediate certificate is missing; all others: a browser would refuse the certificate, too.
    """
    refused = getattr(error, "certificate_error", error)  # aiohttp's own has the type of what it wraps, not its facts
    said = _inner(refused, ssl.SSLCertVerificationError)
    return _CERTIFICATE_CAUSES.get(said.verify_code, "tls") if said is not None else "tls-handshake"


def _inner(error: BaseException, kind: type[E]) -> E | None:
    """The first exception of a kind in the chain of causes."""
    seen: BaseException | None = error
    while seen is not None:
        if isinstance(seen, kind):
            return seen
        inner = getattr(seen, "os_error", None) or getattr(seen, "certificate_error", None)
        seen = inner if inner is not seen and inner is not None else seen.__cause__ or seen.__context__
    return None
