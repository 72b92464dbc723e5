"""How a reading begins: what the home page, earlier readings and the plan say about what to read first."""

from dataclasses import dataclass

from sqlalchemy import Engine
from sqlalchemy.orm import Session

from checks.observations.link import LinkSeen
from checks.observations.page import PageSeen
from crawler.columns import ColumnFinder, Lead
from crawler.disguise import Disguises
from crawler.extract.address import canonical
from crawler.fetch.absent import AbsentLooks
from crawler.fetch.door import Door
from crawler.fetch.robots import read_robots
from crawler.keep import Keeper
from crawler.page_asking import PageAsking
from crawler.plan import ReadingPlan
from crawler.targets import Priority, TargetBook
from storage.queries.pages import home_page, longest_unread


@dataclass
class Opening:
    """One reading's beginning."""

    plan: ReadingPlan
    engine: Engine
    door: Door
    keeper: Keeper
    book: TargetBook
    columns: ColumnFinder
    pages: PageAsking
    absent: AbsentLooks
    disguises: Disguises

    async def begin(self) -> None:
        """Ask for the home page; where an earlier process has read it, find again what it said."""
        with Session(self.engine) as session:
            seen = home_page(session, self.plan.reading_id, self.plan.site.code)
        if seen is None:
            self.keeper.want(LinkSeen(canonical(self.plan.site.url), self.plan.site.name, "page"), Priority.HOME)
            self.keeper.flush()
            return
        self.book.hosts.adopt(seen.url)
        self.columns.take_up(self._listed_columns())
        await self.prepare(seen)

    async def prepare(self, home: PageSeen) -> None:
        """Settle, by the home page, what the site is and what of it is read."""
        self.book.hosts.settle(home)
        self.disguises.absent = await self.absent.look(home.url)
        if self.plan.settings.fetch.obey_robots:
            self.pages.robots = await read_robots(self.door, home.url)
        columns = self.columns.first_level(home)
        if self.plan.mode != "recheck":
            self.pages.want_columns(columns)
        for url in self.plan.open_pages:
            if not self.book.is_file(url):  # files have a turn of their own
                self.pages.want(url, Priority.OPEN)
        for link in self.plan.open_links:
            self.keeper.want(link, Priority.LINK)
        if self.plan.mode == "daily":
            for url in self._longest_unread():
                self.pages.want(url, Priority.REST)

    def _longest_unread(self) -> list[str]:
        with self.engine.connect() as connection:
            found = longest_unread(connection, self.plan.site.code, self.plan.settings.fetch.daily_pages)
        return [self.book.known[target_id].url for target_id in found]

    def _listed_columns(self) -> list[Lead]:
        """Columns that an earlier process of this reading put on the list."""
        levels = {Priority.COLUMN: 1, Priority.SUBCOLUMN: 2}
        return [
            Lead(self.book.known[target_id].url, self.book.known[target_id].text, levels[Priority(priority)])
            for target_id, priority in self.book.listed.items()
            if priority in levels
        ]
