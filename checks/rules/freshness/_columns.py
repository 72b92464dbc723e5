"""Which columns the freshness rules judge, and by which age; each column once."""

import re
from collections.abc import Iterator
from datetime import date
from typing import NamedTuple
from urllib.parse import urlsplit

from pydantic import BaseModel

from checks.observations.column import ColumnSeen
from checks.observations.site import SiteColumn, SiteSeen
from config.column_types import column_types

_HOME_TYPE = "home_page"
_ASIDE = re.compile(r"\s*[（(][^（）()]*[）)]\s*$")
"""What stands in brackets after a title: 申请办理流程（试行）."""
_FOLDER = re.compile(r"/(?:index\.\w+)?$")
_SLASHES_OF_ROOT = 3
"""Of `https://host/`."""
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d{2}(?!\d)")


class AgeLimits(BaseModel, frozen=True):
    default_days: int
    """Age of a column whose type nobody knows."""
    min_confidence: float
    """Discovery's confidence under which a column is not judged: it may be no column at all."""
    archived: tuple[str, ...]
    """Words in the name of a column, or of one above it, that is kept as history."""


class QuietLimits(AgeLimits, frozen=True):
    own_deadline: frozenset[str]
    """Types whose lateness another rule tells by its own date: one fault is not told twice."""
    timeless: tuple[str, ...]
    """Last words of the name, or of most titles, of a column of no type whose entries hold until they are changed."""
    on_change_types: frozenset[str]
    """Types of columns that owe something new only when what they show has changed."""
    on_change: tuple[str, ...]
    """Last words of the name of a column of any type that says the same."""


class Judged(NamedTuple):
    """A column whose list was read, with the age it may reach."""

    column: SiteColumn
    seen: ColumnSeen
    max_age_days: int
    bucket: str
    """How the inspection counts it: `news`, `notice`, `should`."""


def judged_columns(site: SiteSeen, limits: AgeLimits) -> Iterator[Judged]:
    """The site's columns with an age to keep, each once, in the site's order.

    Left out: lists that could not be read, types without an age rule, archived specials, directories of other sites,
    and lists met a second time under another address.
    """
    met: set[object] = set()
    for column in site.columns:
        age = max_age(column, limits, site.today)
        seen = column.seen
        if age is None or seen is None or seen.unreadable or _is_directory(column, seen):
            continue
        names = {column.url, tuple(item.url for item in seen.items) or column.url}
        if names.isdisjoint(met):
            yield Judged(column, seen, age, bucket_of(column))
        met |= names


def _is_directory(column: SiteColumn, seen: ColumnSeen) -> bool:
    """True: most items lead to the front pages of other hosts; nothing is published there."""
    own = urlsplit(column.url).hostname
    # Longer ones are no front pages: thousands need not be split.
    short = (item.url for item in seen.items if item.url.partition("#")[0].count("/") <= _SLASHES_OF_ROOT)
    fronts = sum(
        target.hostname not in (None, own) and target.path in ("", "/") and not target.query
        for target in map(urlsplit, short)
    )
    return 2 * fronts > len(seen.items)


def aging_columns(site: SiteSeen, limits: QuietLimits) -> Iterator[tuple[Judged, date]]:
    """The judged columns whose newest date was seen, with it; without those that another rule answers for."""
    for judged in judged_columns(site, limits):
        latest, column = judged.seen.latest, judged.column
        if latest is None or latest > site.today or judged.seen.grows_downwards:
            continue
        told_elsewhere = column.type in limits.own_deadline or (
            column.type is None and is_timeless(judged, limits.timeless)
        )
        if not told_elsewhere or column.max_age_days is not None:
            yield judged, latest


def changes_seldom(column: SiteColumn, limits: QuietLimits) -> bool:
    """True: by its type or name a catalogue or a list that nobody need touch while it is right."""
    if column.max_age_days is not None:
        return False
    return column.type in limits.on_change_types or column.name.endswith(limits.on_change)


def is_timeless(judged: Judged, words: tuple[str, ...]) -> bool:
    """True: 办事流程, 表格下载 and their like, by the name of a column of no type, or the titles of most items."""
    column, items = judged.column, judged.seen.items
    if column.type is None and column.name.endswith(words):
        return True
    titles = sum(_ASIDE.sub("", item.title).endswith(words) for item in items)
    return bool(items) and 2 * titles >= len(items)


def columns_below(column: SiteColumn, site: SiteSeen) -> Iterator[SiteColumn]:
    """The columns that stand below a column, by their paths or their addresses."""
    folder = _folder_of(column.url)
    others = [other for other in site.columns if other.url != column.url]
    shares = not _FOLDER.search(column.url) and any(_folder_of(other.url) == folder for other in others)
    flat = shares or folder.count("/") <= _SLASHES_OF_ROOT  # one file among others, or beside everything
    headed = column.name in column.path  # its menu's heading is called as it is
    for other in others:
        if (not headed and column.name in other.path) or (
            not flat and other.level > column.level and other.url.startswith(folder)
        ):
            yield other


def newest_below(column: SiteColumn, site: SiteSeen) -> date:
    """The newest date of the columns below a column; the first day of all where there is none."""
    seen = (below.seen.latest for below in columns_below(column, site) if below.seen)
    return max((day for day in seen if day and day <= site.today), default=date.min)


def _folder_of(url: str) -> str:
    return url.rpartition("/")[0] + "/"


def max_age(column: SiteColumn, limits: AgeLimits, today: date) -> int | None:
    """Whole days that a column may go without a new item; None: no age rule holds for it.

    What the profile sets comes first, then the type's own, then the default for columns of unknown type.
    """
    if column.max_age_days is not None:
        return column.max_age_days
    if column.confidence < limits.min_confidence or is_history(column, limits, today):
        return None
    if column.type == _HOME_TYPE:
        return None  # a link back to the home page, which has a rule of its own
    known = column_types().get(column.type or "")
    return limits.default_days if known is None else known.max_age_days


def is_history(column: SiteColumn, limits: AgeLimits, today: date) -> bool:
    """True: kept as history, by its name, or named for a year that is over."""
    names = (*column.path, column.name)
    if any(word in name for name in names for word in limits.archived):
        return True
    years = years_in(column.name)
    return bool(years) and max(years) < today.year


def years_in(text: str) -> list[int]:
    """The years that a text names."""
    return [int(year) for year in _YEAR.findall(text)]


def bucket_of(column: SiteColumn) -> str:
    """`news`, `notice` or `should`, as the vetoes W4.1 and W4.2 count it.

    Notices and documents count only where they are columns of the first level; below it they are `should`.
    """
    known = column_types().get(column.type or "")
    bucket = known.bucket if known else "should"
    if bucket == "none" or (bucket == "notice" and column.level > 1):
        return "should"
    return bucket
