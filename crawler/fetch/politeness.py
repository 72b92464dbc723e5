"""How we behave towards a host: pace, pauses it asks for, quiet hours, our name."""

import asyncio
import time
from datetime import datetime
from datetime import time as clock
from importlib.metadata import version
from urllib.parse import urljoin
from zoneinfo import ZoneInfo

from config.settings import FetchSettings, QuietHours

SITES_ZONE = ZoneInfo("Asia/Shanghai")
"""The clock that quiet hours go by: one zone for the whole country."""

_SLOWEST_SECONDS = 10.0
"""AutoThrottle never waits longer than this between two requests."""


def user_agent(settings: FetchSettings) -> str:
    """Our own name, and whom to call: a site's keeper must be able to reach us."""
    contact = f"; {settings.contact}" if settings.contact else ""
    return f"Mozilla/5.0 (compatible; Duwang/{version('duwang')}{contact})"


def referer(home: str, url: str) -> dict[str, str]:
    """Where a visitor of the site comes from: some servers deny files to whoever does not say it.

    As browsers do, only to places as safe as the site itself.
    """
    return {"Referer": urljoin(home, "/")} if home.startswith("http:") or url.startswith("https:") else {}


def is_quiet(hours: QuietHours | None, now: datetime) -> bool:
    """True while a site is to be left alone. `now` is aware; the hours may pass midnight."""
    if hours is None:
        return False
    local: clock = now.astimezone(SITES_ZONE).time()
    if hours.start <= hours.end:
        return hours.start <= local < hours.end
    return local >= hours.start or local < hours.end


class Pace:
    """One host's pace: so many requests at once, a pause between two, longer ones when it slows down or asks.

    The pause follows Scrapy's AutoThrottle: it moves half-way towards `latency / concurrency` at each answer, but
    only once answers take longer than a healthy host needs; a fast host is never made slow.
    """

    def __init__(
        self, *, concurrency: int, delay: float, adapts: bool, calm_seconds: float, longest_pause: float
    ) -> None:
        self._turns = asyncio.Semaphore(concurrency)
        self._concurrency = concurrency
        self._least_delay = self.delay = delay
        self._adapts = adapts
        self._calm_seconds = calm_seconds
        self._longest_pause = longest_pause
        self._next_start = 0.0

    async def __aenter__(self) -> None:
        await self._turns.acquire()
        if not self._next_start and not self.delay:
            return
        now = time.monotonic()
        start = max(now, self._next_start)
        self._next_start = start + self.delay
        if start <= now:
            return
        try:
            await asyncio.sleep(start - now)
        except BaseException:
            self._turns.release()
            raise

    async def __aexit__(self, *_: object) -> None:
        self._turns.release()

    def slow_to(self, delay: float) -> None:
        """A host's own wish for a pause between requests (`Crawl-delay`)."""
        self._least_delay = max(self._least_delay, min(delay, _SLOWEST_SECONDS))
        self.delay = max(self.delay, self._least_delay)

    def answered(self, seconds: float) -> None:
        """Learn from how long an answer took."""
        if not self._adapts or (seconds <= self._calm_seconds and self.delay == self._least_delay):
            return
        wanted = seconds / self._concurrency if seconds > self._calm_seconds else 0.0
        delay = (self.delay + wanted) / 2
        self.delay = min(max(delay, self._least_delay), _SLOWEST_SECONDS) if delay > 0.01 else self._least_delay

    def asked_to_wait(self, seconds: float | None) -> None:
        """The host said 429 or 503: nothing is sent to it for as long as it asks, within our limit."""
        wait = min(seconds if seconds is not None else 2 * self.delay + 1, self._longest_pause)
        self._next_start = max(self._next_start, time.monotonic() + wait)
