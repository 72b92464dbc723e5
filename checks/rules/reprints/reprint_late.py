"""reprint-late: an important State Council document was not reprinted in time."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from pydantic import BaseModel

from checks.findings import Evidence, Finding
from checks.observations.site import SiteColumn, SiteSeen
from checks.similar import title_core

_LEAST_CUT = 8
"""So many characters of a cut title name a document."""


@dataclass(frozen=True, slots=True)
class Reprint:
    """A document that every portal must reprint."""

    title: str
    published_on: date


class Limits(BaseModel, frozen=True):
    documents: tuple[Reprint, ...]
    """What the office lists; nothing listed, nothing found."""
    levels: frozenset[str]
    """Levels of sites that must reprint."""
    column_types: frozenset[str]
    """Types of the columns where reprints stand."""
    max_days: int
    """Whole days after publication in which the reprint must stand."""
    horizon_days: int
    """A document older than this may have left the first page of a list; nothing is said of it any more."""


def check(site: SiteSeen, limits: Limits) -> Iterator[Finding]:
    """Yield a finding for each listed document that is late or not to be found.

    Nothing is missed while the columns for reprints could not be read, or show nothing as old as the document.
    """
    columns = [column for column in site.columns if column.type in limits.column_types]
    if site.site.level not in limits.levels or not columns or not all(_readable(column) for column in columns):
        return
    shown = _shown(site, columns)
    for document in limits.documents:
        deadline = document.published_on + timedelta(days=limits.max_days)
        if not deadline < site.today <= document.published_on + timedelta(days=limits.horizon_days):
            continue
        dates = _dates(document, shown)
        is_late = bool(dates) and all(on is not None and on > deadline for on in dates)
        if (is_late or not dates) and all(_reaches_back(column, document.published_on) for column in columns):
            yield _finding(document, min((on for on in dates if on), default=None), deadline, columns)


def can_tell(site: SiteSeen, subject: str, limits: Limits) -> bool:
    """Whether the document stands there, or the office asks for it no more; growing old mends nothing."""
    document = next((one for one in limits.documents if one.title == subject), None)
    columns = [column for column in site.columns if column.type in limits.column_types]
    return document is None or bool(_dates(document, _shown(site, columns)))


def _readable(column: SiteColumn) -> bool:
    return column.seen is not None and column.seen.unreadable is None


def _reaches_back(column: SiteColumn, day: date) -> bool:
    """Whether a document of that day would still be in sight, or was read when it was."""
    if column.first_seen is not None and column.first_seen <= day:
        return True
    seen = column.seen
    if seen is None or seen.next_page is None:
        return seen is not None
    return any(item.date <= day for item in seen.items if item.date and not item.pinned)


def _shown(site: SiteSeen, columns: Sequence[SiteColumn]) -> list[tuple[str, date | None]]:
    """Every title that the site shows, with its date."""
    pages = [(page.title or "", page.published_on) for page in site.pages]
    return pages + [(item.title, item.date) for column in columns if column.seen for item in column.seen.items]


def _dates(document: Reprint, shown: Iterable[tuple[str, date | None]]) -> list[date | None]:
    """The dates of what is, or may be, the document: few portals leave a title as it was."""
    core = title_core(document.title)
    name = core.partition("关于")[2] or core
    return [on for title, on in shown if name in (told := title_core(title)) or _is_cut(title, told, core)]


def _is_cut(title: str, told: str, core: str) -> bool:
    return title.rstrip().endswith(("…", "...")) and len(told) >= _LEAST_CUT and core.startswith(told)


def _finding(document: Reprint, on: date | None, deadline: date, columns: Sequence[SiteColumn]) -> Finding:
    facts = {"title": document.title, "published_on": str(document.published_on), "deadline": str(deadline)}
    return Finding(
        rule="reprint-late",
        subject=document.title,
        page=columns[0].url,
        column=columns[0].name,
        facts=facts | ({"kind": "late", "reprinted_on": str(on)} if on else {"kind": "missing"}),
        repair="column",
        evidence=Evidence(snippet=f"{columns[0].name}：《{document.title}》{on or '未见'}"),
    )
