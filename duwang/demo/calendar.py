"""The days on which the demo's yearly duties were done, whatever day it runs on."""

from datetime import date, timedelta

REPORT_DAYS = {"department": (1, 20), "city": (3, 16), "county": (3, 16)}
"""On which each level publishes its disclosure report."""
REPORTS_DUE = {"department": (1, 31), "city": (3, 31), "county": (3, 31)}
"""By which it must (条例第四十九条)."""
SITE_REPORT_DAY = (1, 18)
BUDGET_DAY, ACCOUNTS_DAY = (2, 12), (9, 8)


def latest_years(today: date, month_day: tuple[int, int], count: int) -> list[date]:
    """The last `count` times that the month and day came round, newest first, today included."""
    newest = date(today.year, *month_day)
    if newest > today:
        newest = newest.replace(year=today.year - 1)
    return [newest.replace(year=newest.year - back) for back in range(count)]


def days_before(day: date, days: int) -> date:
    """`days` before `day`."""
    return day - timedelta(days=days)
