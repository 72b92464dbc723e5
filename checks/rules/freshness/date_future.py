"""date-future: something is dated after today."""

from collections.abc import Iterator
from datetime import date

from pydantic import BaseModel

from checks.findings import Evidence, Finding
from checks.observations.column import ColumnSeen
from checks.observations.link import Repair, Verdict
from checks.observations.site import SiteColumn, SiteSeen

_LEAST_AHEAD = 3


class Limits(BaseModel, frozen=True):
    deadline_types: frozenset[str]
    """Types of column whose lists show deadlines and dates of events, which may lie ahead."""
    ahead: tuple[str, ...]
    """Words of a column's name, or of an item's title, that announce something for its date."""


def check(site: SiteSeen, limits: Limits) -> Iterator[Finding]:
    """Yield a finding for each article, or item of a list, dated after today.

    The article's own date decides where it is known; an item whose article was not read is only likely.
    """
    own_dates = {page.url: page.published_on for page in site.pages if page.published_on is not None}
    told: set[str] = set()
    for page in site.pages:
        if page.read and page.published_on is not None and page.published_on > site.today:
            told.add(page.url)
            yield _finding(site, page.url, page.title, page.published_on, page=page.url)
    for column in site.columns:
        if column.type not in limits.deadline_types and not _announces(column.name, limits):
            yield from _future_items(site, column, own_dates, told, limits)


def _shows_other_days(seen: ColumnSeen, today: date) -> bool:
    """True: most dates of a list lie ahead: they are ends of validity or deadlines, and nobody forges them all."""
    days = [item.date for item in seen.items if item.date]
    ahead = sum(day > today for day in days)
    return ahead >= _LEAST_AHEAD and 2 * ahead > len(days)


def _announces(name: str, limits: Limits) -> bool:
    return any(word in name for word in limits.ahead)


def _future_items(
    site: SiteSeen, column: SiteColumn, own_dates: dict[str, date], told: set[str], limits: Limits
) -> Iterator[Finding]:
    if column.seen is None or column.seen.unreadable or _shows_other_days(column.seen, site.today):
        return
    for item in column.seen.items:
        subject = item.url or column.url
        if item.date is None or item.date <= site.today or subject in told or item.url in own_dates:
            continue
        if _announces(item.title, limits):
            continue
        told.add(subject)
        yield _finding(
            site, subject, item.title, item.date, page=column.url, column=column.name, verdict="likely", repair="column"
        )


def _finding(
    site: SiteSeen,
    subject: str,
    title: str | None,
    day: date,
    *,
    page: str,
    column: str | None = None,
    verdict: Verdict = "confirmed",
    repair: Repair = "article",
) -> Finding:
    return Finding(
        rule="date-future",
        subject=subject,
        page=page,
        column=column,
        verdict=verdict,
        repair=repair,
        facts={"title": title or subject, "date": day.isoformat(), "days_ahead": (day - site.today).days},
        evidence=Evidence(snippet=f"{title or ''} {day.isoformat()}".strip()),
    )
