"""China's working days: statutory holidays and make-up days where they are known, weekdays where they are not."""

from datetime import date, timedelta
from functools import cache

import chinese_calendar

from config.workdays import load_workdays

_DAY = timedelta(days=1)
_WEEKEND = 5


@cache
def is_workday(day: date) -> bool:
    """True on a day that offices work. The office's table wins, then the published arrangement, then the week."""
    table = load_workdays()
    if day in table.workdays or day in table.holidays:
        return day in table.workdays
    if day.year in table.years or not _published(day.year):
        return day.weekday() < _WEEKEND
    return bool(chinese_calendar.is_workday(day))


def workdays_between(start: date, end: date) -> int:
    """Working days after `start` up to and including `end`; 0 where `end` is not after `start`."""
    return sum(is_workday(start + timedelta(days=n)) for n in range(1, (end - start).days + 1))


def add_workdays(start: date, days: int) -> date:
    """The day on which the `days`-th working day after `start` falls; `start` itself where `days` is 0."""
    day, left = start, days
    while left > 0:
        day += _DAY
        left -= is_workday(day)
    return day


def is_certain(start: date, end: date) -> bool:
    """False: some year from `start` to `end` has no known holidays, so that weekdays alone were counted."""
    return all(_known(year) for year in range(min(start, end).year, max(start, end).year + 1))


def _known(year: int) -> bool:
    return year in load_workdays().years or _published(year)


@cache
def _published(year: int) -> bool:
    """True: the package has the arrangement of that year; it refuses the years that it has not."""
    try:
        chinese_calendar.is_workday(date(year, 1, 1))
    except NotImplementedError:
        return False
    return True
