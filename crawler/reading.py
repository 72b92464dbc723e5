"""One reading of one site, from its home page to its last link."""

import asyncio
import gc
import logging
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from datetime import UTC, datetime
from functools import partial
from hashlib import blake2b
from typing import cast

from scrapy.crawler import Crawler
from sqlalchemy import Engine
from sqlalchemy.orm import Session

from checks.observations.link import LinkSeen
from checks.observations.page import PageSeen
from crawler import file_reading, page_reading
from crawler.attachments import AttachmentReader, FileBudget, files_due, files_not_opened
from crawler.child import Child, Children
from crawler.columns import ColumnFinder, Lead
from crawler.drawing import Drawing
from crawler.external_hosts import UNTOUCHED_DAYS, ExternalHosts
from crawler.extract.address import canonical
from crawler.fetch.absent import AbsentLooks
from crawler.fetch.browser import Browser
from crawler.fetch.door import Door
from crawler.fetch.link_probe import LinkProbe, run_pool
from crawler.fetch.own_network import OWN_NETWORK, doubtful_targets
from crawler.fetch.politeness import is_quiet
from crawler.fetch.robots import read_robots
from crawler.fetch.settings import scrapy_settings
from crawler.fetch.site_spider import SiteSpider
from crawler.file_reading import FileJudge
from crawler.keep import Keeper
from crawler.page_reading import Judge
from crawler.plan import Progress, ReadingOutcome, ReadingPlan
from crawler.reader import Reader
from crawler.targets import Priority, TargetBook
from storage.engine import clear_errors, open_engine
from storage.queries.attachments import files_looked_at, known_files
from storage.queries.external_hosts import hosts_due
from storage.queries.pages import home_page, longest_unread, pages_shown
from storage.queries.readings import homes_read_lately
from storage.queries.targets import asked_outside
from storage.queries.worklist import left_undone
from storage.site_lock import hold_site
from storage.writes.pages import disguised_pages_gone
from storage.writes.targets import doubt_targets
from storage.writes.worklist import return_leases

log = logging.getLogger(__name__)

READER = "3"
"""Changes whenever pages are read in another way, so that unchanged ones are read anew once."""

_COLLECT_AFTER = 30_000
"""Objects made over objects gone before the garbage collector looks; Python's own is 700."""
_FLUSH_SECONDS = 0.5
_NAMES_AT_ONCE = 128
"""Names looked up at once, each in a thread: one that waits its turn would pass for a host that does not answer."""
_PAGE_SECONDS, _PAGE_MEMORY = 30.0, 2 << 30
"""What reading one page may take; those that people read take a thousandth of it."""
_FILE_SECONDS, _FILE_MEMORY = 25.0, 768 << 20
"""What opening one file may take."""


def read_site(
    plan: ReadingPlan,
    *,
    judge: Judge,
    judge_file: FileJudge | None = None,
    progress: Callable[[Progress], None] = lambda _: None,
) -> ReadingOutcome:
    """Read a site, or go on where an earlier process stopped; without `judge_file`, attachments are not opened.

    Blocks until the reading has ended; it runs an event loop of its own. Everything seen is written while it runs.
    The work list stays until `storage.writes.worklist.clear_work`. Raises `ConfigError` where another process reads
    the site, or the database fails.
    """
    logging.getLogger("scrapy").setLevel(logging.WARNING)  # our own log says what people need
    engine = open_engine(plan.settings.database)
    try:
        with clear_errors(engine), hold_site(engine, plan.site.code), _collecting_seldom():
            reading = _Reading(plan, engine, judge, judge_file, progress)
            asyncio.run(reading.run())
            return reading.outcome()  # not as the loop's result, which Python would spell out when the loop ends
    finally:
        engine.dispose()


@contextmanager
def _collecting_seldom() -> Iterator[None]:
    """Let the garbage collector run forty times less often: an eighth of a reading's processor time.

    Pages are trees without cycles of Python's, and go with their last reference.
    """
    before = gc.get_threshold()
    gc.set_threshold(_COLLECT_AFTER, *before[1:])
    gc.freeze()  # what is there already stays: nobody need look through it meanwhile
    try:
        yield
    finally:
        gc.set_threshold(*before)
        gc.collect()  # what the reading held is tied in cycles, and would lie beside what its outcome needs
        gc.unfreeze()


