"""One reading of one site: its pages and links, then its files, then the other hosts that it links to."""

import asyncio
import gc
import logging
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from datetime import UTC, datetime
from functools import partial
from hashlib import blake2b

from sqlalchemy import Engine
from sqlalchemy.orm import Session

from crawler.attachments import AttachmentReader
from crawler.child import Child
from crawler.crawl import Crawl
from crawler.drawing import Drawing
from crawler.external_hosts import ExternalHosts
from crawler.fetch.absent import AbsentLooks
from crawler.fetch.browser import Browser
from crawler.fetch.door import Door
from crawler.fetch.failures import SITE_DOWN
from crawler.fetch.own_network import OWN_NETWORK, doubtful_targets
from crawler.fetch.politeness import is_quiet
from crawler.file_reading import FileJudge, read_and_judge
from crawler.page_reading import Judge
from crawler.plan import Progress, ReadingOutcome, ReadingPlan
from crawler.targets import TargetBook
from storage.engine import clear_errors, open_engine
from storage.queries.pages import home_page, pages_shown
from storage.queries.targets import asked_outside, away_today
from storage.queries.worklist import left_undone
from storage.site_lock import hold_site
from storage.writes.pages import disguised_pages_gone
from storage.writes.targets import doubt_targets
from storage.writes.worklist import return_leases

READER = "4"
"""Changes whenever pages are read in another way, so that unchanged ones are read anew once."""

_COLLECT_AFTER = 30_000
"""Objects made over objects gone before the garbage collector looks; Python's own is 700."""
_TELLING_SECONDS = 0.5
_NAMES_AT_ONCE = 128
"""Names looked up at once, each in a thread: one that waits its turn would pass for a host that does not answer."""
_FILE_SECONDS, _FILE_MEMORY = 25.0, 768 << 20
"""What opening one file may take."""


def read_site(
    plan: ReadingPlan,
    *,
    judge: Judge,
    judge_file: FileJudge,
    progress: Callable[[Progress], None] = lambda _: None,
) -> ReadingOutcome:
    """Read a site, or go on where an earlier process stopped.

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
        judge_file: FileJudge,
        progress: Callable[[Progress], None],
    ) -> None:
        self._plan = plan
        self._engine = engine
        self._progress = progress
        with engine.begin() as connection:
            return_leases(connection, plan.reading_id)
            self._book = TargetBook(connection, plan.site, reading_id=plan.reading_id, mode=plan.mode)
        self._door = Door(plan.settings.fetch, self._book.hosts.names)
        self._browser = Browser(self._door, plan.settings.fetch)
        self._absent = AbsentLooks(self._door)
        reader = f"{READER} {plan.rules} {self._browser.is_of_use}"
        self._stamp = blake2b(reader.encode(), digest_size=8).hexdigest()
        self._crawl = Crawl(
            plan,
            engine,
            judge,
            door=self._door,
            book=self._book,
            absent=self._absent,
            drawing=Drawing(self._browser),
            stamp=self._stamp,
        )
        self._judge_file = judge_file
        self._files: AttachmentReader | None = None

    async def run(self) -> None:
        if self._stops_for_quiet_hours():
            return
        asyncio.get_running_loop().set_default_executor(ThreadPoolExecutor(_NAMES_AT_ONCE))
        async with self._door, self._browser:
            await self._crawl.run(on_flush=self._tick)
            if self._crawl.pages.stopped is None:
                self._doubt_what_all_share()
                with self._engine.begin() as connection:
                    disguised_pages_gone(connection, self._plan.reading_id, self._plan.site.code)
                await self._open_files()
            if self._crawl.pages.stopped is None:
                hosts = ExternalHosts(self._plan, self._engine, self._door)
                await hosts.run(is_stopped=self._stops_for_quiet_hours)

    def _tick(self) -> None:
        """Tell how far we are, and stop when quiet hours begin."""
        self._progress(self._how_far())
        self._stops_for_quiet_hours()

    def _stops_for_quiet_hours(self) -> bool:
        """True when the site is to be left alone from now on; the next start goes on."""
        if self._crawl.pages.stopped is None and is_quiet(self._plan.settings.fetch.quiet_hours, datetime.now(UTC)):
            self._crawl.pages.stopped = "quiet-hours"
        return self._crawl.pages.stopped == "quiet-hours"

    def _doubt_what_all_share(self) -> None:
        """Where most other hosts, or most of the site, could not be reached, none of it is said to be at fault."""
        with self._engine.begin() as connection:
            asked = asked_outside(connection, self._plan.reading_id, self._plan.site.code, "link-broken")
            doubt_targets(connection, doubtful_targets(asked), cause=OWN_NETWORK)
            away = away_today(connection, self._plan.reading_id, self._plan.site.code, SITE_DOWN)
            for cause, targets in away.items():
                doubt_targets(connection, targets, cause=cause)

    async def _open_files(self) -> None:
        """The attachments, when all pages that may link to them are written."""
        read_file = partial(read_and_judge, judge=self._judge_file)
        async with Child(read_file, seconds=_FILE_SECONDS, memory_bytes=_FILE_MEMORY) as child:
            self._files = AttachmentReader(
                self._plan,
                self._engine,
                self._door,
                self._absent,
                child,
                robots=self._crawl.pages.robots,
                stamp=self._stamp,
            )
            telling = asyncio.create_task(self._tell())
            try:
                await self._files.run(is_stopped=self._stops_for_quiet_hours)
            finally:
                telling.cancel()

    async def _tell(self) -> None:
        while True:
            await asyncio.sleep(_TELLING_SECONDS)
            self._tick()

    def _how_far(self) -> Progress:
        """Files count among the links."""
        book, files = self._book, self._files
        return Progress(
            pages=book.pages_ended,
            pages_waiting=book.open["page"],
            links=book.links_ended + (files.done if files else 0),
            links_waiting=book.open["link"] + (files.waiting if files else 0),
            drawn=self._crawl.pages.drawing.pages,
        )

    def outcome(self) -> ReadingOutcome:
        """How it ended; once it has."""
        plan, crawl = self._plan, self._crawl
        with Session(self._engine) as session:
            home = home_page(session, plan.reading_id, plan.site.code)
            pages = pages_shown(session, plan.reading_id, plan.today, self._ids_of(crawl.columns.addresses()))
            unread = left_undone(session, plan.reading_id)
        return ReadingOutcome(
            state=crawl.pages.stopped or "finished",
            home=home,
            home_attempts=tuple(crawl.home.attempts),
            columns=crawl.columns.settled(home, pages) if home else plan.columns,
            unread=unread,
            counts={
                "pages": crawl.counts.pages,
                "unchanged": crawl.counts.unchanged,
                "links": crawl.links.asked,
                "files": self._files.opened if self._files else 0,
                "failed": crawl.counts.failed,
                "requests": self._door.requests,
            },
        )

    def _ids_of(self, urls: Iterable[str]) -> list[int]:
        return [self._book.ids[url] for url in urls if url in self._book.ids]
