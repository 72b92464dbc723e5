"""column-empty: a column that has never been filled."""

from collections.abc import Iterator
from dataclasses import dataclass

from checks.findings import Evidence, Finding
from checks.observations.site import SiteColumn, SiteSeen
from checks.rules.freshness._columns import AgeLimits, judged_columns


@dataclass(frozen=True, kw_only=True)
class Limits(AgeLimits):
    untyped_confidence: float
    """Confidence from which a column of unknown type is judged: below it, the page may be a single text."""


def check(site: SiteSeen, limits: Limits) -> Iterator[Finding]:
    """Yield a finding for each column whose list was read and holds nothing.

    Columns that hold other columns, that go on to a next page, that are static or pure functions, or whose list
    could not be seen, are left alone.
    """
    for judged in judged_columns(site, limits):
        column = judged.column
        if judged.seen.items or judged.seen.next_page or _holds_columns(column, site):
            continue
        if column.type is None and column.confidence < limits.untyped_confidence:
            continue
        yield Finding(
            rule="column-empty",
            subject=column.url,
            page=column.url,
            column=column.name,
            repair="column",
            facts={"type": column.type, "level": column.level},
            evidence=Evidence(selector=judged.seen.selector),
        )


def _holds_columns(column: SiteColumn, site: SiteSeen) -> bool:
    folder = column.url.rpartition("/")[0] + "/"
    return any(
        other.url != column.url
        and (column.name in other.path or (other.level > column.level and other.url.startswith(folder)))
        for other in site.columns
    )
