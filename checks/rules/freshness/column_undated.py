"""column-undated: a column's items bear no date."""

from collections.abc import Iterator
from dataclasses import dataclass

from checks.findings import Evidence, Finding
from checks.observations.site import SiteSeen
from checks.rules.freshness._columns import AgeLimits, judged_columns


@dataclass(frozen=True, kw_only=True)
class Limits(AgeLimits):
    min_items: int
    """Fewer items than this may be a menu and no list."""


def check(site: SiteSeen, limits: Limits) -> Iterator[Finding]:
    """Yield a finding for each column with items of which none is dated.

    Where the articles themselves, as far as they were read, do bear dates, it is advice only: a reader can find
    out by opening one.
    """
    dated = {page.url for page in site.pages if page.published_on is not None}
    for judged in judged_columns(site, limits):
        items = judged.seen.items
        if len(items) < limits.min_items or any(item.date for item in items):
            continue
        yield Finding(
            rule="column-undated",
            subject=judged.column.url,
            page=judged.column.url,
            column=judged.column.name,
            repair="column",
            severity="advice" if any(item.url in dated for item in items) else None,
            facts={"count": len(items), "type": judged.column.type},
            evidence=Evidence(snippet=items[0].title, selector=judged.seen.selector),
        )
