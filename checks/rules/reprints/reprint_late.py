"""reprint-late: an important State Council document was not reprinted in time."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from checks.findings import Evidence, Finding
from checks.observations.site import SiteColumn, SiteSeen
from checks.similar import title_core


@dataclass(frozen=True, slots=True)
class Reprint:
    """A document that every portal must reprint."""

    title: str
    published_on: date


@dataclass(frozen=True, kw_only=True)
class Limits:
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

    Nothing is missed while the columns for reprints could not be read.
    """
    if site.site.level not in limits.levels:
        return
    columns = [column for column in site.columns if column.type in limits.column_types]
    if not columns or not all(_readable(column) for column in columns):
        return
    reprinted = _dates_by_title(site, columns)
    for document in limits.documents:
        deadline = document.published_on + timedelta(days=limits.max_days)
        if not deadline < site.today <= document.published_on + timedelta(days=limits.horizon_days):
            continue
        on = reprinted.get(title_core(document.title))
        if title_core(document.title) not in reprinted or (on is not None and on > deadline):
            yield _finding(document, on, deadline, columns)


def _readable(column: SiteColumn) -> bool:
    return column.seen is not None and column.seen.unreadable is None


def _dates_by_title(site: SiteSeen, columns: list[SiteColumn]) -> Mapping[str, date | None]:
    """Title -> the earliest date that the site shows for it."""
    shown = [(page.title, page.published_on) for page in site.pages]
    shown += [(item.title, item.date) for column in columns if column.seen for item in column.seen.items]
    dates: dict[str, date | None] = {}
    for title, on in shown:
        core = title_core(title or "")
        known = dates.get(core)
        dates[core] = min(known, on) if known and on else known or on
    return dates


def _finding(document: Reprint, on: date | None, deadline: date, columns: list[SiteColumn]) -> Finding:
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
