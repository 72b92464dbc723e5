"""Sources that nobody wrote for people: every reader ends, and none takes more than its share of time.

The sizes are such that anything quadratic would run into the suite's time limit.
"""

from datetime import date

import pytest

from checks.observations.site import SiteColumn
from crawler.extract.document import read_document
from crawler.extract.interpretation import read_interpretations
from crawler.extract.items import read_column
from crawler.extract.marks import read_marks
from crawler.extract.page import parse
from crawler.extract.page_types import with_page_types
from tests.factories import page

MANY = 200_000
SOURCES = {
    "comments never closed": "<!--" * MANY,
    "scripts never closed": "<script>" * MANY,
    "tags never closed": "<" * MANY,
    "images never closed": "<img " * MANY,
    "anchors never closed": "<a href=x>" * MANY,
    "footers": '<div class="foot' * MANY,
    "one long comment about the footer": "<!--" + "foot " * MANY + "-->",
    "numbers": "号" * MANY,
    "spaced numbers": " 号" * MANY,
    "labels": "<p>文号：</p>" * (MANY // 20),
    "labels of guides": "<p>申请材料</p><p>办理时限</p><p>办理流程</p>" * (MANY // 6) + "<img src=1>",
    "labels in one line": "文号：" * MANY,
    "brackets": "〔2026〕" * MANY,
    "filing numbers": "ICP备" * MANY,
    "organisers": "主办：" + "县" * MANY,
    "spaces in a label": "文" + "\u3000" * MANY + "号",
    "deadlines": "2026年3月1日前" * (MANY // 20),
    "relations": "<p>相关解读：</p>" * (MANY // 20),
    "relations in one block": "<div>" + "相关解读：<br><a href=/a/1234.html>解读</a><br>" * (MANY // 20) + "</div>",
    "states": "<li><a href=1>信</a>受理中 2026-10-01</li>" * (MANY // 50),
    "spans of cells": "<table><tr><td rowspan=65534 colspan=1000>公开时限公开依据</td></tr></table>" * 200,
    "nested blocks": "<div>" * 3000 + "文号：1 成文日期：2026-01-01 索引号：2",
    "dates without a link": "<table>" + "<tr><td>2026-01-01</td></tr>" * (MANY // 3) + "</table><a href=1>1</a>",
    "lists": "<div><b>标题</b><ul><li><a href=1>关于通知的公告</a>2026-01-01</li></ul></div>" * (MANY // 40),
    "comments": "<!-- <a href=1></a> -->" * MANY,
    "nul and control characters": "\0\x01文号\0：" * 1000,
}


@pytest.mark.parametrize("source", SOURCES.values(), ids=SOURCES)
def test_every_reader_ends(source: str) -> None:
    html = f"<html><body><h1>征求意见建议答复</h1>{source}<p>网站标识码：9901210001</p></body></html>"
    doc = parse(html.encode(), url="https://www.linhe.example/a/1.html")
    text = source[:100_000]
    title = "关于公开征求意见的县长信箱建议答复公告" + source[:500]
    read_column(doc, today=date(2026, 11, 21), hint=SiteColumn(url=doc.url, name="通知公告", type=None))
    read_document(doc, title=title, text=text)
    read_interpretations(doc, title=title, crumbs=(), links=())
    read_marks(doc, fetched=(source,))
    with_page_types(page(title=title, text=text, published_on=date(2026, 3, 1)), doc)
