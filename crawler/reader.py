"""Decides about every answer of a reading: read it, follow it, doubt it, leave it."""

import asyncio
import logging
from collections.abc import Awaitable, Callable, Collection, Coroutine, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from functools import partial
from hashlib import sha256
from typing import Any, Literal

from sqlalchemy.exc import DBAPIError

from checks.observations.link import Attempt, LinkSeen, Verdict
from checks.observations.page import PageSeen
from config.errors import ConfigError
from config.settings import FetchSettings
from crawler.child import Cause, ChildFailedError, Children
from crawler.columns import ColumnFinder, Lead
from crawler.drawing import Drawing
from crawler.extract.address import LONGEST, canonical
from crawler.extract.domain import same_domain
from crawler.fetch.absent import Absent, AbsentLooks
from crawler.fetch.answer import Answer
from crawler.fetch.door import Door
from crawler.fetch.failures import NO_CONNECTION, FetchError
from crawler.fetch.link_probe import SHOWN, needs_second_try
from crawler.fetch.looks import is_shown_all_the_same, is_walled, look_of, says_not_found
from crawler.fetch.own_network import OWN_NETWORK, OwnNetwork, is_near
from crawler.fetch.redirects import Arrival, Probed, follow
from crawler.fetch.robots import Robots
from crawler.fetch.traps import Traps, grows_by_itself
from crawler.keep import Keeper, PageDone
from crawler.link_asking import LinkAsking
from crawler.page_reading import Judge, PageOrder, PageResult, judged, read
from crawler.targets import Priority, TargetBook
from crawler.whole_page import WholePages
from storage.writes.targets import TargetCheck
from storage.writes.worklist import Work

log = logging.getLogger(__name__)

_LEASED_AT_ONCE = 64
_MARKED_ARTICLES = 20
"""Articles whose footer is looked at in one reading: they share their templates."""
_HOME_TRIES = 3
_HOME_PAUSE = 5.0
"""Seconds between two tries at the home page, at most."""
_LEFT_BY: dict[Cause, str] = {"time": "page-time", "memory": "page-memory", "crash": "crash"}
"""How the child failed -> why a page was not looked at."""
_MESSAGE_BYTES = 2000
"""A page that shows nothing but a message box is not longer."""


@dataclass(slots=True)
class Counts:
    """What a reading has done so far."""

    pages: int = 0
    """Pages looked at."""
    unchanged: int = 0
    failed: int = 0
    """Pages that could not be read."""


