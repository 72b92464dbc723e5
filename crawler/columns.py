"""Which pages of a running reading are columns: known ones, candidates, and in the end the settled ones."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from itertools import islice
from typing import NamedTuple

from checks.observations.page import PageSeen
from checks.observations.site import SiteColumn
from config.sites import Site
from crawler.candidates import Candidate, column_candidates, named_links
from crawler.discover import second_level_candidates, settle_columns, third_level_candidates

_MOST_FIRST = 160
"""Links of the home page that are read as columns."""
_MOST_SECOND = 120
"""Links of those columns, and of the menus below them, that are read as columns below them."""
_LEAST_FIRST = 0.4
"""A link that looks less like a column's waits its turn among the other pages."""
_MIDDLING = 0.5
"""Confidence of a candidate whose own was not kept."""


class Lead(NamedTuple):
    """An address to be read as a column."""

    url: str
    name: str
    level: int


class ColumnFinder:
    """Collects what may be a column while pages are read.

    `known` are the profile's and those of earlier readings; `is_own` tells the site's addresses from those of others
    on its host, once the home page was read.
    """

    def __init__(self, site: Site, known: Iterable[SiteColumn], is_own: Callable[[str], bool]) -> None:
        self._site = site
        self._known = {column.url: column for column in known}
        self._is_own = is_own
        self._candidates: dict[str, Candidate] = {}
        self._met: set[str] = set()
        self._moved: dict[str, str] = {}
        self._second_left = _MOST_SECOND

    def fixed(self, url: str) -> SiteColumn | None:
        """The column that the profile sets at this address: what it says goes over what the page looks like."""
        column = self._known.get(url)
        return column if column is not None and column.confidence == 1.0 else None

    def first_level(self, home: PageSeen) -> list[Lead]:
        """What to read first: the columns known, then the home page's candidates, likeliest first."""
        self._met = {url for url, _, _ in named_links(home)}
        self._known = {url: column for url, column in self._known.items() if self._is_own(url)}
        found = [one for one in column_candidates(home) if self._is_own(one.url)][:_MOST_FIRST]
        self._candidates |= {candidate.url: candidate for candidate in found}
        known = [Lead(column.url, column.name, column.level) for column in self._known.values()]
        new = (one for one in found if one.confidence >= _LEAST_FIRST and one.url not in self._known)
        return [*known, *(Lead(one.url, one.name, 1) for one in new)]

    def second_level(self, page: PageSeen) -> list[Lead]:
        """What a column's page names below it and nobody named before."""
        likely = (one for one in second_level_candidates([page], self._met) if one.confidence >= _LEAST_FIRST)
        return self._below(likely)

    def third_level(self, page: PageSeen) -> list[Lead]:
        """What a second-level page names below it, where it is a menu and no list."""
        if self._is_third(page.url):
            return []
        return self._below(third_level_candidates([page], self._met))

    def _is_third(self, url: str) -> bool:
        found = self._candidates.get(url) or self._known.get(url)
        return found is not None and found.level > 2

    def _below(self, likely: Iterable[Candidate]) -> list[Lead]:
        found = list(islice((one for one in likely if self._is_own(one.url)), self._second_left))
        self._second_left -= len(found)
        self._met |= {candidate.url for candidate in found}
        self._candidates |= {candidate.url: candidate for candidate in found}
        return [Lead(one.url, one.name, one.level) for one in found if one.url not in self._known]

    def take_up(self, leads: Iterable[Lead]) -> None:
        """Remember what an earlier process of this reading had listed; its confidence was not kept."""
        for lead in leads:
            self._candidates.setdefault(lead.url, Candidate(lead.url, lead.name, None, _MIDDLING, lead.level))

    def moved(self, url: str, final: str) -> None:
        """An address redirects to another one."""
        self._moved[url] = final

    def addresses(self) -> set[str]:
        """Every address whose page has a say in what the columns are."""
        return self._known.keys() | self._candidates.keys() | self._moved.keys() | set(self._moved.values())

    def settled(self, home: PageSeen, pages: Mapping[str, PageSeen]) -> tuple[SiteColumn, ...]:
        """The site's columns by what their pages showed in this reading; `seen` None where a page was not read."""
        shown = dict(pages)
        for url, final in self._moved.items():
            if final in pages:
                shown.setdefault(url, pages[final])
        earlier = {url: _as_candidate(column) for url, column in self._known.items() if self.fixed(url) is None}
        candidates = list((earlier | self._candidates).values())
        settled = {column.url: column for column in settle_columns(self._site, home, shown, candidates)}
        lost = (column for url, column in self._known.items() if url not in settled and url not in shown)
        return (*(self._with_limits(column) for column in settled.values()), *(replace(one, seen=None) for one in lost))

    def _with_limits(self, column: SiteColumn) -> SiteColumn:
        """The day that a column was first seen is not on its page."""
        known = self._known.get(column.url)
        return replace(column, first_seen=known.first_seen) if known else column


def _as_candidate(column: SiteColumn) -> Candidate:
    return Candidate(column.url, column.name, column.type, column.confidence, column.level)
