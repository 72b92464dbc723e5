"""Dates of items that are shown in unusual ways: a list that has them is not undated."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml.html import fragment_fromstring

from crawler.extract.items import read_column
from crawler.extract.loose_dates import loose_day
from crawler.extract.page import parse

TODAY = date(2026, 11, 20)
TITLE = "关于印发工作方案的通知"


def day(beside: str) -> date | None:
    row = fragment_fromstring(f"<li><a href='/2019/01/02/c1.html'>{TITLE}</a>{beside}</li>")
    return loose_day(row, TITLE, today=TODAY)


@pytest.mark.parametrize(
    ("beside", "shown"),
    [
        ("<span>26-11-03</span>", date(2026, 11, 3)),
        ("（25/12/31）", date(2025, 12, 31)),
        ("<span>时间：26年11月03日</span>", date(2026, 11, 3)),
        ("<span>20261103</span>", date(2026, 11, 3)),
        ("<em>2026</em><em>11</em><em>03</em>", date(2026, 11, 3)),
        ("<span>03/11/2026</span>", date(2026, 11, 3)),
        ("<span>12-25-2025</span>", date(2025, 12, 25)),
        ("<span>3天前</span>", date(2026, 11, 17)),
        ("<span>2个月前</span>", date(2026, 9, 21)),
        ("<span>昨天 10:20</span>", date(2026, 11, 19)),
        ("<span>2026-11</span>", TODAY),
        ("<span>2026年9月</span>", date(2026, 9, 30)),
        ("<b>03</b><i>Nov</i>", date(2026, 11, 3)),
        ("<span>Dec 03</span>", date(2025, 12, 3)),
        ("<span>Nov 03, 2024</span>", date(2024, 11, 3)),
        ("<span><script>document.write('2026-11-03 10:20:00'.substring(0,10))</script></span>", date(2026, 11, 3)),
        ("<span data-time='2026-11-03'></span>", date(2026, 11, 3)),
        ("<time datetime='2026-11-03'>3号</time>", date(2026, 11, 3)),
        ("<i title='发布时间：2026-11-03'></i>", date(2026, 11, 3)),
    ],
)
def test_a_day_shown_in_an_unusual_way(beside: str, shown: date) -> None:
    assert day(beside) == shown


@pytest.mark.parametrize(
    "beside",
    [
        "",
        "<span>点击：20180315次</span>",
        "<span>临建发〔2025〕12号</span>",
        "<span>索引号：LH20180315</span>",
        "<span>[37]</span>",
        "<span>99-99-99</span>",
        "<span>11</span>",
        "<i title='2018年3月15日会议材料'></i>",
    ],
)
def test_other_numbers_are_no_days(beside: str) -> None:
    assert day(beside) is None


def test_a_list_with_such_days_is_dated() -> None:
    rows = "".join(f"<li><a href='/a/c10{n}.html'>关于印发第{n}个方案的通知</a><i>{n}天前</i></li>" for n in (1, 2, 3))
    html = f"<html><body><ul class='list'>{rows}</ul><div class='page'>上一页 下一页</div></body></html>"
    found = read_column(parse(html.encode(), url="https://www.linhe.example/tzgg/"), today=TODAY)
    assert found is not None
    assert found.latest == date(2026, 11, 19)


@pytest.mark.parametrize("newest", ["今天 09:12", "昨天", "3小时前", "2天前", "[刚刚]", "二〇二六年十一月十九日"])
def test_the_newest_shown_otherwise_than_the_rest_keeps_a_list_fresh(newest: str) -> None:
    days = [newest, "2026-09-01", "2026-08-12"]
    rows = "".join(
        f"<li><a href='/a/c10{n}.html'>关于印发第{n}个方案的通知</a><i>{day}</i></li>" for n, day in enumerate(days)
    )
    html = f"<html><body><ul class='list'>{rows}</ul><div class='page'>上一页 下一页</div></body></html>"
    found = read_column(parse(html.encode(), url="https://www.linhe.example/tzgg/"), today=TODAY)
    assert found is not None
    assert found.latest is not None
    assert (TODAY - found.latest).days <= 2


@given(st.text(alphabet="0123456789-/. 年月日天前NovDec:", max_size=20))
def test_no_text_breaks_it(text: str) -> None:
    day(f"<span>{text}</span>")
