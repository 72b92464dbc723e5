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
