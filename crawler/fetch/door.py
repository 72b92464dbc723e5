"""The one door to the network: every request of the crawler goes through `Door.ask`.

Guard, pace, limits of time and size and unpacking hold here and therefore everywhere: for pages fetched by Scrapy,
for link probes beside it, and for `inspect` and `discover`.
"""

import asyncio
import re
import time
from collections.abc import Collection, Mapping
from datetime import UTC, datetime
from types import TracebackType
from urllib.parse import quote, urlsplit

from multidict import CIMultiDict, CIMultiDictProxy
from yarl import URL

from config.settings import FetchSettings
from crawler.fetch import tls
from crawler.fetch.answer import Answer, Method, TooLargeError, unpack
from crawler.fetch.failures import FetchError, cause_of
from crawler.fetch.guard import Guard
from crawler.fetch.http import aiohttp
from crawler.fetch.politeness import Pace, user_agent

PEEK_BYTES = 1 << 16
"""How much of a body is enough to recognise an error page."""

_CONDITIONS = frozenset({"If-None-Match", "If-Modified-Since"})
_LONGEST_HEADER = 1 << 16
"""Some send policies and cookies beyond aiohttp's own limit; browsers take a quarter of a megabyte."""
_END, _TAIL = b"</html", 500
"""A page with its end has come whole, whatever length its server promised; browsers show it."""
_FAILURES = (aiohttp.ClientError, TimeoutError, OSError, ValueError, asyncio.IncompleteReadError)
_NO_UTF8 = re.compile("[\udc80-\udcff]+")
"""How aiohttp shows such bytes of a header."""


