"""What a reading could not see is named, with the reason and since when."""

from datetime import date, timedelta
from typing import Any

from checks.observations.fetch import NotFetched
from duwang.jobs.coverage import coverage_of
from storage.queries.attachments import FilesLeft
from storage.queries.readings import ReadingBefore
from tests.factories import HOME, TODAY, column, site

SLOW, HIDDEN, FRESH = f"{HOME}slow/", f"{HOME}hd/", f"{HOME}tzgg/"
FILES = FilesLeft(opened=4, causes={"format-rar": 2}, named=((f"{HOME}a.rar", "format-rar"),))
YESTERDAY = TODAY - timedelta(days=1)


def coverage(before: ReadingBefore | None = None, today: date = TODAY, **given: Any) -> dict[str, Any]:
    values: dict[str, Any] = {
        "columns": (
            column(url=SLOW, name="慢栏目", seen=None),
            column(url=HIDDEN, name="互动交流", unreadable="script"),
            column(url=FRESH),
        ),
        "unread": (
            NotFetched(url=SLOW, cause="timeout"),
            NotFetched(url=f"{HOME}gone.html", cause="http-404", gone=True),
        ),
        **given,
    }
    return coverage_of(site(today=today, **values), 7, {"timeout": 1}, before, FILES)


def test_every_column_that_was_not_seen_is_named_with_the_reason() -> None:
    assert coverage() == {
        "due": 8,
        "read": 7,
        "unread": {"timeout": 1},
        "unread_pages": [{"url": SLOW, "cause": "timeout"}],
        "unseen_columns": {
            SLOW: {"name": "慢栏目", "cause": "timeout", "since": "2026-11-20", "days": 1},
            HIDDEN: {"name": "互动交流", "cause": "script", "since": "2026-11-20", "days": 1},
        },
        "files": {
            "opened": 4,
            "unopened": {"format-rar": 2},
            "unopened_files": [{"url": f"{HOME}a.rar", "cause": "format-rar"}],
        },
    }


def test_a_column_that_nobody_fetched_and_nobody_says_why() -> None:
    found = coverage(unread=())["unseen_columns"][SLOW]
    assert found["cause"] == "fetch-failed"


def test_days_in_a_row_are_counted_and_the_first_is_kept() -> None:
    day, before = TODAY, None
    for _ in range(3):
        before = ReadingBefore(day, coverage(before, day))
        day += timedelta(days=1)
    assert before is not None
    assert before.coverage["unseen_columns"][SLOW] == {
        "name": "慢栏目",
        "cause": "timeout",
        "since": "2026-11-20",
        "days": 3,
    }


def test_two_readings_of_one_day_are_one_day() -> None:
    again = coverage(ReadingBefore(TODAY, coverage()))
    assert again["unseen_columns"][SLOW]["days"] == 1


def test_a_column_that_was_seen_in_between_starts_anew() -> None:
    seen_once = coverage(ReadingBefore(YESTERDAY, coverage(today=YESTERDAY)), columns=(column(url=SLOW),))
    assert seen_once["unseen_columns"] == {}
    later = TODAY + timedelta(days=1)
    assert coverage(ReadingBefore(TODAY, seen_once), later)["unseen_columns"][SLOW]["since"] == later.isoformat()


def test_a_reading_without_coverage_before_it_starts_anew() -> None:
    assert coverage(ReadingBefore(YESTERDAY, {}))["unseen_columns"][SLOW]["days"] == 1
