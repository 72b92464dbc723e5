"""column-expiring: a column goes stale within days unless something is published."""

from collections.abc import Iterator
from datetime import timedelta

from checks.findings import Finding
from checks.observations.site import SiteSeen
from checks.rules.freshness._columns import QuietLimits, aging_columns, changes_seldom, newest_below


class Limits(QuietLimits, frozen=True):
    warn_days: int
    """Days ahead that the reminder comes."""


def check(site: SiteSeen, limits: Limits) -> Iterator[Finding]:
    """Yield advice for each column that is not stale yet and will be within `warn_days`.

    Columns with newer ones below them, and those that owe nothing while nothing changes, are left alone.
    """
    for judged, latest in aging_columns(site, limits):
        stale_on = latest + timedelta(days=judged.max_age_days + 1)
        days_left = (stale_on - site.today).days
        if not 1 <= days_left <= limits.warn_days or changes_seldom(judged.column, limits):
            continue
        if newest_below(judged.column, site) > latest:
            continue
        yield Finding(
            rule="column-expiring",
            subject=judged.column.url,
            page=judged.column.url,
            column=judged.column.name,
            repair="column",
            facts={
                "latest": latest.isoformat(),
                "last_day": (stale_on - timedelta(days=1)).isoformat(),
                "days_left": days_left,
                "max_age_days": judged.max_age_days,
            },
        )