class Door:
    """An open pool of connections. Use as `async with Door(...) as door`.

    `own_hosts` are the hosts of registered sites under watch, in lower case: they get the settings' concurrency and
    delay, also those that come to it later; every other host gets two requests at once. Those that are in it from the
    beginning may lie inside.
    """

    def __init__(self, settings: FetchSettings, own_hosts: Collection[str] = ()) -> None:
        self._settings = settings
        self._own_hosts = own_hosts
        self._guard = Guard(settings, own_hosts)
        self._paces: dict[str, Pace] = {}
        self._lenient = tls.lenient()
        self._timeout = aiohttp.ClientTimeout(total=settings.timeout_seconds)
        self.requests = 0
        """Requests sent so far."""

    async def __aenter__(self) -> "Door":
        # No limit here: waiting for a connection would count as the host's own time. Those who ask know how many.
        connector = aiohttp.TCPConnector(resolver=self._guard, limit=0, ttl_dns_cache=300)
        headers = {
            "User-Agent": user_agent(self._settings),
            "Accept": "text/html,application/xhtml+xml,*/*;q=0.8",
            "Accept-Language": "zh-CN,zh;q=0.9,en;q=0.5",
            "Accept-Encoding": "gzip, deflate, br",
        }
        self._session = aiohttp.ClientSession(
            connector=connector,
            headers=headers,
            timeout=self._timeout,
            cookie_jar=aiohttp.DummyCookieJar(),
            auto_decompress=False,
            max_line_size=_LONGEST_HEADER,
            max_field_size=_LONGEST_HEADER,
        )
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        await self._session.close()

    def pace(self, url: str) -> Pace:
        """The pace of an address's host."""
        host = url.partition("//")[2].partition("/")[0].lower()  # to parse it costs more than all the rest here
        pace = self._paces.get(host)
        if pace is None:
            pace = self._paces[host] = self._new_pace(is_own=_name(host) in self._own_hosts)
        return pace

    async def ask(
        self,
        method: Method,
        url: str,
        *,
        headers: Mapping[str, str] | None = None,
        data: bytes | None = None,
        verify: bool = False,
        peek: bool = False,
    ) -> Answer:
        """Send one request and return what came back, whatever its status; redirects are the caller's business.

        `data`: what a POST carries. `verify`: insist on a certificate that browsers accept. `peek`: read no more of
        the body than shows what it is. Raises `FetchError` with an outcome word where no answer came, or none that
        may be read whole.
        """
        pace = self.pace(url)
        async with pace:
            begun = time.monotonic()
            try:
                self._guard.check(url)
                self.requests += 1
                answer = await self._send(method, url, headers, data, verify, peek)
            except _FAILURES as error:
                ms = round((time.monotonic() - begun) * 1000)
                cause = "too-large" if isinstance(error, TooLargeError) else cause_of(error)
                if cause == "tls-handshake" and await self._speaks_plainly(url):
                    cause = "tls-absent"
                raise FetchError(cause, ms, method) from error
        _learn(pace, answer)
        if answer.status == 304 and _CONDITIONS.isdisjoint(headers or ()):
            # "As before", to somebody who named nothing from before.
            raise FetchError("bad-response", answer.ms, method)
        return answer

    async def _send(
        self,
        method: Method,
        url: str,
        headers: Mapping[str, str] | None,
        data: bytes | None,
        verify: bool,
        peek: bool,
    ) -> Answer:
        at, begun = datetime.now(UTC), time.monotonic()
        insists = verify and url.startswith("https:")
        trust = tls.strict(self._settings.ca_file) if insists else self._lenient
        async with self._session.request(
            method, URL(url, encoded=True), headers=headers, data=data, allow_redirects=False, ssl=trust
        ) as response:
            ms = round((time.monotonic() - begun) * 1000)
            body, cut = (b"", False) if method == "HEAD" else await self._read(response, peek)
            return Answer(url, method, response.status, _escaped(response.headers), body, at, ms, cut)

    async def _speaks_plainly(self, url: str) -> bool:
        """True for an https address whose port speaks plain HTTP: no browser opens that.

        A server with TLS, be it with Chinese ciphers alone, answers it with 400, or with a redirect to https.
        """
        address = URL(url, encoded=True)
        front = address.with_scheme("http").with_port(address.port).with_path("/")
        try:
            answer = await self._send("HEAD", str(front), None, None, verify=False, peek=True)
        except _FAILURES:
            return False
        return answer.status < 300 or answer.status > 400

    async def _read(self, response: aiohttp.ClientResponse, peek: bool) -> tuple[bytes, bool]:
        limit = PEEK_BYTES if peek else self._settings.max_bytes
        if not peek and (response.content_length or 0) > limit:
            response.close()
            raise TooLargeError
        pieces: list[bytes] = []
        size = 0
        broken: aiohttp.ClientPayloadError | None = None
        try:
            while piece := await response.content.readany():
                pieces.append(piece)
                size += len(piece)
                if size > limit:
                    break
        except aiohttp.ClientPayloadError as error:
            broken = error
        cut = size > limit
        if cut:
            response.close()  # the rest is never fetched
            if not peek:
                raise TooLargeError
        body = b"".join(pieces)
        encoding = response.headers.get("Content-Encoding")
        body = unpack(body, encoding, self._settings.max_bytes) if encoding else body
        if broken and _END not in body[-_TAIL:].lower():
            raise broken
        return body, cut

    def _new_pace(self, *, is_own: bool) -> Pace:
        return Pace(
            concurrency=self._settings.concurrency if is_own else self._settings.foreign_concurrency,
            delay=self._settings.delay_seconds if is_own else 0.0,
            adapts=self._settings.autothrottle,
            calm_seconds=self._settings.calm_seconds,
            longest_pause=self._settings.longest_pause_seconds,
        )


def _name(host: str) -> str | None:
    try:
        return urlsplit(f"//{host}").hostname
    except ValueError:  # the guard will say so
        return None


def _escaped(headers: CIMultiDictProxy[str]) -> Mapping[str, str]:
    """Headers that can be kept: bytes that are no UTF-8 escaped, as browsers do in a `Location`."""
    if "".join(headers.values()).isascii():
        return headers
    return CIMultiDict((name, _NO_UTF8.sub(_escape, value)) for name, value in headers.items())


def _escape(found: re.Match[str]) -> str:
    return quote(found[0].encode(errors="surrogateescape"))


def _learn(pace: Pace, answer: Answer) -> None:
    pace.answered(answer.ms / 1000)
    if answer.status == 429 or (answer.status == 503 and answer.retry_after is not None):
        pace.asked_to_wait(answer.retry_after)
