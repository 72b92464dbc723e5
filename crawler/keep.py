"""What came of pages and links, kept a few dozen at a time: a page, its new links and its row's end together.

A process may be killed at any moment. What a transaction holds is then either all there or not at all, and the rows
that were leased are leased again by the next start.
"""

from collections.abc import Sequence
from datetime import UTC, date, datetime
from typing import NamedTuple

from sqlalchemy import Connection, Engine

from checks.observations.link import LinkSeen
from crawler.page_reading import PageResult
from crawler.targets import Listing, Priority, TargetBook
from storage.engine import clear_errors
from storage.queries.targets import link_sets
from storage.writes.pages import PageRead, keep_pages, pages_gone, pages_unchanged
from storage.writes.targets import NewTarget, TargetCheck, add_targets, settle_targets, targets_are_there
from storage.writes.worklist import (
    NewWork,
    Purpose,
    Work,
    add_work,
    end_work,
    lease,
    over_budget,
    promote,
    put_back,
    try_again,
)

BATCH_PAGES = 64
"""Pages in one transaction."""


class PageDone(NamedTuple):
    """A page as it was read, on its way into the database."""

    work: Work
    page: PageResult
    etag: str | None
    last_modified: str | None
    is_whole: bool = True
    """False: scripts or frames bring a part of it, which may change while the page's own bytes stay as they are."""


