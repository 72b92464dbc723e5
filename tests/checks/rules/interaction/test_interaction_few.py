from datetime import date

import pytest

from checks.message import sentence
from config.rule_file import load_rules
from tests.checks.rules.rule import found, rule
from tests.factories import HOME, column, item, register_site, site


def held(count, *, kind="consultation", **given):
    items = tuple(
        item(title=f"关于第{n}个办法征求意见的公告", url=f"{HOME}yjzj/{n}.html", date=date(2026, 10, n + 1))
        for n in range(count)
    )
    return column(url=f"{HOME}{kind}/", name="意见征集", type=kind, items=given.pop("items", items), **given)


def few(*columns, level="county"):
    return found("interaction-few", site(site=register_site(level=level), columns=columns))


def test_two_consultations_in_a_year():
    (finding,) = few(held(2))
    assert (finding.subject, finding.facts["held"], finding.facts["required"]) == ("consultation", 2, 6)


def test_outcomes_are_no_further_consultations():
    outcome = item(title="意见采纳情况", url=f"{HOME}yjzj/9.html", date=date(2026, 10, 9))
    (finding,) = few(held(0, items=(outcome,)))
    assert (finding.facts["held"], finding.facts["results"]) == (0, 1)
    assert "开展“意见征集” 0 次（栏目中另有 1 条是结果反馈，不计次数）" in sentence(
        load_rules()["interaction-few"], finding
    )


def test_no_interview_in_a_year():
    old = item(url=f"{HOME}ft/1.html", date=date(2025, 1, 5))
    (finding,) = few(held(6), held(0, kind="interview", items=(old,)))
    assert finding.subject == "interview"


def test_columns_of_one_kind_count_together():
    more = tuple(item(title="征求意见", url=f"{HOME}dc/{n}.html", date=date(2026, 9, n + 1)) for n in range(3))
    assert few(held(3), column(url=f"{HOME}dc/", type="consultation", items=more)) == []


@pytest.mark.parametrize(
    "columns",
    [
        pytest.param((held(6),), id="six"),
        pytest.param((), id="no such column"),
        pytest.param((held(1, unreadable="script"),), id="a list that could not be seen"),
        pytest.param((held(1, seen=None),), id="a column that could not be read"),
        pytest.param((held(1, items=(item(date=None),)),), id="entries without dates"),
    ],
)
def test_nothing_to_say_about(columns):
    assert few(*columns) == []


def test_a_bureau_owes_none():
    assert few(held(1), level="department") == []


def test_it_cannot_tell_where_it_cannot_count():
    one = rule("interaction-few")
    assert one.can_tell is not None
    assert not one.can_tell(site(columns=(held(1, unreadable="script"),)), "consultation", one.limits)
    assert one.can_tell(site(columns=(held(6),)), "consultation", one.limits)
