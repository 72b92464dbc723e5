"""The columns of a site, settled from its profile, its links and what their pages showed. Pure functions."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Final

from checks.observations.column import ColumnSeen
from checks.observations.page import PageSeen
from checks.observations.site import SiteColumn
from config.column_types import match_type
from config.sites import ProfileColumn, Site
from crawler.candidates import Candidate, column_candidates
from crawler.extract.address import join

_LEAST_UNREAD: Final = 0.75
"""A link whose page was not read is taken for a column only from this confidence on."""
_LEAST_ITEMS: Final = 3
_LEAST_SITE_NAME: Final = 4
"""Characters of a name that is a site's; 教育 may be a column of 教育局."""
_SURE: Final = 0.9
"""Confidence of a column whose page gives proof: it says that its list is empty, or lists where others list."""
_LEAST_ALIKE: Final = 2
"""Other columns whose dated lists stand at a place, until it is known as the template's place for lists."""
_LEAST_SHARING: Final = 3
"""Pages of different names that show one list, until it is known for the template's."""
_CALLED_SITE = re.compile(r"(?:政府|门户|官方|公众|信息|政务)*(?:网站?|官网)?")
"""What may follow a site's name in the words for its site."""
_NAMED_STEP = re.compile(r"[.#]")
_HOME_NAMES: Final = frozenset({"首页", "网站首页", "主页", "返回首页", "本站首页"})


def settle_columns(
    site: Site,
    home: PageSeen,
    pages: Mapping[str, PageSeen],
    candidates: Sequence[Candidate],
) -> tuple[SiteColumn, ...]:
    """Return the site's columns: the profile's first, then those that the candidates' pages showed to be some.

    `pages` maps the addresses that were read to what they showed. A candidate whose page is an article or a front
    is no column. Two addresses of one list (`/tzgg/` and `/tzgg/index.html`) are one column.
    """
    columns: dict[str, SiteColumn] = {}
    for profile in site.columns:
        url = join(site.url, profile.url)
        if url:
            columns[url] = _fixed(profile, url, pages.get(url))
    for candidate in sorted(candidates, key=lambda found: (found.level, -found.confidence)):
        if candidate.url not in columns and candidate.url != home.url:
            column = _settled(candidate, pages.get(candidate.url), site.name)
            if column is not None:
                columns[candidate.url] = column
    own = _without_shared(list(columns.values()), pages)
    return tuple(_as_alike(list(_without_doubles(own))))


def second_level_candidates(pages: Iterable[PageSeen], known: Iterable[str]) -> tuple[Candidate, ...]:
    """Return the links of first-level pages that may lead to columns below them, likeliest first.

    `known` are the addresses already met: a link of every page's navigation is no second level.
    """
    seen = set(known)
    found: dict[str, Candidate] = {}
    for page in pages:
        for candidate in column_candidates(page, level=2, known=seen):
            if candidate.url not in found or candidate.confidence > found[candidate.url].confidence:
                found[candidate.url] = candidate
    return tuple(sorted(found.values(), key=lambda candidate: -candidate.confidence))


def third_level_candidates(pages: Iterable[PageSeen], known: Iterable[str]) -> tuple[Candidate, ...]:
    """Return what second-level pages that are menus and no lists name below them, likeliest first.

    The platform of open government information keeps its columns there: 政府信息公开 > 法定主动公开内容 > 行政处罚.
    Only names that tell their type count: so deep, most links lead to articles.
    """
    menus = (page for page in pages if not (page.column and any(item.date for item in page.column.items)))
    return tuple(one._replace(level=3) for one in second_level_candidates(menus, known) if one.type)


def _fixed(profile: ProfileColumn, url: str, page: PageSeen | None) -> SiteColumn:
    """A column as the profile sets it; its page only shows its items."""
    return SiteColumn(
        url=url,
        name=profile.name,
        type=profile.type,
        max_age_days=profile.max_age_days,
        path=_path(page, profile.name),
        selector=profile.items,
        seen=_as_named(page.column, profile.name, profile.type) if page and page.column else None,
    )


def _settled(candidate: Candidate, page: PageSeen | None, site_name: str) -> SiteColumn | None:
    """The column that a candidate turned out to be, or None. A page that names only its site names no column."""
    if page is None:
        if candidate.confidence < _LEAST_UNREAD or candidate.type is None:
            return None
        return SiteColumn(
            url=candidate.url,
            name=candidate.name,
            type=candidate.type,
            level=candidate.level,
            confidence=round(candidate.confidence / 2, 2),
        )
    shown = page.column
    if page.kind != "column" or shown is None:
        return None
    if _names_site(shown.name, site_name):
        shown = replace(shown, name="", type=None)
    name = _name(candidate, shown)
    kind = match_type(name)
    type_id = kind.id if kind else candidate.type or shown.type
    return SiteColumn(
        url=candidate.url,
        name=name,
        type=type_id,
        level=candidate.level,
        confidence=_confidence(candidate, shown, type_id),
        path=_path(page, name) if page.breadcrumb else _own_name(shown, name),
        seen=_as_named(shown, name, type_id),
    )


