"""Which files a reading looks at, in which order, and what it says of the others."""

from dataclasses import replace
from datetime import date

import pytest

from crawler.files_due import files_due, files_not_opened
from storage.queries.attachments import KnownFile
from storage.writes.readings import Mode

TODAY = date(2026, 11, 20)
HEALTHY = KnownFile(
    target_id=1,
    url="https://www.linhe.example/a.xlsx",
    text="补助名单",
    page="https://www.linhe.example/a.html",
    page_title=None,
    read_today=True,
    linked=True,
    sha256=b"1",
    stamp="now",
    looked_on=date(2026, 11, 19),
)


def due(*known: KnownFile, mode: Mode = "daily", only: tuple[str, ...] = ()) -> list[int]:
    return [file.target_id for file in files_due(known, mode=mode, today=TODAY, stamp="now", only=only)]


@pytest.mark.parametrize(
    ("file", "expected"),
    [
        pytest.param(HEALTHY, False, id="in order, and looked at yesterday"),
        pytest.param(replace(HEALTHY, looked_on=date(2026, 11, 13)), True, id="looked at a week ago"),
        pytest.param(replace(HEALTHY, stamp="before"), True, id="judged by other rules"),
        pytest.param(replace(HEALTHY, looked_on=None, sha256=None), True, id="never opened"),
        pytest.param(replace(HEALTHY, looked_on=None, read_today=False), False, id="on none of today's pages"),
        pytest.param(replace(HEALTHY, has_findings=True, read_today=False), True, id="something stands on it"),
        pytest.param(replace(HEALTHY, looked_on=None, url="https://www.linhe.example/a.mp4"), False, id="a film"),
    ],
)
def test_what_a_daily_reading_looks_at(file: KnownFile, expected: bool) -> None:
    assert due(file) == [1] * expected


def test_a_full_reading_looks_at_all_and_a_recheck_at_what_it_is_about() -> None:
    other = replace(HEALTHY, target_id=2, url="https://www.linhe.example/b.xlsx")
    assert due(HEALTHY, other, mode="full") == [1, 2]
    assert due(HEALTHY, other, mode="recheck", only=(other.url,)) == [2]


def test_what_stands_open_comes_first_then_what_was_never_opened() -> None:
    old = replace(HEALTHY, target_id=2, looked_on=date(2026, 11, 1))
    new = replace(HEALTHY, target_id=3, looked_on=None, sha256=None)
    bad = replace(HEALTHY, target_id=4, has_findings=True)
    assert due(old, new, bad) == [4, 3, 2]


def test_what_is_not_opened_is_told_with_its_cause() -> None:
    packed = replace(HEALTHY, target_id=2, url="https://www.linhe.example/a.rar")
    locked = replace(HEALTHY, target_id=3, unopened="locked")
    taken_up = replace(locked, target_id=4)
    elsewhere = replace(locked, target_id=5, read_today=False)
    known = (HEALTHY, packed, locked, taken_up, elsewhere)
    assert files_not_opened(known, [taken_up]) == {"format-rar": [2], "locked": [3]}
