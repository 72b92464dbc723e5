from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checks.workdays import add_workdays, is_certain, is_workday, workdays_between

DAYS = st.dates(date(2005, 1, 1), date(2030, 12, 31))


@pytest.mark.parametrize(
    ("day", "works"),
    [
        pytest.param(date(2026, 11, 20), True, id="a Friday"),
        pytest.param(date(2026, 11, 21), False, id="a Saturday"),
        pytest.param(date(2026, 10, 1), False, id="the National Day, a Thursday"),
        pytest.param(date(2026, 10, 10), True, id="a make-up Saturday"),
        pytest.param(date(2027, 10, 1), True, id="a year that nobody has published: weekdays"),
    ],
)
def test_a_day_is_worked_or_not(day, works):
    assert is_workday(day) is works


def test_counting_starts_on_the_day_after():
    assert workdays_between(date(2026, 11, 17), date(2026, 11, 20)) == 3
    assert workdays_between(date(2026, 11, 20), date(2026, 11, 20)) == 0
    assert workdays_between(date(2026, 11, 20), date(2026, 11, 22)) == 0


def test_a_long_holiday_costs_no_working_day():
    assert workdays_between(date(2026, 9, 30), date(2026, 10, 7)) == 0
    assert add_workdays(date(2026, 9, 30), 1) == date(2026, 10, 8)


def test_years_without_published_holidays_are_uncertain():
    assert is_certain(date(2026, 1, 1), date(2026, 12, 31))
    assert not is_certain(date(2026, 12, 30), date(2027, 1, 5))
    assert not is_certain(date(2003, 6, 1), date(2003, 6, 5))


def test_backwards_counts_nothing():
    assert workdays_between(date(2026, 11, 20), date(2026, 11, 1)) == 0


@given(DAYS, st.integers(1, 60))
def test_adding_lands_on_a_working_day_and_counts_back(start, days):
    end = add_workdays(start, days)
    assert is_workday(end)
    assert workdays_between(start, end) == days


@given(DAYS, st.integers(0, 90), st.integers(0, 90))
def test_spans_add_up(start, first, second):
    middle, end = start + timedelta(days=first), start + timedelta(days=first + second)
    assert workdays_between(start, middle) + workdays_between(middle, end) == workdays_between(start, end)


@given(DAYS)
def test_adding_nothing_stays(start):
    assert add_workdays(start, 0) == start