def _names_site(name: str, site_name: str) -> bool:
    """True: 临河县教育局, 临河县教育局网站: a `<title>` that is the same on all pages."""
    if len(name) < _LEAST_SITE_NAME or not site_name:
        return False
    return site_name.startswith(name) or bool(_CALLED_SITE.fullmatch(name.removeprefix(site_name)))


def _own_name(shown: ColumnSeen, name: str) -> tuple[str, ...]:
    """What the page calls itself, where a menu's heading leads to it: 往期专题 behind 专题专栏."""
    return (shown.name,) if shown.items and shown.name and shown.name not in name else ()


def _name(candidate: Candidate, shown: ColumnSeen) -> str:
    """The link's words, unless the page's own name says more of its type."""
    if not shown.name or shown.name in candidate.name or candidate.name in shown.name:
        return candidate.name
    return shown.name if candidate.type is None and match_type(shown.name) else candidate.name


def _confidence(candidate: Candidate, shown: ColumnSeen, type_id: str | None) -> float:
    """0 to 1: the link's own confidence, an agreeing name, a known type, and a list of dated items."""
    if shown.empty_by in ("words", "count", "head"):
        return _SURE
    score = 0.35 * candidate.confidence + 0.1
    if len(shown.items) >= _LEAST_ITEMS:
        score += 0.2
    elif shown.items or shown.unreadable:
        score += 0.1
    if any(item.date for item in shown.items):
        score += 0.1
    if shown.name and (shown.name in candidate.name or candidate.name in shown.name):
        score += 0.15
    return round(min(1.0, score + (0.15 if type_id else 0.0)), 2)


def _as_alike(columns: Sequence[SiteColumn]) -> Iterator[SiteColumn]:
    """The columns, those surely taken for such whose lists stand where the dated lists of others do.

    A site has one template for its lists: what stands at their place is a list too, empty or without dates.
    """
    dated = [column.seen for column in columns if column.seen and column.seen.latest]
    places = Counter(place for seen in dated for place in set(_places(seen)))
    for column in columns:
        seen = column.seen
        alike = seen is not None and any(
            places[place] - (seen.latest is not None) >= _LEAST_ALIKE for place in _places(seen)
        )
        yield replace(column, confidence=max(column.confidence, _SURE)) if alike else column


def _places(shown: ColumnSeen) -> Iterator[str]:
    """Where a list stands, and what holds it; only places with a name of their own tell one template from another."""
    steps = (shown.selector or "").split(" > ")
    for some in (steps, steps[:-1]):
        if some and _NAMED_STEP.search(some[-1]):
            yield " > ".join(some)


def _as_named(shown: ColumnSeen, name: str, type_id: str | None) -> ColumnSeen:
    return replace(shown, name=name, type=type_id)


def _path(page: PageSeen | None, name: str) -> tuple[str, ...]:
    """Names of the columns above, from the page's breadcrumb."""
    if page is None:
        return ()
    names = [crumb.name for crumb in page.breadcrumb if crumb.name not in _HOME_NAMES]
    return tuple(names[:-1] if names and names[-1] == name else names)


def _without_shared(columns: Sequence[SiteColumn], pages: Mapping[str, PageSeen]) -> Iterator[SiteColumn]:
    """The columns; the list of one whose page shows what pages of other names show too was not seen.

    It is a box of the template that every page has; which list is the column's own, if any, is not known.
    """
    names: dict[tuple[str, ...], set[str]] = {}
    for column in columns:
        page = pages.get(column.url)
        shown = page.column if page is not None else None
        names.setdefault(_addresses(column), set()).add(shown.name if shown and shown.name else column.name)
    for column in columns:
        key = _addresses(column)
        if column.seen is not None and len(key) >= _LEAST_ITEMS and len(names[key]) >= _LEAST_SHARING:
            unseen = replace(column.seen, items=(), latest=None, selector=None, unreadable="shared")
            yield replace(column, seen=unseen)
        else:
            yield column


def _addresses(column: SiteColumn) -> tuple[str, ...]:
    return tuple(item.url for item in column.seen.items if item.url) if column.seen else ()


def _without_doubles(columns: Iterable[SiteColumn]) -> Iterable[SiteColumn]:
    """Columns whose lists are not the very list of one before: the same page under two addresses."""
    seen: set[tuple[str, ...]] = set()
    for column in columns:
        key = _addresses(column)
        if len(key) >= _LEAST_ITEMS and key in seen:
            continue
        seen.add(key)
        yield column
