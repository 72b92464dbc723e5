"""Texts that can be kept, whatever a script's escapes give."""

from collections.abc import Callable
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import TypeAdapter

from checks.observations.page import PageSeen
from crawler.extract.footer import written
from crawler.extract.hints import whole
from crawler.extract.page import read_page
from crawler.extract.parts import written_markup

HALF = "\\ud83d"
LIST = f"""<script>var data = [
{{"title":"关于{HALF}防汛的通知","url":"/tzgg/1{HALF}.html","date":"2026-10-01"}},
{{"title":"关于防火的通知","url":"/tzgg/2.html","date":"2026-10-02"}},
{{"title":"关于防疫的通知","url":"/tzgg/3.html","date":"2026-10-03"}}];</script>"""
SCRIPT = f"""document.write('<p>主办：{HALF}</p>' + unescape('%3Cp%3E%uD83D%3C/p%3E'));"""


@given(st.lists(st.characters() | st.characters(categories=["Cs"])).map("".join))
def test_every_text_can_be_kept(text: str) -> None:
    assert whole(text).encode().decode() == whole(text)
    assert "\0" not in whole(text)


@given(st.text(st.characters(exclude_characters="\0", exclude_categories=["Cs"])))
def test_a_text_of_whole_characters_stays_as_it_is(text: str) -> None:
    assert whole(text) == text


def test_halves_are_joined() -> None:
    assert whole("\ud83d\ude00 \ude00") == "😀 \ufffd"


@pytest.mark.parametrize("unpack", [written, written_markup])
def test_what_a_script_writes_can_be_kept(unpack: Callable[[str], str]) -> None:
    assert "\ufffd" in unpack(SCRIPT)
    assert unpack(SCRIPT).encode()


def test_a_list_with_half_characters_can_be_kept() -> None:
    body = f"""<html><head><title>通知公告</title><meta name="ColumnName" content="通知公告"></head><body>
    <div class="position">当前位置：<a href="/">首页</a> &gt; <a href="/tzgg/">通知公告</a></div>{LIST}</body></html>"""
    page = read_page(body.encode(), url="https://www.linhe.example/tzgg/", today=date(2026, 11, 20))
    assert TypeAdapter(PageSeen).dump_json(page)
