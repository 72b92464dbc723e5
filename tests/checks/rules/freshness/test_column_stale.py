from datetime import date, timedelta

import pytest

from tests.checks.rules.rule import found
from tests.factories import HOME, TODAY, column, item, site


def ago(days):
    return TODAY - timedelta(days=days)


def aged(days, **given):
    return column(items=(item(date=ago(days)),), latest=ago(days), **given)


@pytest.mark.parametrize(
    ("kind", "days"),
    [("news_local", 14), ("notice", 180), ("policy_document", 180), ("interpretation", 180), ("personnel", 365)],
)
def test_the_day_after_the_limit_is_stale(kind, days):
    assert found("column-stale", site(columns=(aged(days, type=kind),))) == []
    (finding,) = found("column-stale", site(columns=(aged(days + 1, type=kind),)))
    assert finding.facts["quiet_days"] == days + 1
    assert finding.facts["max_age_days"] == days
    assert finding.facts["latest"] == ago(days + 1).isoformat()


def test_the_profile_sets_a_shorter_age():
    monthly = aged(32, type="statistics", max_age_days=31)
    assert found("column-stale", site(columns=(monthly,)))[0].facts["max_age_days"] == 31
    assert found("column-stale", site(columns=(aged(31, type="statistics", max_age_days=31),))) == []


def test_the_profile_judges_even_a_type_without_an_age():
    assert found("column-stale", site(columns=(aged(100, type="leaders", max_age_days=90),)))


def test_an_unknown_type_has_a_year():
    assert found("column-stale", site(columns=(aged(365, type=None, name="便民提示"),))) == []
    assert found("column-stale", site(columns=(aged(366, type=None, name="便民提示"),)))


@pytest.mark.parametrize(
    "quiet",
    [
        pytest.param(aged(900, type="leaders"), id="static"),
        pytest.param(aged(900, type="disclosure_catalog"), id="a container"),
        pytest.param(aged(900, type="link_list"), id="links"),
        pytest.param(aged(900, type="special_archived", name="往期专题"), id="archived by type"),
        pytest.param(aged(900, type="special_active", name="脱贫攻坚（已归档）"), id="archived by name"),
        pytest.param(aged(900, type="special_active", name="疫情防控", path=("往期专题",)), id="below an archive"),
        pytest.param(aged(900, type="special_active", name="2020年两会专题"), id="a special of a past year"),
        pytest.param(aged(900, type="home_page", name="首页"), id="a way back home"),
        pytest.param(aged(900, type="disclosure_annual"), id="annual-report-missing tells it by its date"),
        pytest.param(aged(900, type=None, confidence=0.3), id="perhaps no column"),
        pytest.param(column(latest=None, items=(item(date=None),)), id="undated: another rule's business"),
        pytest.param(column(latest=ago(900), unreadable="script"), id="drawn by a script"),
        pytest.param(column(seen=None), id="not read"),
        pytest.param(column(latest=TODAY + timedelta(days=9)), id="only a date after today"),
    ],
)
def test_nothing_to_say_about(quiet):
    assert found("column-stale", site(columns=(quiet,))) == []


def test_a_column_met_twice_counts_once():
    first = aged(20, type="news_local", url=f"{HOME}xw/")
    again = aged(20, type="news_local", url=f"{HOME}xw/index.html")
    assert len(found("column-stale", site(columns=(first, again)))) == 1


def test_columns_named_for_this_year_are_judged():
    special = aged(181, type="special_active", name=f"{TODAY.year}年防汛专题")
    assert found("column-stale", site(columns=(special,)))


@pytest.mark.parametrize(
    ("given", "bucket"),
    [
        ({"type": "news_local", "level": 2}, "news"),
        ({"type": "notice", "level": 1}, "notice"),
        ({"type": "notice", "level": 2}, "should"),
        ({"type": None}, "should"),
    ],
)
def test_it_says_how_the_veto_counts_it(given, bucket):
    assert found("column-stale", site(columns=(aged(900, name="临河公告栏", **given),)))[0].facts["bucket"] == bucket


def test_a_leap_day_is_one_day():
    leap = site(today=date(2028, 3, 1), columns=(column(type="news_local", latest=date(2028, 2, 16)),))
    assert found("column-stale", leap) == []
