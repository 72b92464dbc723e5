"""Decides about every answer to a page: read it, follow it, doubt it, leave it."""

import logging
from collections.abc import Awaitable, Callable, Coroutine, Mapping
from dataclasses import dataclass, field
from functools import partial
from hashlib import sha256
from typing import Any

from sqlalchemy.exc import DBAPIError

from checks.observations.page import PageSeen
from config.errors import ConfigError
from crawler.child import Cause, ChildFailedError, Children
from crawler.columns import ColumnFinder
from crawler.disguise import Disguises, home_disguise
from crawler.extract.address import LONGEST
from crawler.extract.domain import same_domain
from crawler.fetch.answer import Answer
from crawler.fetch.door import Door
from crawler.fetch.failures import FetchError
from crawler.fetch.leading_on import sent_on
from crawler.fetch.link_probe import needs_second_try
from crawler.fetch.looks import error_outcome, is_walled
from crawler.fetch.own_network import OwnNetwork
from crawler.fetch.redirects import Arrival, Probed, follow
from crawler.home_tries import HomeTries
from crawler.keep import Keeper, PageDone
from crawler.link_asking import LinkAsking
from crawler.page_asking import PageAsking
from crawler.page_reading import Judge, PageOrder, PageResult, judged, read
from crawler.plan import ReadingPlan
from crawler.targets import Priority, TargetBook
from crawler.whole_page import WholePages
from storage.writes.worklist import Work

log = logging.getLogger(__name__)

