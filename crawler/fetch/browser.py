"""Chromium, for what only scripts draw. Started when it is first needed, and cut off from the network.

Whatever a page asks for is stopped and answered by the reading's door: the same guard, pace, limits and name as for
every other request, and no address that Chromium itself would have looked up. What could pass by (WebSockets,
preconnects, WebRTC) finds a proxy that does not exist.

Not scrapy-playwright: its handler needs Twisted's asyncio reactor and replaces Scrapy's HTTP handler, while a reading
runs Scrapy without a reactor and has no way out but the door.
"""

import asyncio
import logging
import os
from collections.abc import AsyncIterator, Awaitable, Callable, Mapping
from contextlib import asynccontextmanager, suppress
from functools import partial
from types import TracebackType
from typing import TYPE_CHECKING, NamedTuple, TypeVar
from urllib.parse import urlsplit

from config.settings import FetchSettings
from crawler.extract.address import canonical
from crawler.extract.decode import decode
from crawler.fetch.answer import Answer, Method
from crawler.fetch.chromium import can_draw, find_chromium
from crawler.fetch.door import Door
from crawler.fetch.failures import FetchError
from crawler.fetch.politeness import user_agent
from crawler.fetch.redirects import landed

if TYPE_CHECKING:  # an optional part
    from playwright.async_api import Browser as Chromium
    from playwright.async_api import BrowserContext, Page, Playwright, Request, Route

log = logging.getLogger(__name__)
Seen = TypeVar("Seen")

_FLAGS = (
    "--headless=new",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--proxy-server=http://nowhere.invalid:9",
    "--proxy-bypass-list=<-loopback>",
    "--host-resolver-rules=MAP * ~NOTFOUND",
    "--force-webrtc-ip-handling-policy=disable_non_proxied_udp",
)
_PAGES_AT_ONCE = 2
_MOST_REQUESTS = 100
"""Requests of one page; one that polls or reloads itself has no end of them."""
_MOST_FRAMES = 5
_CALM_SECONDS = 5.0
"""So long we wait at most for a page to stop asking, once its document is there."""
_START_SECONDS = 15.0
_CLOSE_SECONDS = 5.0
_MOST_FAILURES = 3
"""After so many pages in a row that could not be drawn, a site's scripts are left alone for this reading."""
_NEEDLESS = {"image", "media", "font", "texttrack", "eventsource", "websocket", "manifest", "ping"}
_OUR_HEADERS = {"host", "connection", "content-length", "accept-encoding", "user-agent", "cookie"}
"""What the door says in its own words, and what would make a visitor known again."""
_UNPACKED = {"content-encoding", "content-length", "transfer-encoding", "connection"}


class Drawn(NamedTuple):
    """A page as its scripts left it."""

    html: bytes
    """UTF-8."""
    frames: Mapping[str, bytes]
    """Address -> the page of each frame of the same host, as its own scripts left it."""


class Browser:
    """One Chromium for one reading. Use as `async with Browser(...) as browser`; nothing starts before it is needed."""

    def __init__(self, door: Door, settings: FetchSettings) -> None:
        self._door = door
        self._settings = settings
        self._turns = asyncio.Semaphore(_PAGES_AT_ONCE)
        self._starting = asyncio.Lock()
        self._failures = 0
        self._idle: list[_Tab] = []
        self._playwright: Playwright | None = None
        self._chromium: Chromium | None = None

    @property
    def is_of_use(self) -> bool:
        """False where pages cannot be drawn: switched off, not installed, or in vain too often."""
        return self._settings.browser and self._failures < _MOST_FAILURES and can_draw()

    async def __aenter__(self) -> "Browser":
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        await self._stop()

    async def draw(self, answer: Answer) -> Drawn | None:
        """The page that an answer brought, drawn by its scripts; None where that takes longer than a request may.

        The page itself is not asked for again. Never raises: a page that harms the browser harms no reading.
        """
        return await self.visit(answer.url, _drawn, answer=_declared(answer))

    async def visit(
        self,
        url: str,
        look: Callable[["Page"], Awaitable[Seen]],
        *,
        answer: Answer | None = None,
    ) -> Seen | None:
        """What `look` makes of a page once it has come to rest; None where that fails or takes too long.

        `answer`: what the page's address brought, where it has been asked for already.
        """
        async with self._turns:
            if not self.is_of_use:
                return None
            try:
                async with asyncio.timeout(_START_SECONDS + self._settings.timeout_seconds):
                    seen = await self._look(url, look, answer)
            except Exception as error:  # whatever becomes of the browser, the reading goes on without it
                self._failures += 1
                log.info("%s could not be drawn: %r", url, error)
                return None
            self._failures = 0
            return seen

    async def _look(self, url: str, look: Callable[["Page"], Awaitable[Seen]], answer: Answer | None) -> Seen:
        async with self._tab() as tab, asyncio.timeout(self._settings.timeout_seconds):
            tab.turn_to(url, answer)
            await self._come_to_rest(tab.page, url)
            seen = await look(tab.page)
            tab.rest()
            return seen

    async def _come_to_rest(self, page: "Page", url: str) -> None:
        limit = self._settings.timeout_seconds * 1000
        await page.goto(url, wait_until="domcontentloaded", timeout=limit)
        from playwright.async_api import TimeoutError as StillBusy

        with suppress(StillBusy):  # a page that polls is looked at as it is
            await page.wait_for_load_state("networkidle", timeout=min(_CALM_SECONDS * 1000, limit / 2))
        if canonical(page.url) != url:
            raise FetchError("moved-away")

    @asynccontextmanager
    async def _tab(self) -> AsyncIterator["_Tab"]:
        """A tab, taken up again by the next page if nothing happened to it: that halves what a page costs."""
        tab = self._idle.pop() if self._idle else await self._new_tab()
        try:
            yield tab
        except BaseException:
            await self._close(tab.page.context)
            raise
        self._idle.append(tab)

    async def _new_tab(self) -> "_Tab":
        chromium = await self._started()
        context = await chromium.new_context(
            viewport={"width": 1280, "height": 800},
            user_agent=user_agent(self._settings),
            locale="zh-CN",
            timezone_id="Asia/Shanghai",
            accept_downloads=False,
            service_workers="block",
        )
        try:
            tab = _Tab(self._door, await context.new_page())
            await context.route("**/*", tab.answer)
            await context.route_web_socket("**/*", lambda socket: socket.close())
        except BaseException:
            await self._close(context)
            raise
        return tab

    async def _close(self, context: "BrowserContext") -> None:
        try:
            await asyncio.wait_for(context.close(), _CLOSE_SECONDS)
        except Exception:
            await self._stop()  # it hangs; the next page gets a new one

    async def _started(self) -> "Chromium":
        from playwright.async_api import async_playwright

        async with self._starting:
            if self._chromium is not None and self._chromium.is_connected():
                return self._chromium
            await self._stop()
            self._playwright = await async_playwright().start()
            self._chromium = await self._playwright.chromium.launch(
                executable_path=find_chromium(),
                args=_FLAGS,
                chromium_sandbox=os.geteuid() != 0,  # Chromium refuses to have one as root
                timeout=_START_SECONDS * 1000,
            )
            return self._chromium

    async def _stop(self) -> None:
        chromium, playwright = self._chromium, self._playwright
        self._chromium = self._playwright = None
        self._idle.clear()
        with suppress(Exception):  # what has died already need not be closed
            if chromium is not None:
                await asyncio.wait_for(chromium.close(), _CLOSE_SECONDS)
        with suppress(Exception):
            if playwright is not None:
                await asyncio.wait_for(playwright.stop(), _CLOSE_SECONDS)


