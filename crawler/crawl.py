"""The pages and links of one site: fetched, read and asked after side by side until nothing is left of either."""

import asyncio
from collections.abc import Callable
from functools import partial
from typing import Final, cast

from scrapy.crawler import Crawler
from sqlalchemy import Engine

from crawler.child import Children
from crawler.columns import ColumnFinder
from crawler.disguise import Disguises
from crawler.drawing import Drawing
from crawler.extract.address import canonical
from crawler.fetch.absent import AbsentLooks
from crawler.fetch.door import Door
from crawler.fetch.link_probe import LinkProbe, run_pool
from crawler.fetch.own_network import OwnNetwork
from crawler.fetch.settings import scrapy_settings
from crawler.fetch.site_spider import SiteSpider
from crawler.home_tries import HomeTries
from crawler.keep import Keeper
from crawler.link_asking import LinkAsking
from crawler.opening import Opening
from crawler.page_asking import PageAsking
from crawler.page_reading import Judge, read_and_judge
from crawler.plan import ReadingPlan
from crawler.reader import Reader
from crawler.targets import TargetBook
from storage.queries.readings import homes_read_lately

_FLUSH_SECONDS: Final = 0.5
_PAGE_SECONDS, _PAGE_MEMORY = 30.0, 2 << 30
"""What reading one page may take; those that people read take a thousandth of it."""


class Crawl:
    """One reading's pages and links; all that is seen is written while it runs."""

    def __init__(
        self,
        plan: ReadingPlan,
        engine: Engine,
        judge: Judge,
        *,
        door: Door,
        book: TargetBook,
        absent: AbsentLooks,
        drawing: Drawing,
        stamp: str,
    ) -> None:
        self._plan = plan
        self._engine = engine
        self._door = door
        self._book = book
        self._absent = absent
        self._keeper = keeper = Keeper(engine, book, reading_id=plan.reading_id, today=plan.today, stamp=stamp)
        read_page = partial(read_and_judge, today=plan.today, judge=judge)
        self._children = Children(plan.children, read_page, seconds=_PAGE_SECONDS, memory_bytes=_PAGE_MEMORY)
        fetch = plan.settings.fetch
        network = OwnNetwork(door, canonical(plan.site.url), fresh_seconds=fetch.second_try_seconds)
        disguises = Disguises()
        self.columns = ColumnFinder(plan.site, plan.columns, book.hosts.has)
        self.pages = pages = PageAsking(plan, keeper, book, drawing, stamp)
        self.links = LinkAsking(keeper, book, network, fetch.second_try_seconds, lambda: pages.stopped is not None)
        self.home = HomeTries(door, network, fetch, self._controls)
        self._opening = Opening(plan, engine, door, keeper, book, self.columns, pages, absent, disguises)
        self._reader = Reader(
            plan=plan,
            door=door,
            keeper=keeper,
            book=book,
            columns=self.columns,
            judge=judge,
            children=self._children,
            stamp=stamp,
            pages=pages,
            links=self.links,
            network=network,
            home=self.home,
            disguises=disguises,
            prepare=self._opening.prepare,
        )
        self.counts = self._reader.counts

    async def run(self, *, on_flush: Callable[[], None]) -> None:
        """Read until nothing is left, or `pages.stopped` says why not; `on_flush` is called twice a second."""
        async with self._children:
            await self._opening.begin()
            await self._work(on_flush)
        self._keeper.flush()

    async def _work(self, on_flush: Callable[[], None]) -> None:
        crawler = Crawler(SiteSpider, scrapy_settings(self._plan.settings.fetch))
        pages = asyncio.create_task(crawler.crawl_async(source=self.pages, reader=self._reader, door=self._door))
        home = canonical(self._plan.site.url)
        probe = LinkProbe(self._door, self._absent, self._book.name_of, home=home)
        probes = asyncio.create_task(run_pool(probe, self.links, is_over=lambda: self.pages.is_over))
        keeping = asyncio.create_task(self._keep_writing(on_flush))
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

    async def _keep_writing(self, on_flush: Callable[[], None]) -> None:
        while not self.pages.is_over:
            await asyncio.sleep(_FLUSH_SECONDS)
            self._keeper.flush()
            on_flush()

    def _controls(self) -> tuple[str, ...]:
        """Home pages that were read lately, and the hosts that are surely in order."""
        with self._engine.connect() as connection:
            return (*homes_read_lately(connection, self._plan.site.code), *self._plan.settings.fetch.controls)


async def _ended(task: asyncio.Task[None]) -> None:
    """Wait for a task that was told to end; its own error is the reading's."""
    try:
        await task
    except asyncio.CancelledError:
        return
