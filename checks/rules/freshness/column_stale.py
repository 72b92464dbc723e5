"""column-stale: a column has been quiet for longer than its kind allows."""

from collections.abc import Iterator
from datetime import date
from typing import Literal

from checks.findings import Evidence, Finding
from checks.observations.column import ColumnSeen
from checks.observations.site import SiteColumn, SiteSeen
from checks.rules.freshness._columns import QuietLimits, aging_columns, changes_seldom, newest_below


class Limits(QuietLimits, frozen=True):
    special_types: frozenset[str]
    """Types of columns that follow one piece of work, and end with it."""
    special_paths: tuple[str, ...]
    """Words of the name of a column below which such columns stand."""


def check(site: SiteSeen, limits: Limits) -> Iterator[Finding]:
    """Yield a finding for each column whose newest item, dates after today left out, is too old.

    A column exactly at its limit passes, and so does one with a column below it that is new enough. One without any
    dated item is `column-undated`'s business. Catalogues and special topics owe nothing new while nothing changes, or
    once the work is done: to look at them is advice, and counts for no veto.
    """
    for judged, latest in aging_columns(site, limits):
        quiet = (site.today - latest).days
        if quiet <= judged.max_age_days or (site.today - newest_below(judged.column, site)).days <= judged.max_age_days:
            continue
        kind = _kind(judged.column, limits)
        yield Finding(
            rule="column-stale",
            subject=judged.column.url,
            page=judged.column.url,
            column=judged.column.name,
            repair="column",
            severity=None if kind is None else "advice",
            facts={
                "latest": latest.isoformat(),
                "quiet_days": quiet,
                "max_age_days": judged.max_age_days,
                "type": judged.column.type,
                "bucket": judged.bucket if kind is None else "none",
                **({} if kind is None else {"kind": kind}),
            },
            evidence=Evidence(snippet=_newest(judged.seen, latest), selector=judged.seen.selector),
        )


def can_tell(site: SiteSeen, subject: str, limits: Limits) -> bool:
    """False where the list that held something yesterday holds nothing today: that brings nothing new."""
    column = next((column for column in site.columns if column.url == subject), None)
    return column is None or column.seen is None or bool(column.seen.items) or not column.held_items


def _newest(seen: ColumnSeen, latest: date) -> str:
    """The entry that the verdict rests on, as the list has it: 县领导调研防汛工作 2026-11-05."""
    return next((f"{item.title} {latest}" for item in seen.items if item.date == latest), "")


def _kind(column: SiteColumn, limits: Limits) -> Literal["on-change", "special"] | None:
    """Why nothing new may be owed; None: it is."""
    if column.max_age_days is not None:
        return None
    if changes_seldom(column, limits):
        return "on-change"
    below = column.type is None and any(word in name for name in column.path for word in limits.special_paths)
    return "special" if below or column.type in limits.special_types else None
