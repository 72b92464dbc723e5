"""What a site offers by name, so that things can be found by what they are called."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache, cached_property, lru_cache

from checks.observations.column import ItemSeen
from checks.observations.site import SiteColumn, SiteSeen
from config.column_types import column_types
from config.mandatory_content import Item, load_mandatory

_NOISE = re.compile(r"[\W_]+")
_CATALOGUE = "G00"
_LONGEST_NAME = 20
"""Longer ones are titles of articles, which offer nothing."""
_LONGEST_ENTRY = 10
_CACHED = 1 << 12
"""Names are kept beside items: of one site a few hundred, of all sites any number."""


@dataclass(frozen=True)
class Offer:
    """Names of links and columns, without spaces and punctuation, and where they lead."""

    addresses: dict[str, set[str]]
    targets: str
    """Every address that a link or a column leads to, a line each, lower case."""
    titles: str
    """Titles of what the columns list, a line each."""
    catalogues: tuple[str, ...]
    """Titles of what the column of grassroots catalogues holds, however long: each names its domain."""

    @cached_property
    def codes(self) -> frozenset[str]:
        """Codes of the items that are offered."""
        return frozenset(code for code, item in load_mandatory().items() if self._has(item))

    def has(self, item: Item) -> bool:
        """True: some name holds one of the item's words, or is a synonym of one, or a target says it."""
        return item.code in self.codes

    def names(self, word: str) -> bool:
        """True: some name holds the word."""
        return word in self._lines

    def lists_paper(self, words: Iterable[str]) -> bool:
        """True: some title in a column's list holds one of the words."""
        return any(word in self.titles for word in words)

    @cached_property
    def _lines(self) -> str:
        """All names, a line each: one look finds a word in any of them."""
        return "\n".join(("", *self.addresses, ""))

    def _has(self, item: Item) -> bool:
        words = _words(item.code)
        if any(word in self._lines for word in words) or not _synonyms(item.code).isdisjoint(self.addresses):
            return True
        if item.group == "domains" and any(word in title for title in self.catalogues for word in words):
            return True
        return any(word in self.targets for word in item.match if word.isascii())

    def leads_to(self, item: Item) -> set[str]:
        """Addresses of the item, by the names that are no other item's more specific ones."""
        synonyms, words = _synonyms(item.code), _words(item.code)
        names = (name for name in self.addresses if name in synonyms or any(word in name for word in words))
        own = (name for name in names if not _is_more_specific(name, item.code))
        return {url for name in own for url in self.addresses[name] if url}


def plain(name: str) -> str:
    """A name without spaces and punctuation."""
    return _NOISE.sub("", name)


def read_offer(site: SiteSeen) -> Offer:
    """Everything that the site was seen to offer by name, in navigation, columns, paths and links."""
    addresses: dict[str, set[str]] = {}
    for name, url in _named(site):
        bare = plain(name)
        if 0 < len(bare) <= _LONGEST_NAME:
            addresses.setdefault(bare, set()).add(url)
    links = (link.url for link in site.home.links) if site.home else ()
    targets = "\n".join((*site.names.values(), *(column.url for column in site.columns), *links)).lower()
    titles = "\n".join(plain(item.title) for column in site.columns if column.seen for item in column.seen.items)
    return Offer(addresses, targets, titles, tuple(_catalogues(site)))


def catalogue_columns(site: SiteSeen) -> list[SiteColumn]:
    """The columns of the grassroots catalogues of disclosure."""
    words = _words(_CATALOGUE)
    return [column for column in site.columns if any(word in plain(column.name) for word in words)]


def _catalogues(site: SiteSeen) -> Iterator[str]:
    columns = catalogue_columns(site)
    addresses = {column.url for column in columns}
    yield from (plain(item.title) for column in columns if column.seen for item in column.seen.items)
    yield from (plain(page.title) for page in site.pages if page.title and page.column in addresses)


def _named(site: SiteSeen) -> Iterator[tuple[str, str]]:
    yield from site.names.items()
    for column in site.columns:
        yield column.name, column.url
        yield from ((name, "") for name in column.path)
        if column.seen is not None:
            yield column.seen.name, column.url
            yield from ((item.title, item.url) for item in column.seen.items if _is_entry(item))
    yield from ((name, "") for name in {name: None for page in site.pages for name in page.crumbs})
    if site.home is not None:
        yield from ((link.text, link.url) for link in site.home.links)


def _is_entry(item: ItemSeen) -> bool:
    """True: no article but another part of the site, as a directory's list names it: a short name without a date."""
    return item.date is None and len(item.title) <= _LONGEST_ENTRY


@cache
def _words(code: str) -> tuple[str, ...]:
    return tuple(_bare(load_mandatory()[code].match))


@lru_cache(maxsize=_CACHED)
def _is_more_specific(name: str, code: str) -> bool:
    """True: another item has a longer word for that name; 政府信息公开指南 is the guide, not the platform."""
    own = max((len(word) for word in _words(code) if word in name), default=0)
    others = (other for other in load_mandatory() if other != code)
    return any(len(word) > own and word in name for other in others for word in _words(other))


@cache
def _synonyms(code: str) -> frozenset[str]:
    """The other names of the types of column that one of the item's words names: whole names only.

    A type may cover several items (目录 and 法定主动公开内容): words of other items are no synonyms, unless the other
    item is the same thing under another heading (政策文件 stands in L01 and in K05).
    """
    words = set(_words(code))
    taken = {word for other in load_mandatory() if words.isdisjoint(_words(other)) for word in _words(other)}
    own = set(load_mandatory()[code].match)
    types = (kind for kind in column_types().values() if not own.isdisjoint((*kind.patterns, kind.name)))
    return frozenset(name for kind in types for name in _bare((*kind.patterns, kind.name))) - taken


def _bare(words: Iterable[str]) -> Iterator[str]:
    return (bare for word in words if (bare := plain(word)))