_MARKED_ARTICLES = 20
"""Articles whose footer is looked at in one reading: they share their templates."""
_HOME_HOPS = 3
"""Pages before the home page that only lead on to it."""
_LEFT_BY: dict[Cause, str] = {"time": "page-time", "memory": "page-memory", "crash": "crash"}
"""How the child failed -> why a page was not looked at."""


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
    """Deals with the answers of one reading; what it makes of each goes to the keeper."""

    plan: ReadingPlan
    door: Door
    keeper: Keeper
    book: TargetBook
    columns: ColumnFinder
    judge: Judge
    children: Children
    """Read and judge the plain pages."""
    stamp: str
    pages: PageAsking
    links: LinkAsking
    """Takes over what is only to be asked after."""
    network: OwnNetwork
    home: HomeTries
    disguises: Disguises
    prepare: Callable[[PageSeen], Awaitable[None]]
    """Called with the home page, before anything else is read: it says what comes next."""
    counts: Counts = field(default_factory=Counts)

    def __post_init__(self) -> None:
        self._whole = WholePages(self.door, self.pages.drawing, self.plan.settings.fetch.max_page_bytes)
        self._marks_left = _MARKED_ARTICLES
        self._home_hops = 0

    def answered(self, work: Work, answer: Answer) -> Awaitable[None] | None:
        """Deal with an answer; what has to fetch more comes back as a coroutine."""
        self.network.heard(work.url)
        onward = None
        try:
            onward = self._sort(work, answer)
        except Exception:
            self._unreadable(work)
        return None if onward is None else self._guarded(work, onward)

    def failed(self, work: Work, error: Exception) -> Awaitable[None] | None:
        """Deal with a request that brought no answer."""
        if not isinstance(error, FetchError):
            log.error("%s could not be asked for", work.url, exc_info=error)
            error = FetchError("crash")
        probed = Probed(error.cause, (error.attempt(),))
        return self._guarded(work, self._bad(work, probed))

    async def _guarded(self, work: Work, step: Coroutine[Any, Any, None]) -> None:
        try:
            await step
        except (ConfigError, DBAPIError):
            raise  # the database failed, which is no page's fault
        except Exception:
            self._unreadable(work)
        if self.keeper.is_full:
            self.keeper.flush()

    def _unreadable(self, work: Work) -> None:
        """A page that our own code stumbles over must not end the reading, nor pass for read."""
        log.exception("%s could not be read", work.url)
        self.counts.failed += 1
        self.keeper.left(work, "crash")

    def _sort(self, work: Work, answer: Answer) -> Coroutine[Any, Any, None] | None:
        """What is to be done about an answer; None where it is done."""
        if answer.status == 304:
            return self._unchanged(work)
        if answer.leads_to:
            return self._redirected(work, answer)
        if answer.status >= 300 or not answer.is_page:
            return self._not_a_page(work, answer)
        if self._is_same(work, answer):
            return self._unchanged(work)
        if self._whole.is_oversized(answer):
            return self._not_looked_at(work, answer)
        if work.priority == Priority.HOME:
            return self._read_home(work, answer)
        if work.priority <= Priority.SUBCOLUMN:
            return self._read_whole(work, answer)
        return self._read_plain(work, answer)

    def _read_home(self, work: Work, answer: Answer) -> Coroutine[Any, Any, None]:
        """Read the home page, wherever the page at the site's address may send browsers on to."""
        onward = None if is_walled(answer, on_site=True) else sent_on(answer)
        if onward is None or self._home_hops >= _HOME_HOPS:
            return self._read_whole(work, answer)
        self._home_hops += 1
        return self._redirected(work, onward)

    async def _not_looked_at(self, work: Work, answer: Answer) -> None:
        """A page too large to be parsed: it answered, and nothing is said of what it shows or lacks."""
        self.counts.failed += 1
        self.keeper.left(work, "page-too-large")
        if work.priority == Priority.HOME:
            self.home.attempts.append(answer.attempt("ok"))
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
            cause = "walled"
        elif answer.status >= 300:
            cause = error_outcome(answer, self.book.name_of(work))
        else:
            self.keeper.there(work)
            return None
        return self._bad(work, Probed.by(answer, cause))

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
        return read(self._order(work, answer), today=self.plan.today, parts=parts)

    async def _read_whole(self, work: Work, answer: Answer) -> None:
        """Read a page on which others depend: with all that belongs to it."""
        read_with = partial(self._read, work)
        page, is_whole = await self._whole.read(answer, read_with, may_draw=self.pages.room > 0)
        if work.priority == Priority.HOME:
            disguise = home_disguise(answer, page)
            if disguise is not None:
                await self._bad(work, Probed.by(answer, disguise))
                return
            self.home.attempts.append(answer.attempt("ok"))
            await self.prepare(page)
        elif work.priority == Priority.COLUMN:
            self.pages.want_columns(self.columns.second_level(page))
        elif work.priority == Priority.SUBCOLUMN:
            self.pages.want_columns(self.columns.third_level(page))
        step = self._take(work, answer, judged(page, self.judge), is_whole=is_whole)
        if step is not None:
            await step

    def _take(
        self, work: Work, answer: Answer, page: PageResult, *, is_whole: bool = True
    ) -> Coroutine[Any, Any, None] | None:
        """Keep a page, unless it is an error page or a wall in disguise."""
        is_home = work.priority == Priority.HOME  # looked at already
        known = work.sha256 is not None
        disguise = None if is_home else self.disguises.outcome(work.url, answer, page, is_known=known)
        if disguise is not None:
            return self._bad(work, Probed.by(answer, disguise))
        is_content = page.kind == "home" or page.published_on is not None
        self.pages.traps.learn(page.url, is_content=is_content, text_size=page.text_size, items=page.items)
        self.counts.pages += 1
        self._marks_left -= page.has_marks and work.priority > Priority.SUBCOLUMN
        validators = answer.headers.get("ETag"), answer.headers.get("Last-Modified")
        self.keeper.page_read(PageDone(work, page, *validators, is_whole))
        return None

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
            await self._bad(work, Probed.by(found.answer, "moved-away", found.hops))
        else:
            self.keeper.only_ask(work)

    async def _arrived(self, work: Work, found: Arrival) -> None:
        """Deal with where redirects led: the site's error page, a page that is read anyway, or a new one."""
        answer = found.answer
        if answer.status >= 300 or not answer.is_page:
            step = self._not_a_page(work, answer)
        elif self._whole.is_oversized(answer):
            step = self._not_looked_at(work, answer)
        elif work.priority == Priority.HOME:
            step = self._read_home(work, answer)
        elif (lost := self.disguises.lost(work.url, answer)) is not None:
            step = self._bad(work, Probed.by(answer, lost, found.hops))
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
        answer = await self.home.ask_again(work, probed)
        if answer is None:
            check = await self.home.verdict(work)
            self.pages.stopped = "unreachable"
            self.counts.failed += 1
            self.keeper.settled(work, check)
            return
        step = self._sort(work, answer)
        if step is not None:
            await step
