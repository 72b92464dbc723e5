import pytest

from checks.run import judge_site
from tests.checks.rules.rule import found
from tests.factories import HOME, column, column_seen, register_site, site

EMPTY = {"items": (), "latest": None}


def test_a_list_without_items_is_found():
    (finding,) = found("column-empty", site(columns=(column(type="personnel", name="人事任免", **EMPTY),)))
    assert (finding.subject, finding.column) == (f"{HOME}tzgg/", "人事任免")


@pytest.mark.parametrize(
    "given",
    [
        pytest.param({"unreadable": "script"}, id="could not look"),
        pytest.param({"seen": None}, id="not read"),
        pytest.param({"type": "leaders"}, id="static"),
        pytest.param({"type": "disclosure_request"}, id="a function"),
        pytest.param({"type": "special_archived"}, id="archived"),
        pytest.param({"type": None, "confidence": 0.8}, id="perhaps a single text"),
        pytest.param({"seen": column_seen(items=(), latest=None, next_page=f"{HOME}2.html")}, id="goes on"),
    ],
)
def test_nothing_to_say_about(given):
    values = given if "seen" in given else {**EMPTY, **given}
    assert found("column-empty", site(columns=(column(**values),))) == []


def test_a_column_of_columns_is_not_empty():
    parent = column(url=f"{HOME}zwgk/", name="政务公开", type=None, confidence=1.0, **EMPTY)
    child = column(url=f"{HOME}other/", name="人事任免", path=("政务公开",), level=2)
    below = column(url=f"{HOME}zwgk/rsrm/", name="人事任免", level=2)
    assert found("column-empty", site(columns=(parent, child))) == []
    assert found("column-empty", site(columns=(parent, below))) == []


def test_a_declaration_of_nothing_to_publish_is_honoured():
    reason = {"check": "column-empty", "item": f"{HOME}tzgg/", "reason": "本年度无人事任免"}
    seen = site(site=register_site(exempt=(reason,)), columns=(column(**EMPTY),))
    assert not [finding for finding in judge_site(seen) if finding.rule == "column-empty"]


def said(note):
    seen = column_seen(items=(), latest=None, empty_by="words", note=note)
    return found("column-empty", site(columns=(column(type=None, confidence=0.9, seen=seen),)))


def test_a_column_that_says_that_it_is_empty_is_found_whatever_it_is_called():
    (finding,) = said("暂无信息")
    assert finding.evidence.snippet == "暂无信息"


@pytest.mark.parametrize(
    "note", ["本栏目建设时间：2026年11月10日，暂无信息", "2026年第三季度未发生行政复议案件，特此说明"]
)
def test_an_explained_one_is_left_alone(note):
    assert said(note) == []


def test_an_explanation_wears_off():
    assert len(said("本栏目建设时间：2019年3月，暂无信息")) == 1


def test_a_file_at_the_root_is_no_folder_of_columns():
    one = column(url=f"{HOME}jyky.htm", name="教育科研", type="education", **EMPTY)
    other = column(url=f"{HOME}zwgk/rsrm.htm", name="人事任免", level=2)
    assert [finding.subject for finding in found("column-empty", site(columns=(one, other)))] == [one.url]


def test_a_file_with_folders_below_it_holds_columns_unless_other_columns_stand_beside_it():
    hub = column(url=f"{HOME}zwgk/list.shtml", name="政务公开", type="education", **EMPTY)
    below = column(url=f"{HOME}zwgk/rsrm/list.shtml", name="人事任免", level=2)
    beside = column(url=f"{HOME}zwgk/jyky.shtml", name="教育科研")
    assert found("column-empty", site(columns=(hub, below))) == []
    assert len(found("column-empty", site(columns=(hub, below, beside)))) == 1
