from datetime import date

import pytest

from checks.lifecycle.case import Case, Move, NotAllowedError, State, after
from checks.lifecycle.due import due_on, is_overdue
from tests.checks.lifecycle.test_follow import case, rule


def test_due_days_are_working_days_after_the_notice():
    assert due_on(date(2026, 11, 20), rule("link-broken", "target")) == date(2026, 12, 4)


@pytest.mark.parametrize(
    ("given", "today", "expected"),
    [
        (case(state=State.NOTIFIED, due_on=date(2026, 11, 20)), date(2026, 11, 20), False),
        (case(state=State.NOTIFIED, due_on=date(2026, 11, 20)), date(2026, 11, 21), True),
        (case(state=State.FIXED, due_on=date(2026, 11, 20)), date(2026, 11, 21), False),
        (case(state=State.OPEN), date(2026, 11, 21), False),
    ],
)
def test_overdue_is_past_the_due_day_and_still_standing(given: Case, today: date, expected: bool):
    assert is_overdue(given, today) is expected


@pytest.mark.parametrize(
    ("state", "move"), [(State.NOTIFIED, Move.DISMISSED), (State.FIXED, Move.CONFIRMED), (State.OPEN, Move.FOUND)]
)
def test_a_move_that_the_table_does_not_name_is_refused(state: State, move: Move):
    with pytest.raises(NotAllowedError):
        after(state, move)
