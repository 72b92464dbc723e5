from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crawler.extract.dates import (
    find_all,
    find_compact_dates,
    find_dates,
    http_date,
    settle_year,
)

DAY = date(2024, 5, 11)


@pytest.mark.parametrize(
    "text",
    [
        "2024年05月11日",
        "2024年5月11日",
        "2024 年 5 月 11 日",
        "2024/05/11",
        "2024-5-11",
        "2024.05.11",
        "( 2024-05-11)",
        "[2024-05-11]",
        "２０２４年５月１１日",
        "二〇二四年五月十一日",
        "二○二四年五月十一日",
        "2024—05—11",
        "发布时间：2024-05-11 08:01",
        "2024-05-11T08:01:00",
        "2024年05月11日08时01分",
        "2024 - 05 - 11",
    ],
)
def test_reads_dates_as_portals_write_them(text: str) -> None:
    assert find_dates(text) == [DAY]


@pytest.mark.parametrize(
    "text",
    [
        "",
        "2024年",
        "2024年5月",
        "（2016）粤13民终2456号",
        "2024-13-01",
        "2024-02-30",
        "2023年2月29日",
        "川卫函〔2025〕46号",
        "2020-10091",
        "K16185922-201704-00036",
        "13.2024.5.11",
        "360A12-07-2024-0008-1",
        "2024-05/11",
        "1.2019.1.1",
        "第2024-5-123号",
    ],
)
def test_what_is_no_date_is_skipped(text: str) -> None:
    assert find_dates(text) == []


def test_keeps_the_order_of_the_text() -> None:
    text = "自2024年5月8日至二〇二四年五月十日，2024-05-09发布"
    assert find_dates(text) == [date(2024, 5, 8), date(2024, 5, 10), date(2024, 5, 9)]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("2024年12月07日 08时01分", datetime(2024, 12, 7, 8, 1)),
        ("2023-08-19 10∶08", datetime(2023, 8, 19, 10, 8)),
        ("2022-11-14 14:59:48 【字体：大】", datetime(2022, 11, 14, 14, 59, 48)),
        ("2024-06-13 14：54", datetime(2024, 6, 13, 14, 54)),
        ("2007-08-20-23:59:59", datetime(2007, 8, 20, 23, 59, 59)),
        ("2024-05-11T08:01:30", datetime(2024, 5, 11, 8, 1, 30)),
        ("2024-05-11", None),
        ("2024-05-11 25:00", None),
        ("2024-05-11 浏览次数：1230", None),
    ],
)
def test_reads_the_time_of_day(text: str, wanted: datetime | None) -> None:
    assert next((found.at for found in find_all(text) if found.at), None) == wanted


@pytest.mark.parametrize(
    ("month", "day", "near", "wanted"),
    [
        (12, 30, date(2024, 1, 2), date(2023, 12, 30)),
        (1, 3, date(2023, 12, 30), date(2024, 1, 3)),
        (5, 11, date(2024, 6, 1), DAY),
        (2, 29, date(2024, 3, 1), date(2024, 2, 29)),
        (2, 29, date(2022, 7, 1), None),
    ],
)
def test_settles_the_year_by_a_neighbour(month: int, day: int, near: date, wanted: date | None) -> None:
    assert settle_year(month, day, near=near) == wanted


def test_reads_eight_digits_only_where_asked() -> None:
    assert find_compact_dates("t20210713_9468077") == [date(2021, 7, 13)]
    assert find_compact_dates("20211399 120210713") == []
    assert find_dates("20210713") == []


@given(
    st.dates(date(1949, 10, 1), date(2099, 12, 31)),
    st.sampled_from(["{0}-{1}-{2}", "{0}年{1}月{2}日", "{0}/{1:02}/{2:02}"]),
)
def test_reads_every_day_in_every_form(day: date, form: str) -> None:
    assert find_dates(f"时间：{form.format(day.year, day.month, day.day)} 来源") == [day]


@given(st.text(alphabet="0123456789-/年月日时分: .二〇一十", max_size=60))
def test_never_raises(text: str) -> None:
    find_dates(text)


@pytest.mark.parametrize(
    "text", ["Sat, 11 May 2024 00:00:00 GMT", "Sat, 11 May 2024 08:00:00 +0800", "11 May 2024 00:00:00"]
)
def test_a_headers_moment_has_its_zone(text: str) -> None:
    assert http_date(text) == datetime(2024, 5, 11, tzinfo=UTC)


@pytest.mark.parametrize(
    "text",
    [
        None,
        "",
        "soon",
        "Fri, 31 Dec 9999 23:59:59 GMT",
        "Mon, 01 Jan 99999999999999999999 00:00:00 GMT",
        "Mon, 01 Jan 2020 00:00:00 +9999999999",
    ],
)
def test_a_headers_moment_that_no_calendar_holds_is_none(text: str | None) -> None:
    assert http_date(text) is None
