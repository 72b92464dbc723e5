"""The addresses of a site as a running reading knows them, and which of them it has to do with."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from enum import IntEnum

from sqlalchemy import Connection

from checks.observations.link import LinkSeen
from config.sites import Site
from crawler.own_hosts import OwnHosts
from crawler.page_reading import PageResult
from storage.queries.targets import KnownTarget, known_targets
from storage.queries.worklist import listed_targets, work_counts
from storage.writes.readings import Mode
from storage.writes.targets import NewTarget
from storage.writes.worklist import NewWork, Purpose, State, Work

PAGE_KINDS = ("page", "frame")
"""Link kinds that lead to pages, not to files."""


class Priority(IntEnum):
    """What comes first; lower is earlier."""

    HOME = 0
    COLUMN = 10
    SUBCOLUMN = 15
    """A column below another one."""
    NEW = 20
    """Items of a column that were never read."""
    OPEN = 30
    """Pages on which a finding stands."""
    REST = 40
    LINK = 50


@dataclass(slots=True)
class Listing:
    """What one batch adds to the work list."""

    book: "TargetBook"
    new: list[NewWork] = field(default_factory=list)
    promoted: list[NewWork] = field(default_factory=list)
    already_read: list[int] = field(default_factory=list)
    """Rows that are new and done: pages reached only by a redirect."""
    _seen: set[tuple[tuple[int, ...], bool]] = field(default_factory=set)
    """What was taken in: pages of one template share their menus."""

    def add(self, target_ids: tuple[int, ...], *, front: bool) -> None:
        """Take in the links of a page; `front`: of the home page or a column."""
        if self.book.mode == "recheck" or (target_ids, front) in self._seen:
            return
        self._seen.add((target_ids, front))
        listed = self.book.listed
        for target_id in target_ids:
            if target_id not in listed:
                self._decide(self.book.known[target_id], front)

    def items(self, urls: Iterable[str]) -> None:
        """Move the entries of a column forward that were never read."""
        if self.book.mode == "recheck":
            return
        for url in urls:
            target = self.book.known.get(self.book.ids.get(url, 0))
            if target is not None and not target.is_page and self.book.is_readable(target):
                self.want(target.id, Priority.NEW)

    def want(self, target_id: int, priority: Priority) -> None:
        """List a page, or move it forward if it waits as one; with `Priority.LINK`, list what is only asked after."""
        before = self.book.listed.get(target_id)
        if before is None:
            self._list(target_id, "link" if priority == Priority.LINK else "page", priority)
        elif priority < before < Priority.LINK:
            self.promoted.append(NewWork(target_id, "page", priority))
            self.book.listed[target_id] = priority

    def page_stored(self, target_id: int) -> None:
        """A page has been read, whatever address led to it."""
        known = self.book.known[target_id]
        if not known.is_page:
            self.book.known[target_id] = known._replace(is_page=True)
        if target_id not in self.book.listed:
            self._list(target_id, "page", Priority.REST)
            self.already_read.append(target_id)
            self.book.open["page"] -= 1

    def _decide(self, target: KnownTarget, front: bool) -> None:
        if self.book.is_readable(target) and not self.book.is_budget_spent and self._is_due(target, front):
            self._list(target.id, "page", Priority.REST)
        elif self.book.mode == "full" or front or target.ok is not True:
            self._list(target.id, "link", Priority.LINK)

    def _is_due(self, target: KnownTarget, front: bool) -> bool:
        return self.book.mode == "full" or front or not target.is_page

    def _list(self, target_id: int, purpose: Purpose, priority: Priority) -> None:
        self.new.append(NewWork(target_id, purpose, priority))
        self.book.listed[target_id] = priority
        self.book.open[purpose] += 1


class TargetBook:
    """All addresses of a site by id, and what of them is on the work list."""

    def __init__(self, connection: Connection, site: Site, *, reading_id: int, mode: Mode) -> None:
        self.site_code = site.code
        self.mode = mode
        self.hosts = OwnHosts(site)
        self.known = {target.id: target for target in known_targets(connection, site.code)}
        self.ids = {target.url: target.id for target in self.known.values()}
        self.listed = {
            target_id: priority for target_id, (_, priority) in listed_targets(connection, reading_id).items()
        }
        counts = work_counts(connection, reading_id)
        self.open: dict[Purpose, int] = {
            purpose: counts.get((purpose, State.WAITING), 0) + counts.get((purpose, State.LEASED), 0)
            for purpose in ("page", "link")
        }
        """Rows that have not ended, by purpose."""
        self.pages_ended = counts.get(("page", State.DONE), 0) + counts.get(("page", State.LEFT), 0)
        self.links_ended = counts.get(("link", State.DONE), 0) + counts.get(("link", State.LEFT), 0)
        self.is_budget_spent = False
        self._frame_sets: dict[int, tuple[int, ...]] = {}

    def id_of(self, url: str) -> int:
        """The target of an address that is known."""
        return self.ids[url]

    def name_of(self, work: Work) -> str:
        """The words of the first link to a target."""
        return self.known[work.target_id].text

    def is_listed(self, url: str) -> bool:
        """True for an address that this reading reads anyway."""
        return self.listed.get(self.ids.get(url, 0), Priority.LINK) < Priority.LINK

    def is_file(self, url: str) -> bool:
        """True for an address that is known to lead to a file for download."""
        known = self.known.get(self.ids.get(url, 0))
        return known is not None and known.kind == "attachment"

    def is_readable(self, target: KnownTarget) -> bool:
        """True for what may be a page of this site."""
        return target.on_site and target.kind in PAGE_KINDS

    @staticmethod
    def is_page(work: Work) -> bool:
        """True for what may be a page of this site."""
        return work.on_site and work.kind in PAGE_KINDS

    def note_page(self, page: PageResult, new: dict[str, NewTarget]) -> None:
        """Note the address that a page was found at."""
        if page.url not in self.ids:
            new[page.url] = NewTarget(page.url, "page", True, "main", "", None)

    def note_links(self, page: PageResult, new: dict[str, NewTarget]) -> None:
        """Note the addresses that a page names for the first time."""
        ids = self.ids
        for link in page.links:
            if link.url not in ids and not link.malformed:
                self.note_link(link, ids[page.url], new)

    def note_link(self, link: LinkSeen, page_id: int | None, new: dict[str, NewTarget]) -> None:
        """Note one address. A place in the template tells more than one in the main part."""
        if link.url in self.ids:
            return
        before = new.get(link.url)
        if before is None:
            on_site = self.hosts.has(link.url)
            new[link.url] = NewTarget(link.url, link.kind, on_site, link.region, link.text, page_id)
        elif before.region == "main" != link.region:
            new[link.url] = before._replace(region=link.region)

    def add(self, ids: Mapping[str, int], new: Mapping[str, NewTarget]) -> None:
        """Take in targets that have just been kept."""
        for url, target_id in ids.items():
            target = new[url]
            self.ids[url] = target_id
            self.known[target_id] = KnownTarget(target_id, url, target.kind, target.on_site, None, False, target.text)

    def ids_by_place(self, links: Iterable[LinkSeen]) -> tuple[tuple[int, ...], tuple[int, ...]]:
        """Targets of a page's links: outside its main part, and inside."""
        frame: list[int] = []
        main: list[int] = []
        ids = self.ids
        for link in links:
            if not link.malformed:
                (main if link.region == "main" else frame).append(ids[link.url])
        return tuple(frame), tuple(main)

    def listing(self) -> Listing:
        """A batch's additions to the work list."""
        return Listing(self)

    def ended(self, work: Work) -> None:
        """A leased row is done with."""
        self.open[work.purpose] -= 1
        if work.purpose == "page":
            self.pages_ended += 1
        else:
            self.links_ended += 1

    def moved(self, work: Work, new: NewWork) -> None:
        """A leased row goes back on the list."""
        self.open[work.purpose] -= 1
        self.open[new.purpose] += 1
        self.listed[work.target_id] = new.priority

    def budget_spent(self, moved: int) -> None:
        """The waiting pages have become links."""
        self.is_budget_spent = True
        self.open["page"] -= moved
        self.open["link"] += moved

    def cached_sets(self, numbers: Collection[int]) -> dict[int, tuple[int, ...]]:
        """Of these link sets, the ones at hand."""
        return {number: self._frame_sets[number] for number in numbers if number in self._frame_sets}

    def cache_sets(self, sets: Mapping[int, tuple[int, ...]], shared: Collection[int | None]) -> None:
        """Keep the sets at hand that many pages share."""
        self._frame_sets.update((number, ids) for number, ids in sets.items() if number in shared)