def _declared(answer: Answer) -> Answer:
    """The answer with the encoding that its bytes are in: where none is declared, a browser takes UTF-8 for Latin."""
    said = answer.headers.get("Content-Type", "text/html")
    _, encoding = decode(answer.body, said)
    others = {name: value for name, value in answer.headers.items() if name.lower() != "content-type"}
    return answer._replace(headers={**others, "Content-Type": f"{said.partition(';')[0]}; charset={encoding}"})


class _Tab:
    """One tab, whose page's requests are answered by the door."""

    def __init__(self, door: Door, page: "Page") -> None:
        self.page = page
        self._door = door
        self.rest()

    def turn_to(self, url: str, answer: Answer | None) -> None:
        """Let a page ask for what it needs."""
        self._url, self._first, self._left = url, answer, _MOST_REQUESTS

    def rest(self) -> None:
        """Give nothing more to a page that nobody looks at any longer."""
        self._url, self._first, self._left = "", None, 0

    async def answer(self, route: "Route") -> None:
        """Let the page have what it asks for, unless nobody will look at it."""
        try:
            found = None if self._is_needless(route.request) else await self._ask(route.request)
            if found is None:
                await route.abort("aborted")  # the one error after which a page that leads elsewhere stays
                return
            headers = {name: value for name, value in found.headers.items() if name.lower() not in _UNPACKED}
            await route.fulfill(status=found.status, headers=headers, body=found.body)
        except Exception as error:  # such as when nothing answers, or the page has been left
            log.debug("%s: %r", route.request.url, error)
            with suppress(Exception):
                await route.abort("aborted")

    def _is_needless(self, request: "Request") -> bool:
        self._left -= 1
        if self._left < 0 or request.resource_type in _NEEDLESS:
            return True
        return self._is_whole_page(request) and canonical(request.url) != self._url  # scripts that lead elsewhere

    @staticmethod
    def _is_whole_page(request: "Request") -> bool:
        return request.is_navigation_request() and request.frame.parent_frame is None

    async def _ask(self, request: "Request") -> Answer | None:
        """What the door brings, redirects followed here: Chromium would follow them past us."""
        if self._first is not None and self._is_whole_page(request):
            return self._first
        headers = {name: value for name, value in request.headers.items() if not _is_ours(name)}
        method: Method = "POST" if request.method == "POST" else "GET"
        found = await self._door.ask(method, request.url, headers=headers, data=request.post_data_buffer)
        if found.leads_to is None:
            return found
        return await landed(found.leads_to, partial(self._door.ask, "GET"))  # which may be where a form was posted to


def _is_ours(name: str) -> bool:
    return name in _OUR_HEADERS or name.startswith("sec-")


async def _drawn(page: "Page") -> Drawn:
    html = await page.content()
    own = urlsplit(page.url).hostname
    frames = [frame for frame in page.frames[1:] if urlsplit(frame.url).hostname == own][:_MOST_FRAMES]
    return Drawn(_bytes(html), {canonical(frame.url): _bytes(await frame.content()) for frame in frames})


def _bytes(html: str) -> bytes:
    return html.encode("utf-8", "replace")  # scripts can write halves of characters
