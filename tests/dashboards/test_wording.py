"""Dates, durations and numbers as people read them."""

from datetime import date, timedelta

import pytest

from dashboards import wording
from tests.factories import NOW, TODAY


def test_documents_write_dates_without_leading_zeros() -> None:
    assert wording.long_day(date(2026, 1, 5)) == "2026年1月5日"
    assert wording.near_day(date(2026, 1, 5), date(2026, 11, 20)) == "1月5日"
    assert wording.near_day(date(2025, 12, 31), date(2026, 1, 5)) == "2025年12月31日"
    assert wording.weekday(TODAY) == "星期五"


def test_times_are_beijing_time_and_name_another_day() -> None:
    assert wording.clock(NOW, on=TODAY) == "04:31"
    assert wording.clock(NOW, on=TODAY + timedelta(days=1)) == "11-20 04:31"
    assert wording.exact_clock(NOW) == "2026-11-20 04:31:07"


@pytest.mark.parametrize(
    ("seconds", "words"), [(0, "0 秒后"), (25, "25 秒后"), (119, "119 秒后"), (4500, "75 分钟后"), (11_000, "3 小时后")]
)
def test_a_second_try_says_how_much_later_it_was(seconds: int, words: str) -> None:
    assert wording.gap(NOW, NOW + timedelta(seconds=seconds)) == words


def test_the_gap_is_that_of_the_clocks_that_are_printed() -> None:
    first, then = NOW.replace(second=23, microsecond=100_000), NOW.replace(second=24, microsecond=700_000)
    assert wording.gap(first, then) == "1 秒后"


def test_a_finding_counts_its_days_from_the_first() -> None:
    assert wording.standing_days(TODAY, TODAY) == "当日"
    assert wording.standing_days(TODAY - timedelta(days=2), TODAY) == "第 3 天"


@pytest.mark.parametrize(
    ("screen", "document"),
    [
        pytest.param("读了 3 个网站、1,432 个页面", "读了3个网站、1432个页面", id="digits and thousands"),
        pytest.param("判定 HTTP 404 了", "判定HTTP 404了", id="spaces between words stay"),
        pytest.param("关于 印发", "关于 印发", id="a title's own space stays"),
        pytest.param("1,23 和 12,3456", "1,23和12,3456", id="no thousands"),
    ],
)
def test_documents_set_chinese_and_digits_tight(screen: str, document: str) -> None:
    assert wording.tight(screen) == document


def test_control_characters_are_left_out_of_office_files() -> None:
    assert wording.printable("标\x00题\x0b\t一\n二") == "标题\t一\n二"
