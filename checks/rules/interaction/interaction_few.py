"""interaction-few: fewer consultations or interviews in a year than a portal must hold."""

from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from typing import NamedTuple

from pydantic import BaseModel

from checks.findings import Finding
from checks.observations.site import SiteColumn, SiteSeen


class Limits(BaseModel, frozen=True):
    required: Mapping[str, int]
    """Column type (`consultation`, `interview`) -> how many a year."""
    names: Mapping[str, str]
    """Column type -> its name in Chinese."""
    levels: frozenset[str]
    """Levels of sites that are portals."""
    window_days: int
    results: tuple[str, ...]
    """Words of titles that are the outcome of a consultation, not one more."""


def check(site: SiteSeen, limits: Limits) -> Iterator[Finding]:
    """Yield a finding for each kind of which a portal held too few.

    Counted are the dated entries of all columns of the kind. Where one of them could not be read, or shows less
    than the year, nothing is said; a portal without such a column is `content-missing`'s business.
    """
    if site.site.level not in limits.levels:
        return
    for kind, required in limits.required.items():
        year = _year(site, kind, limits)
        if year is not None and year.held < required:
            name = limits.names.get(kind, kind)
            facts: dict[str, object] = {"item": name, "held": year.held, "required": required}
            if year.results:  # whoever looks counts them on the page
                facts |= {"kind": "with-results", "results": year.results}
            yield Finding(
                rule="interaction-few", subject=kind, page=_columns(site, kind)[0].url, repair="column", facts=facts
            )


def can_tell(site: SiteSeen, subject: str, limits: Limits) -> bool:
    """Whether the year's entries of the kind could be counted."""
    return _year(site, subject, limits) is not None


def _columns(site: SiteSeen, kind: str) -> list[SiteColumn]:
    return [column for column in site.columns if column.type == kind]


class _Year(NamedTuple):
    """A year's entries of one kind, counted."""

    held: int
    results: int
    """Entries that tell the outcome of another."""


def _year(site: SiteSeen, kind: str, limits: Limits) -> _Year | None:
    """The entries of the last year; None where they cannot be counted."""
    columns = _columns(site, kind)
    start = site.today - timedelta(days=limits.window_days)
    if not columns or not all(_shows_all_since(column, start) for column in columns):
        return None
    entries = [
        item
        for column in columns
        if column.seen is not None
        for item in column.seen.items
        if item.date is not None and start <= item.date <= site.today
    ]
    held = {item.url for item in entries if not any(word in item.title for word in limits.results)}
    return _Year(held=len(held), results=len({item.url for item in entries} - held))


def _shows_all_since(column: SiteColumn, start: date) -> bool:
    seen = column.seen
    if seen is None or seen.unreadable or any(item.date is None for item in seen.items):
        return False
    return seen.next_page is None or any(item.date < start for item in seen.items if item.date and not item.pinned)