@dataclass
class Reader:
    """One site's reading, answer by answer."""

    door: Door
    keeper: Keeper
    book: TargetBook
    absent: AbsentLooks
    settings: FetchSettings
    columns: ColumnFinder
    judge: Judge
    children: Children
    """Read and judge the plain pages."""
    today: date
    stamp: str
    drawing: Drawing
    page_budget: int
    home: str
    """The site's registered address."""
    controls: Callable[[], Collection[str]]
    """Addresses that answer where our network works: asked only where the home page cannot be reached."""
    prepare: Callable[[PageSeen], Awaitable[None]]
    """Called with the home page, before anything else is read: it says what comes next."""
    robots: Robots = field(default_factory=Robots)
    counts: Counts = field(default_factory=Counts)
    home_attempts: list[Attempt] = field(default_factory=list)
    stopped: Literal["quiet-hours", "unreachable"] | None = None
    """Why no further page is taken; None: the reading goes on."""
    absent_page: Absent | None = None
    """What the site shows to lost visitors, where it comes with status 200."""

    def __post_init__(self) -> None:
        self.network = OwnNetwork(self.door, canonical(self.home), fresh_seconds=self.settings.second_try_seconds)
        self.links = LinkAsking(
            self.keeper, self.book, self.network, self.settings.second_try_seconds, lambda: self.stopped is not None
        )
        self.traps = Traps(self.settings.pattern_pages)
        self._pages = WholePages(self.door, self.drawing, self.settings.max_page_bytes)
        self._in_flight = 0
        self._columns_in_flight = 0
        self._home_tries = 0
        self._marks_left = _MARKED_ARTICLES

    # What Scrapy's spider asks.

    def next_pages(self) -> list[Work]:
        """Lease the most urgent pages within the budget."""
        if self.stopped or (self.book.open["page"] <= self._in_flight and not self.keeper.has_pages):
            return []
        room = self._room() - self._in_flight
        if room <= 0:
            if not self.book.is_budget_spent:
                self.keeper.close_page_budget()
            return []
        down_to = Priority.NEW if self._columns_in_flight else Priority.REST  # columns bring what is more urgent
        leased = self.keeper.lease_pages(min(room, _LEASED_AT_ONCE), down_to=down_to)
        self._in_flight += len(leased)
        self._columns_in_flight += sum(work.priority <= Priority.SUBCOLUMN for work in leased)
        return leased

    def _room(self) -> int:
        """How many pages the budget still allows; a page that was drawn has cost two."""
        return self.page_budget - self.book.pages_ended - self.drawing.pages

    def headers(self, work: Work) -> dict[str, str] | None:
        """What to ask for a page with; None for what robots.txt forbids or a trap has grown."""
        if self.stopped:
            self._landed(work)  # it stays leased: the next start takes it up again
            return None
        cause = self._reason_to_leave(work)
        if cause is not None:
            self._landed(work)
            self.keeper.left(work, cause)
            return None
        return self._validators(work)

    def _reason_to_leave(self, work: Work) -> str | None:
        """The home page is always read; columns are no traps."""
        if work.priority == Priority.HOME:
            return None
        if work.priority > Priority.SUBCOLUMN and (grows_by_itself(work.url) or self.traps.refuses(work.url)):
            return "endless"
        return None if self.robots.allows(work.url) else "robots"

    def _validators(self, work: Work) -> dict[str, str]:
        """What makes the server answer 304; nothing where the page has to be judged anew anyway."""
        if work.priority == Priority.HOME or work.stamp != self.stamp:
            return {}
        found = {"If-None-Match": work.etag, "If-Modified-Since": work.last_modified}
        return {name: value for name, value in found.items() if value}

    # What it brings.

    def answered(self, work: Work, answer: Answer) -> Awaitable[None] | None:
        """Deal with an answer; what has to fetch more comes back as a coroutine."""
        self.network.heard(work.url)
        onward = None
        try:
            onward = self._sort(work, answer)
        except Exception:
            self._unreadable(work)
        if onward is not None:
            return self._guarded(work, onward)
        self._landed(work)
        return None

    def failed(self, work: Work, error: Exception) -> Awaitable[None] | None:
        """Deal with a request that brought no answer."""
        if not isinstance(error, FetchError):
            log.error("%s could not be asked for", work.url, exc_info=error)
            error = FetchError("crash")
        probed = Probed(error.cause, (error.attempt(),))
        return self._guarded(work, self._bad(work, probed))

    def _landed(self, work: Work) -> None:
        self._in_flight -= 1
        self._columns_in_flight -= work.priority <= Priority.SUBCOLUMN

    async def _guarded(self, work: Work, step: Coroutine[Any, Any, None]) -> None:
        try:
            await step
        except (ConfigError, DBAPIError):
            raise  # the database failed, which is no page's fault
        except Exception:
            self._unreadable(work)
        finally:
            self._landed(work)
        if self.keeper.is_full:
            self.keeper.flush()

    def _unreadable(self, work: Work) -> None:
        """A page that our own code stumbles over must not end the reading, nor pass for read."""
        log.exception("%s could not be read", work.url)
        self.counts.failed += 1
        self.keeper.left(work, "crash")

    def _sort(self, work: Work, answer: Answer) -> Coroutine[Any, Any, None] | None:
        if answer.status == 304:
            return self._unchanged(work)
        if answer.leads_to:
            return self._redirected(work, answer)
        if answer.status >= 300 or not answer.is_page:
            return self._not_a_page(work, answer)
        if self._is_same(work, answer):
            return self._unchanged(work)
        if self._pages.is_oversized(answer):
            return self._not_looked_at(work, answer)
        if work.priority <= Priority.SUBCOLUMN:
            return self._read_whole(work, answer)
        return self._read_plain(work, answer)

    async def _not_looked_at(self, work: Work, answer: Answer) -> None:
        """A page too large to be parsed: it answered, and nothing is said of what it shows or lacks."""
        self.counts.failed += 1
        self.keeper.left(work, "page-too-large")
        if work.priority == Priority.HOME:
            self.home_attempts.append(answer.attempt("ok"))
            await self.prepare(self._read(work, answer._replace(body=b"")))  # what is known of the site is read

    def _is_same(self, work: Work, answer: Answer) -> bool:
        if work.sha256 is None or work.stamp != self.stamp or work.priority == Priority.HOME:
            return False
        return sha256(answer.body).digest() == work.sha256

    def _unchanged(self, work: Work) -> Coroutine[Any, Any, None] | None:
        self.counts.pages += 1
        self.counts.unchanged += 1
        self.keeper.page_unchanged(work)
        return None

    def _not_a_page(self, work: Work, answer: Answer) -> Coroutine[Any, Any, None] | None:
        if is_walled(answer, on_site=True):
            return self._bad(work, Probed("walled", (answer.attempt("walled"),)))
        if answer.status >= 300:
            is_shown = is_shown_all_the_same(answer, self.book.name_of(work))
            cause = SHOWN if is_shown else f"http-{answer.status}"
            return self._bad(work, Probed(cause, (answer.attempt(cause),)))
        self.keeper.there(work)
        return None

    def _order(self, work: Work, answer: Answer) -> PageOrder:
        return PageOrder(
            body=answer.body,
            url=answer.url,
            content_type=answer.headers.get("Content-Type"),
            last_modified=answer.headers.get("Last-Modified"),
            policy=answer.headers.get("Content-Security-Policy"),
            is_home=work.priority == Priority.HOME,
            is_frame=work.kind == "frame",
            column=self.columns.fixed(work.url),
            marks=work.priority <= Priority.SUBCOLUMN or self._marks_left > 0,
        )

    async def _read_plain(self, work: Work, answer: Answer) -> None:
        """Read a page that nothing else depends on: beside this process, which goes on meanwhile."""
        try:
            result = await self.children.ask(self._order(work, answer))
        except ChildFailedError as error:
            log.error("%s could not be read: %s", work.url, error)
            self.counts.failed += 1
            self.keeper.left(work, _LEFT_BY[error.cause])
            return
        step = self._take(work, answer, result)
        if step is not None:
            await step

    def _read(self, work: Work, answer: Answer, parts: Mapping[str, bytes] | None = None) -> PageSeen:
        return read(self._order(work, answer), today=self.today, parts=parts)

    async def _read_whole(self, work: Work, answer: Answer) -> None:
        """Read a page on which others depend: with all that belongs to it."""
        read_with = partial(self._read, work)
        page, is_whole = await self._pages.read(answer, read_with, may_draw=self._room() > 0)
        if work.priority == Priority.HOME:
            if self._is_wall(answer, page):
                await self._bad(work, Probed("walled", (answer.attempt("walled"),)))
                return
            self.home_attempts.append(answer.attempt("ok"))
            await self.prepare(page)
        elif work.priority == Priority.COLUMN:
            self.want_columns(self.columns.second_level(page))
        elif work.priority == Priority.SUBCOLUMN:
            self.want_columns(self.columns.third_level(page))
        step = self._take(work, answer, judged(page, self.judge), is_whole=is_whole)
        if step is not None:
            await step

    def _take(
        self, work: Work, answer: Answer, page: PageResult, *, is_whole: bool = True
    ) -> Coroutine[Any, Any, None] | None:
        """Keep a page, unless it is an error page or a wall in disguise."""
        disguise = self._disguise(work, answer, page)
        if disguise is not None:
            return self._bad(work, Probed(disguise, (answer.attempt(disguise),)))
        is_content = page.kind == "home" or page.published_on is not None
        self.traps.learn(page.url, is_content=is_content, text_size=page.text_size, items=page.items)
        self.counts.pages += 1
        self._marks_left -= page.has_marks and work.priority > Priority.SUBCOLUMN
        validators = answer.headers.get("ETag"), answer.headers.get("Last-Modified")
        self.keeper.page_read(PageDone(work, page, *validators, is_whole))
        return None

    def _disguise(self, work: Work, answer: Answer, page: PageResult) -> str | None:
        if self._is_wall(answer, page):
            return "walled"
        if work.priority == Priority.HOME:
            return None
        if says_not_found(page.title or "", page.text_size, self._all_shown(answer)):
            return "soft-404"
        return self._absent_outcome(work, answer)

    @staticmethod
    def _is_wall(answer: Answer, page: PageSeen | PageResult) -> bool:
        return not page.links and is_walled(answer, on_site=True)

    def _all_shown(self, answer: Answer) -> str:
        """All the words of a page so small that it can be nothing but a message; "" for any other."""
        return look_of(answer).text if len(answer.body) <= _MESSAGE_BYTES else ""

    def _absent_outcome(self, work: Work, answer: Answer) -> str | None:
        """Why a page is only what this site shows at any address that does not exist; None where it is not."""
        absent = self.absent_page
        if absent is None or not (answer.url == absent.look.final_url or absent.look.may_be(len(answer.body))):
            return None
        return absent.outcome(work.url, look_of(answer))

    def want_columns(self, leads: Iterable[Lead]) -> None:
        """Read these before anything else."""
        for lead in leads:
            priority = Priority.COLUMN if lead.level == 1 else Priority.SUBCOLUMN
            self.want(lead.url, priority, lead.name)

    def want(self, url: str, priority: Priority, text: str = "") -> None:
        """Put a page of this site on the list."""
        if self.book.hosts.has(url):
            self.keeper.want(LinkSeen(url, text, "page", "nav"), priority)

    # Redirects, failures, second tries.

    async def _redirected(self, work: Work, answer: Answer) -> None:
        """The row is the first address, the page belongs to the last one."""
        ask, may_follow = partial(self.door.ask, "GET"), partial(self._may_follow, work)
        found = await follow(work.url, ask, first=answer, may_follow=may_follow)
        if isinstance(found, Probed):
            await self._bad(work, found)
        elif found.answer.leads_to is not None:
            await self._led_away(work, found)
        else:
            await self._arrived(work, found)

    def _may_follow(self, work: Work, url: str) -> bool:
        """Pages of this site only; where the home page leads to within its domain is this site too."""
        if len(url) > LONGEST:
            return False  # a page that could not be kept; whether it is there is still asked
        if work.priority == Priority.HOME and same_domain(work.url, url):
            self.book.hosts.adopt(url)
        return self.book.hosts.has(url)

    async def _led_away(self, work: Work, found: Arrival) -> None:
        """A redirect to another site: no page of this one. Whether it is there is the probes' business."""
        if work.priority == Priority.HOME:
            await self._bad(work, Probed("moved-away", (*found.hops, found.answer.attempt("moved-away"))))
        else:
            self.keeper.only_ask(work)

    async def _arrived(self, work: Work, found: Arrival) -> None:
        """Deal with where redirects led: the site's error page, a page that is read anyway, or a new one."""
        answer = found.answer
        if answer.status >= 300 or not answer.is_page:
            step = self._not_a_page(work, answer)
        elif self._pages.is_oversized(answer):
            step = self._not_looked_at(work, answer)
        elif work.priority == Priority.HOME:
            step = self._read_whole(work, answer)
        elif (lost := self._absent_outcome(work, answer)) is not None:
            step = self._bad(work, Probed(lost, (*found.hops, answer.attempt(lost))))
        elif answer.url != work.url and self.book.is_listed(answer.url):
            self.columns.moved(work.url, answer.url)
            self.keeper.moved_away(work)
            return
        elif work.priority <= Priority.SUBCOLUMN:
            self.columns.moved(work.url, answer.url)
            step = self._read_whole(work, answer)
        else:
            step = self._read_plain(work, answer)
        if step is not None:
            await step

    async def _bad(self, work: Work, probed: Probed) -> None:
        """A page could not be had: the home page is asked for again now, any other one later."""
        if work.priority == Priority.HOME:
            await self._home_again(work, probed)
        elif needs_second_try(work, probed):
            self.links.try_again(work, probed)
        else:
            self.counts.failed += 1
            await self.links.settle(work, probed)

    async def _home_again(self, work: Work, probed: Probed) -> None:
        self.home_attempts += probed.attempts
        self._home_tries += 1
        if self._home_tries >= _HOME_TRIES:
            ours = await self._may_be_ours(work.url, probed.outcome)
            self.stopped = "unreachable"
            self.counts.failed += 1
            if ours:
                self.home_attempts.append(Attempt(datetime.now(UTC), "GET", OWN_NETWORK, 0))
            cause = OWN_NETWORK if ours else probed.outcome
            verdict: Verdict = "undecided" if ours else "likely"
            self.keeper.settled(work, TargetCheck(work.target_id, False, verdict, cause, tuple(self.home_attempts)))
            return
        await asyncio.sleep(min(self.settings.second_try_seconds, _HOME_PAUSE))
        try:
            answer = await self.door.ask("GET", work.url)
        except FetchError as error:
            await self._home_again(work, Probed(error.cause, (error.attempt(),)))
            return
        step = self._sort(work, answer)
        if step is not None:
            await step

    async def _may_be_ours(self, url: str, outcome: str) -> bool:
        """True: the home page cannot be reached, and neither can anybody else: our own network may be down."""
        if outcome not in NO_CONNECTION or await is_near(url, self.settings.hosts):
            return False
        controls = self.controls()
        return bool(controls) and not await self.network.anybody_answers(controls)

    @property
    def is_over(self) -> bool:
        """True when nothing is left to do, or nothing more shall be done and all that was sent has come back."""
        if self.stopped:
            return self._in_flight == 0
        return self.keeper.is_empty and not any(self.book.open.values())
