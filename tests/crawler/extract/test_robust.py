"""Pages that nobody wrote on purpose, and pages that somebody did."""

import random
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checks.observations.site import SiteColumn
from crawler.extract.page import read_page

URL = "https://www.linhe.example/zwgk/a.html"
ENDLESS = "9" * 5000
"""More digits than Python turns into a number."""
TODAY = date(2026, 11, 21)
SHREDS = st.sampled_from(
    [
        "<div class='nav'>",
        "</div>",
        "<table><tr><td>",
        "</html>",
        "<html>",
        "<body>",
        "<!--",
        "-->",
        "<script>",
        "</script>",
        "<a href='a.html'>",
        "<a href=",
        "<title>",
        "</title>",
        "<h1>通知</h1>",
        "发布时间：2026-11-20",
        "来源：",
        "当前位置：首页 > ",
        "<meta name='PubDate' content='2026",
        "&#0;",
        "&nbsp;",
        "\x00",
        "<![CDATA[",
        "<frameset>",
        "<template>",
        "<svg><a>",
        "，。",
        "<p>正文的一段文字，说明情况。",
    ]
)


@pytest.mark.parametrize(
    "body",
    [
        pytest.param(b"", id="empty"),
        pytest.param(b" \r\n ", id="blank"),
        pytest.param(b"\x00" * 5000, id="nul bytes"),
        pytest.param(random.Random(7).randbytes(60_000), id="binary garbage"),
        pytest.param(b"<div>" * 60_000, id="deep nesting"),
        pytest.param(b"<div>" * 9_000 + "内容，说明。".encode() + b"</div>" * 9_000, id="deep nesting, closed"),
        pytest.param(b"<p>" + "没有换行的一行文字，".encode() * 350_000, id="10 MB of one line"),
        pytest.param(b"<html><head><title>x<body><div><p><a href='y><table><tr><td>" * 1_000, id="unclosed everything"),
        pytest.param(b"<!--" * 100_000, id="comments that never end"),
        pytest.param(b"<" * 300_000, id="only brackets"),
        pytest.param(b"<p>" + b" " * 2_000_000 + b"x", id="a sea of spaces"),
        pytest.param("当前位置：".encode() + b"> " * 100_000, id="a breadcrumb without end"),
        pytest.param("来源：".encode() * 200_000, id="nothing but sources"),
        pytest.param(b"20" * 500_000, id="nothing but digits"),
        pytest.param(b"<title>" + "标题_".encode() * 100_000 + b"</title><h1>x</h1>", id="a title without end"),
        pytest.param(b"<a onclick=\"window.open('" + b"(" * 500_000 + b'">x</a>', id="a script without end"),
        pytest.param(b'<div style="' + b"left: -" * 100_000 + b'">x', id="a style without end"),
        pytest.param(b"</html><div>x</div>" * 5_000, id="ended over and over"),
        pytest.param(
            b'<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;">'
            b'<!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;&b;">]><html>&c;&c;</html>',
            id="an entity bomb",
        ),
        pytest.param(f"<p>京ICP备12345678号 &#{ENDLESS};</p>".encode(), id="a character's number"),
    ],
)
def test_reads_on_whatever_the_bytes_are(body: bytes) -> None:
    assert read_page(body, url=URL, today=TODAY).sha256


@pytest.mark.parametrize(
    "source",
    [
        pytest.param(f"<iframe src='/list.html' width={ENDLESS}></iframe>", id="a frame's width"),
        pytest.param(f'<script>var list = [{{"title": {ENDLESS}}}];</script>', id="a number in JSON"),
        pytest.param(f"<script>var pageCount = {ENDLESS}; var currentPage = {ENDLESS};</script>", id="a pager's count"),
        pytest.param("<script>createPageHTML(²0, 0, 'index', 'html');</script>", id="digits that are no number"),
    ],
)
def test_a_column_is_read_whatever_its_numbers_are(source: str) -> None:
    list_of_three = "".join(f"<li><a href='{n}.html'>关于第{n}次检查的通知</a> 2026-11-0{n}</li>" for n in (1, 2, 3))
    known = SiteColumn(name="通知公告", url=URL, type=None)
    assert read_page(source.encode(), url=URL, today=TODAY, column=known).kind == "column"
    listed = read_page(f"<ul>{list_of_three}</ul>{source}".encode(), url=URL, today=TODAY, column=known).column
    assert listed is not None
    assert len(listed.items) == 3


def test_a_list_of_impossible_addresses_does_not_make_it_raise() -> None:
    rows = "".join(f"<li><a href='http://[{n}'>关于第{n}次检查的通知</a> 2026-11-{n:02}</li>" for n in range(1, 8))
    lists = f"<title>通知公告</title><div><ul>{rows}</ul></div><div class='b'><ol>{rows}</ol></div>"
    seen = read_page(
        lists.encode(), url=URL, is_home=False, column=SiteColumn(name="通知公告", url=URL, type=None), today=TODAY
    )
    assert seen.column is not None
    assert len(seen.column.items) == 7


@given(st.lists(SHREDS, max_size=40).map("".join))
def test_shreds_of_html_never_make_it_raise(html: str) -> None:
    seen = read_page(html.encode(), url=URL, today=TODAY)
    assert "\x00" not in seen.text


@given(st.binary(max_size=400))
def test_bytes_never_make_it_raise(body: bytes) -> None:
    read_page(body, url="", today=TODAY)