class _Reading:
    def __init__(
        self,
        plan: ReadingPlan,
        engine: Engine,
        judge: Judge,
        judge_file: FileJudge | None,
        progress: Callable[[Progress], None],
    ) -> None:
        self._plan = plan
        self._opens_files = judge_file is not None
        self._files: AttachmentReader | None = None
        self._engine = engine
        self._progress = progress
        self._fetch = plan.settings.fetch
        with engine.begin() as connection:
            return_leases(connection, plan.reading_id)
            self._book = TargetBook(connection, plan.site, reading_id=plan.reading_id, mode=plan.mode)
        self._columns = ColumnFinder(plan.site, plan.columns, self._book.hosts.has)
        self._door = Door(self._fetch, self._book.hosts.names)
        self._browser = Browser(self._door, self._fetch)
        reader = f"{READER} {plan.rules} {self._browser.is_of_use}"
        stamp = self._stamp = blake2b(reader.encode(), digest_size=8).hexdigest()
        self._keeper = Keeper(engine, self._book, reading_id=plan.reading_id, today=plan.today, stamp=stamp)
        self._absent = AbsentLooks(self._door)
        read_page = partial(page_reading.read_and_judge, today=plan.today, judge=judge)
        self._page_children = Children(plan.children, read_page, seconds=_PAGE_SECONDS, memory_bytes=_PAGE_MEMORY)
        read_file = partial(file_reading.read_and_judge, judge=judge_file or (lambda _: ()))
        self._file_child = Child(read_file, seconds=_FILE_SECONDS, memory_bytes=_FILE_MEMORY)
        self._reader = Reader(
            door=self._door,
            keeper=self._keeper,
            book=self._book,
            absent=self._absent,
            columns=self._columns,
            settings=self._fetch,
            judge=judge,
            children=self._page_children,
            today=plan.today,
            stamp=stamp,
            drawing=Drawing(self._browser),
            page_budget=self._fetch.full_pages if plan.mode == "full" else self._fetch.daily_pages,
            home=plan.site.url,
            controls=self._controls,
            prepare=self._prepare,
        )

    async def run(self) -> None:
        if self._stops_for_quiet_hours():
            return
        asyncio.get_running_loop().set_default_executor(ThreadPoolExecutor(_NAMES_AT_ONCE))
        async with self._door, self._browser, self._page_children, self._file_child:
            await self._start()
            await self._work()
            self._keeper.flush()
            if self._reader.stopped is None:
                self._doubt_our_network()
                with self._engine.begin() as connection:
                    disguised_pages_gone(connection, self._plan.reading_id, self._plan.site.code)
                await self._open_files()
            if self._reader.stopped is None:
                await self._look_at_hosts()

    def _stops_for_quiet_hours(self) -> bool:
        """True when the site is to be left alone from now on; the next start goes on."""
        if self._reader.stopped is None and is_quiet(self._fetch.quiet_hours, datetime.now(UTC)):
            self._reader.stopped = "quiet-hours"
        return self._reader.stopped == "quiet-hours"

    async def _start(self) -> None:
        """The home page comes first; where an earlier process has read it, its columns and rules are found again."""
        home = canonical(self._plan.site.url)
        with Session(self._engine) as session:
            seen = home_page(session, self._plan.reading_id, self._plan.site.code)
        if seen is not None:
            self._book.hosts.adopt(seen.url)
            self._columns.take_up(self._listed_columns())
            await self._prepare(seen)
        else:
            self._keeper.want(LinkSeen(home, self._plan.site.name, "page"), Priority.HOME)
            self._keeper.flush()

    async def _work(self) -> None:
        crawler = Crawler(SiteSpider, scrapy_settings(self._fetch))
        pages = asyncio.create_task(crawler.crawl_async(reader=self._reader))
        probes = asyncio.create_task(
            run_pool(
                LinkProbe(self._door, self._absent, self._book.name_of),
                self._reader.links,
                is_over=lambda: self._reader.is_over,
            )
        )
        keeping = asyncio.create_task(self._keep_writing())
        try:
            await asyncio.wait({pages, probes, keeping}, return_when=asyncio.FIRST_COMPLETED)
            if not pages.done():
                await crawler.stop_async()
        finally:
            keeping.cancel()
            probes.cancel()
        for task in (pages, probes, keeping):
            await _ended(task)
        trouble = cast("SiteSpider", crawler.spider).trouble
        if trouble is not None:
            raise trouble

    async def _keep_writing(self) -> None:
        """Write every half second what is there, tell how far we are, and stop when quiet hours begin."""
        while not self._reader.is_over:
            await asyncio.sleep(_FLUSH_SECONDS)
            self._keeper.flush()
            self._progress(self._how_far())
            self._stops_for_quiet_hours()

    def _controls(self) -> tuple[str, ...]:
        """Home pages that were read lately, and the hosts that are surely in order."""
        with self._engine.connect() as connection:
            return (*homes_read_lately(connection, self._plan.site.code), *self._fetch.controls)

    def _doubt_our_network(self) -> None:
        """Where most other hosts could not be reached, none of them is said to be at fault."""
        with self._engine.begin() as connection:
            asked = asked_outside(connection, self._plan.reading_id, self._plan.site.code, "link-broken")
            doubt_targets(connection, doubtful_targets(asked), cause=OWN_NETWORK)

    async def _open_files(self) -> None:
        """The attachments, when all pages that may link to them are written."""
        if not self._opens_files:
            return
        plan = self._plan
        with self._engine.connect() as connection:
            known = known_files(connection, plan.reading_id, plan.site.code)
            looked_at = files_looked_at(connection, plan.reading_id, plan.site.code)
        full = plan.mode == "full"
        reader = AttachmentReader(
            self._engine,
            self._door,
            self._absent,
            self._file_child,
            robots=self._reader.robots,
            budget=FileBudget(
                files=(self._fetch.full_files if full else self._fetch.daily_files) - looked_at,
                size=self._fetch.full_file_bytes if full else self._fetch.daily_file_bytes,
            ),
            site_code=plan.site.code,
            reading_id=plan.reading_id,
            today=plan.today,
            stamp=self._stamp,
            second_try_seconds=self._fetch.second_try_seconds,
        )
        due = files_due(known, mode=plan.mode, today=plan.today, stamp=self._stamp, only=plan.open_pages)
        if plan.mode != "recheck":
            reader.pass_over(files_not_opened(known, due))
        self._files = reader
        telling = asyncio.create_task(self._tell())
        try:
            await reader.run(due, is_stopped=self._stops_for_quiet_hours)
        finally:
            telling.cancel()

    async def _tell(self) -> None:
        while True:
            await asyncio.sleep(_FLUSH_SECONDS)
            self._progress(self._how_far())

    async def _look_at_hosts(self) -> None:
        """The front pages of other people's hosts that this site links to; a recheck asks for those it is about."""
        plan = self._plan
        only = {link.url for link in plan.open_links} if plan.mode == "recheck" else None
        with self._engine.connect() as connection:
            due = hosts_due(connection, plan.site.code, plan.today, untouched_days=UNTOUCHED_DAYS, only=only)
        hosts = ExternalHosts(self._engine, self._door, plan.settings, today=plan.today)
        await hosts.run(due, is_stopped=self._stops_for_quiet_hours)

    def _how_far(self) -> Progress:
        """Files count among the links."""
        book, files = self._book, self._files
        return Progress(
            pages=book.pages_ended,
            pages_waiting=book.open["page"],
            links=book.links_ended + (files.done if files else 0),
            links_waiting=book.open["link"] + (files.waiting if files else 0),
            drawn=self._reader.drawing.pages,
        )

    async def _prepare(self, home: PageSeen) -> None:
        """What the home page and the database say about what to read."""
        self._book.hosts.settle(home)
        self._reader.absent_page = await self._absent.look(home.url)
        if self._fetch.obey_robots:
            self._reader.robots = await read_robots(self._door, home.url)
        columns = self._columns.first_level(home)
        if self._plan.mode != "recheck":
            self._reader.want_columns(columns)
        for url in self._plan.open_pages:
            if not self._book.is_file(url):  # files have a turn of their own
                self._reader.want(url, Priority.OPEN)
        for link in self._plan.open_links:
            self._keeper.want(link, Priority.LINK)
        if self._plan.mode == "daily":
            for url in self._longest_unread():
                self._reader.want(url, Priority.REST)

    def _longest_unread(self) -> list[str]:
        with self._engine.connect() as connection:
            found = longest_unread(connection, self._plan.site.code, self._fetch.daily_pages)
        return [self._book.known[target_id].url for target_id in found]

    def outcome(self) -> ReadingOutcome:
        """How it ended; once it has."""
        plan, reader = self._plan, self._reader
        with Session(self._engine) as session:
            home = home_page(session, plan.reading_id, plan.site.code)
            pages = pages_shown(session, plan.reading_id, plan.today, self._ids_of(self._columns.addresses()))
            unread = left_undone(session, plan.reading_id)
        return ReadingOutcome(
            state=reader.stopped or "finished",
            home=home,
            home_attempts=tuple(reader.home_attempts),
            columns=self._columns.settled(home, pages) if home else self._plan.columns,
            unread=unread,
            counts={
                "pages": reader.counts.pages,
                "unchanged": reader.counts.unchanged,
                "links": reader.links.asked,
                "files": self._files.opened if self._files else 0,
                "failed": reader.counts.failed,
                "requests": self._door.requests,
            },
        )

    def _listed_columns(self) -> list[Lead]:
        """Columns that an earlier process of this reading put on the list."""
        levels = {Priority.COLUMN: 1, Priority.SUBCOLUMN: 2}
        return [
            Lead(self._book.known[target_id].url, self._book.known[target_id].text, levels[Priority(priority)])
            for target_id, priority in self._book.listed.items()
            if priority in levels
        ]

    def _ids_of(self, urls: Iterable[str]) -> list[int]:
        return [self._book.ids[url] for url in urls if url in self._book.ids]


async def _ended(task: asyncio.Task[None]) -> None:
    """Wait for a task that was told to end; its own error is the reading's."""
    try:
        await task
    except asyncio.CancelledError:
        return