class Keeper:
    """Collects results and writes them in batches. While pages and links are read, nothing else of a reading writes."""

    def __init__(self, engine: Engine, book: TargetBook, *, reading_id: int, today: date, stamp: str) -> None:
        self._engine = engine
        self._book = book
        self._reading_id = reading_id
        self._today = today
        self._stamp = stamp
        self._clear()

    def _clear(self) -> None:
        self._pages: list[PageDone] = []
        self._unchanged: list[Work] = []
        self._wanted: list[tuple[LinkSeen, Priority]] = []
        self._there: list[int] = []
        self._checks: list[TargetCheck] = []
        self._again: list[tuple[NewWork, datetime]] = []
        self._only_asked: list[NewWork] = []
        self._ended: dict[int, str | None] = {}
        self._gone: list[int] = []

    # What may happen to a leased row; each ends it or puts it back.

    def page_read(self, done: PageDone) -> None:
        """A page was read and judged."""
        self._pages.append(done)
        if done.page.url == done.work.url:
            self.there(done.work)
        else:
            self.moved_away(done.work)

    def page_unchanged(self, work: Work) -> None:
        """A page is as it was: its links, facts and findings stand."""
        self._unchanged.append(work)
        self.there(work)

    def moved_away(self, work: Work) -> None:
        """An address leads to another page now; what stood on its own page stands no longer."""
        if work.sha256 is not None:
            self._gone.append(work.target_id)
        self.there(work)

    def there(self, work: Work) -> None:
        """A target answered as it should; nothing to be read."""
        self._there.append(work.target_id)
        self._end(work, None)

    def settled(self, work: Work, check: TargetCheck, *, gone: bool = False) -> None:
        """A target was judged and is not ok. `gone`: the page that it was is no more."""
        self._checks.append(check)
        if gone:
            self._gone.append(work.target_id)
        self._end(work, check.cause if self._book.is_page(work) else None)

    def doubtful(self, work: Work, check: TargetCheck, *, later: datetime) -> None:
        """A first try failed: ask again, not before `later`."""
        self._checks.append(check)
        self._try_again(work, NewWork(work.target_id, "link", Priority.LINK), later)

    def back_to_pages(self, work: Work) -> None:
        """A page that failed at first answers now: read it."""
        self._try_again(work, NewWork(work.target_id, "page", Priority.OPEN), datetime.now(UTC))

    def left(self, work: Work, cause: str) -> None:
        """A page will not be read in this reading."""
        self._end(work, cause)

    def only_ask(self, work: Work) -> None:
        """A page is not to be read; whether it is there is still asked. That it was sent for counts as no try."""
        link = NewWork(work.target_id, "link", Priority.LINK)
        self._only_asked.append(link)
        self._book.moved(work, link)

    def want(self, link: LinkSeen, priority: Priority) -> None:
        """Put an address on the list, or move it forward."""
        self._wanted.append((link, priority))

    def _end(self, work: Work, cause: str | None) -> None:
        self._ended[work.target_id] = cause
        self._book.ended(work)

    def _try_again(self, work: Work, new: NewWork, later: datetime) -> None:
        self._again.append((new, later))
        self._book.moved(work, new)

    @property
    def has_pages(self) -> bool:
        """True where pages wait to be written that may bring new ones."""
        return bool(self._pages or self._unchanged or self._wanted or self._again or self._only_asked)

    @property
    def is_full(self) -> bool:
        """True when a batch is worth a transaction."""
        return len(self._pages) + len(self._unchanged) >= BATCH_PAGES or len(self._ended) >= 4 * BATCH_PAGES

    @property
    def is_empty(self) -> bool:
        """True when all that came in is written."""
        return not (self._ended or self._again or self._only_asked or self._wanted or self._checks)

    def lease_pages(self, limit: int, *, down_to: int) -> list[Work]:
        """Write what is there, which brings new pages, and take the next ones, in one transaction."""
        with clear_errors(self._engine), self._engine.begin() as connection:
            self._write(connection)
            return self._lease(connection, "page", limit, down_to)

    def lease_links(self, limit: int) -> list[Work]:
        """Take the next links. There is no order among them: what is not written yet waits until no other is left."""
        with clear_errors(self._engine), self._engine.begin() as connection:
            leased = self._lease(connection, "link", limit, Priority.LINK)
            if not leased and self.has_pages:
                self._write(connection)
                leased = self._lease(connection, "link", limit, Priority.LINK)
            return leased

    def _lease(self, connection: Connection, purpose: Purpose, limit: int, down_to: int) -> list[Work]:
        return lease(connection, self._reading_id, purpose, limit=limit, down_to=down_to, now=datetime.now(UTC))

    def flush(self) -> None:
        """Write what is there."""
        if self.is_empty:
            return
        with clear_errors(self._engine), self._engine.begin() as connection:
            self._write(connection)

    def close_page_budget(self) -> None:
        """No further page is read: what waits is only asked after."""
        with clear_errors(self._engine), self._engine.begin() as connection:
            self._write(connection)
            due_before = Priority.LINK if self._book.mode == "full" else Priority.REST
            moved = over_budget(connection, self._reading_id, due_before=due_before, priority=Priority.LINK)
            self._book.budget_spent(moved)

    def _write(self, connection: Connection) -> None:
        if self.is_empty:
            return
        self._add_targets(connection)
        pages = [self._page_row(done) for done in self._pages]
        keep_pages(connection, self._book.site_code, self._reading_id, self._today, pages)
        pages_unchanged(connection, self._reading_id, [work.target_id for work in self._unchanged])
        self._list_links(connection, pages)
        targets_are_there(connection, self._reading_id, self._there)
        settle_targets(connection, self._reading_id, self._checks)
        pages_gone(connection, self._reading_id, self._gone)
        self._end_rows(connection)
        self._clear()

    def _add_targets(self, connection: Connection) -> None:
        placed: dict[str, NewTarget] = {}
        for done in self._pages:
            self._book.note_page(done.page, placed)
        self._add(connection, placed)  # first, so that what they link to can name them
        new: dict[str, NewTarget] = {}
        for done in self._pages:
            self._book.note_links(done.page, new)
        for link, _ in self._wanted:
            self._book.note_link(link, None, new)
        self._add(connection, new)

    def _add(self, connection: Connection, new: dict[str, NewTarget]) -> None:
        self._book.add(add_targets(connection, self._book.site_code, list(new.values())), new)

    def _page_row(self, done: PageDone) -> PageRead:
        page = done.page
        frame, links = self._book.ids_by_place(page.links)
        return PageRead(
            target_id=self._book.id_of(page.url),
            kind=page.kind,
            title=page.title,
            published_on=page.published_on,
            sha256=bytes.fromhex(page.sha256),
            etag=done.etag,
            last_modified=done.last_modified,
            stamp=self._stamp if done.is_whole else "",  # no reader's: the next reading reads it anew
            frame=frame,
            links=links,
            findings=page.findings,
            kept=page.kept,
        )

    def _list_links(self, connection: Connection, pages: Sequence[PageRead]) -> None:
        """Put what the pages link to on the work list, as far as this reading has to do with it."""
        listing = self._book.listing()
        for link, priority in self._wanted:
            listing.want(self._book.id_of(link.url), priority)
        for done, row in zip(self._pages, pages, strict=True):
            listing.page_stored(row.target_id)
            self._list_page(listing, done, row)
        if self._unchanged:
            self._list_unchanged(connection, listing)
        add_work(connection, self._reading_id, listing.new)
        promote(connection, self._reading_id, listing.promoted)
        end_work(connection, self._reading_id, listing.already_read)

    @staticmethod
    def _list_page(listing: Listing, done: PageDone, row: PageRead) -> None:
        front = done.work.priority <= Priority.COLUMN
        listing.add(row.frame, front=front)
        listing.add(row.links, front=front)
        listing.items(done.page.items)

    def _list_unchanged(self, connection: Connection, listing: Listing) -> None:
        wanted = {number for work in self._unchanged for number in (work.frame_id, work.links_id) if number}
        sets = self._book.cached_sets(wanted)
        missing = wanted - sets.keys()
        if missing:
            fetched = {number: tuple(ids) for number, ids in link_sets(connection, missing)}
            self._book.cache_sets(fetched, {work.frame_id for work in self._unchanged})
            sets |= fetched
        for work in self._unchanged:
            front = work.priority <= Priority.COLUMN
            for number in (work.frame_id, work.links_id):
                if number:
                    listing.add(sets[number], front=front)

    def _end_rows(self, connection: Connection) -> None:
        by_cause: dict[str | None, list[int]] = {}
        for target_id, cause in self._ended.items():
            by_cause.setdefault(cause, []).append(target_id)
        for cause, target_ids in by_cause.items():
            end_work(connection, self._reading_id, target_ids, cause=cause)
        by_time: dict[datetime, list[NewWork]] = {}
        for work, later in self._again:
            by_time.setdefault(later, []).append(work)
        for later, rows in by_time.items():
            try_again(connection, self._reading_id, rows, later=later)
        put_back(connection, self._reading_id, self._only_asked)
