"""homepage-stale: nothing new on the home page."""

from collections.abc import Iterator
from datetime import date, timedelta

from pydantic import BaseModel

from checks.findings import Evidence, Finding
from checks.observations.page import PageSeen
from checks.observations.site import SiteColumn, SiteSeen
from config.column_types import column_types


class Limits(BaseModel, frozen=True):
    max_age_days: int
    """Days that the home page may go without a new item."""


def check(site: SiteSeen, limits: Limits) -> Iterator[Finding]:
    """Yield a finding where no item that the home page shows or links to is recent enough.

    A home page without dates is judged by the columns that it leads to: all of them must have been read, and the
    newest item of all counts. Where even that cannot be seen, there is nothing to say. Where scripts or frames bring
    lists to the page, one of them may not have been seen: then it is only likely.
    """
    if site.home is None:
        return
    newest = _newest_on_home(site, site.home)
    only_navigation = newest is None
    if newest is None:
        newest = _newest_below(site)
    if newest is None or (site.today - newest).days <= limits.max_age_days:
        return
    if not only_navigation and _fresh_one_behind(site, site.home, limits):
        return
    yield Finding(
        rule="homepage-stale",
        subject=site.site.url,
        page=site.home.url,
        repair="column",
        verdict="likely" if any(want.role != "footer" for want in site.home.wants) else "confirmed",
        facts={
            "kind": "navigation" if only_navigation else "home-items",
            "latest": newest.isoformat(),
            "quiet_days": (site.today - newest).days,
            "max_age_days": limits.max_age_days,
        },
        evidence=Evidence(snippet=_entry_of(newest, site, site.home)),
    )


def can_tell(site: SiteSeen, subject: str, limits: Limits) -> bool:
    """True: dates were seen, on the home page or on all columns below it."""
    return site.home is not None and (_newest_on_home(site, site.home) or _newest_below(site)) is not None


def _entry_of(day: date, site: SiteSeen, home: PageSeen) -> str:
    """An entry of that day to which the home page leads, as lists have it; empty where none is known."""
    linked = {link.url for link in home.links}
    shown = home.column.items if home.column else ()
    below = (item for column in site.columns if column.seen for item in column.seen.items if item.url in linked)
    return next((f"{item.title} {day}" for item in (*shown, *below) if item.date == day), "")


def _newest_on_home(site: SiteSeen, home: PageSeen) -> date | None:
    shown = site.home_latest
    if shown is None and home.column is not None and not home.column.unreadable:
        shown = home.column.latest
    return shown if shown is not None and shown <= site.today else None


def _newest_below(site: SiteSeen) -> date | None:
    """The newest item of all first-level columns that must be kept up to date; None where one was not seen."""
    due = [column for column in site.columns if column.level == 1 and _must_be_kept(column)]
    if any(column.seen is None or column.seen.unreadable for column in due):
        return None
    return max((column.seen.latest for column in due if column.seen and column.seen.latest), default=None)


def _must_be_kept(column: SiteColumn) -> bool:
    known = column_types().get(column.type or "")
    return known is None or known.max_age_days is not None


def _fresh_one_behind(site: SiteSeen, home: PageSeen, limits: Limits) -> bool:
    """True: the home page links, without printing its date, to something that is recent."""
    linked = {link.url for link in home.links}
    since = site.today - timedelta(days=limits.max_age_days)
    items = (item for column in site.columns if column.seen for item in column.seen.items)
    dated = [(item.url, item.date) for item in items] + [(page.url, page.published_on) for page in site.pages]
    return any(url in linked and day is not None and since <= day <= site.today for url, day in dated)
