"""One reading's pages: which are asked for next and with what, and which are left alone."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Final, Literal

from checks.observations.link import LinkSeen
from crawler.columns import Lead
from crawler.drawing import Drawing
from crawler.fetch.robots import Robots
from crawler.fetch.traps import Traps, grows_by_itself
from crawler.keep import Keeper
from crawler.plan import ReadingPlan
from crawler.targets import Priority, TargetBook
from storage.writes.worklist import Work

_LEASED_AT_ONCE: Final = 64


@dataclass
class PageAsking:
    """The spider's work list."""

    plan: ReadingPlan
    keeper: Keeper
    book: TargetBook
    drawing: Drawing
    stamp: str
    robots: Robots = field(default_factory=Robots)
    stopped: Literal["quiet-hours", "unreachable"] | None = None
    """Why no further page is taken; None: the reading goes on."""

    def __post_init__(self) -> None:
        fetch = self.plan.settings.fetch
        self.traps = Traps(fetch.pattern_pages)
        self._budget = fetch.full_pages if self.plan.mode == "full" else fetch.daily_pages
        self._in_flight = 0
        self._columns_in_flight = 0

    def want_columns(self, leads: Iterable[Lead]) -> None:
        """Read these before anything else."""
        for lead in leads:
            priority = Priority.COLUMN if lead.level == 1 else Priority.SUBCOLUMN
            self.want(lead.url, priority, lead.name)

    def want(self, url: str, priority: Priority, text: str = "") -> None:
        """Put a page of this site on the list."""
        if self.book.hosts.has(url):
            self.keeper.want(LinkSeen(url, text, "page", "nav"), priority)

    def next_pages(self) -> list[Work]:
        """Lease the most urgent pages within the budget."""
        if self.stopped or (self.book.open["page"] <= self._in_flight and not self.keeper.has_pages):
            return []
        room = self.room - self._in_flight
        if room <= 0:
            if not self.book.is_budget_spent:
                self.keeper.close_page_budget()
            return []
        down_to = Priority.NEW if self._columns_in_flight else Priority.REST  # columns bring what is more urgent
        leased = self.keeper.lease_pages(min(room, _LEASED_AT_ONCE), down_to=down_to)
        self._in_flight += len(leased)
        self._columns_in_flight += sum(work.priority <= Priority.SUBCOLUMN for work in leased)
        return leased

    @property
    def room(self) -> int:
        """How many pages the budget still allows; a page that was drawn has cost two."""
        return self._budget - self.book.pages_ended - self.drawing.pages

    def headers(self, work: Work) -> dict[str, str] | None:
        """What to ask for a leased page with; None, and the page is landed, where it is not to be asked for."""
        if self.stopped:
            self.landed(work)  # it stays leased: the next start takes it up again
            return None
        cause = self._reason_to_leave(work)
        if cause is not None:
            self.landed(work)
            self.keeper.left(work, cause)
            return None
        return self._validators(work)

    def landed(self, work: Work) -> None:
        """A leased page has been dealt with, whatever came of it."""
        self._in_flight -= 1
        self._columns_in_flight -= work.priority <= Priority.SUBCOLUMN

    @property
    def is_over(self) -> bool:
        """True when nothing is left to do, or nothing more shall be done and all that was sent has come back."""
        if self.stopped:
            return self._in_flight == 0
        return self.keeper.is_empty and not any(self.book.open.values())

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
