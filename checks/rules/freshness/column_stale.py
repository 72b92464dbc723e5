"""column-stale: a column has been quiet for longer than its kind allows."""

from collections.abc import Iterator

from checks.findings import Evidence, Finding
from checks.observations.site import SiteSeen
from checks.rules.freshness._columns import QuietLimits, aging_columns


class Limits(QuietLimits, frozen=True):
    pass


def check(site: SiteSeen, limits: Limits) -> Iterator[Finding]:
    """Yield a finding for each column whose newest item, dates after today left out, is too old.

    A column exactly at its limit passes. One without any dated item is `column-undated`'s business.
    """
    for judged, latest in aging_columns(site, limits):
        quiet = (site.today - latest).days
        if quiet <= judged.max_age_days:
            continue
        yield Finding(
            rule="column-stale",
            subject=judged.column.url,
            page=judged.column.url,
            column=judged.column.name,
            repair="column",
            facts={
                "latest": latest.isoformat(),
                "quiet_days": quiet,
                "max_age_days": judged.max_age_days,
                "type": judged.column.type,
                "bucket": judged.bucket,
            },
            evidence=Evidence(selector=judged.seen.selector),
        )
