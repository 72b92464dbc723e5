from datetime import date, timedelta

import pytest

from tests.checks.rules.rule import found
from tests.factories import HOME, TODAY, column, column_seen, item, site


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


def test_the_newest_entry_is_the_proof():
    pinned, newest, later = (item(title=title, date=ago(days)) for title, days in (("甲", 60), ("乙", 20), ("丙", -1)))
    (finding,) = found(
        "column-stale", site(columns=(column(type="news_local", items=(pinned, newest, later), latest=ago(20)),))
    )
    assert finding.evidence.snippet == f"乙 {ago(20)}"


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
        pytest.param(aged(900, type=None, name="表格下载"), id="forms hold until they are changed"),
        pytest.param(aged(900, type=None, name="直属单位"), id="a directory"),
        pytest.param(
            column(type=None, name="资料中心", latest=ago(900), items=(item(title="教师资格认定申请表"),)),
            id="titles of forms",
        ),
        pytest.param(column(latest=None, items=(item(date=None),)), id="undated: another rule's business"),
        pytest.param(column(latest=ago(900), unreadable="script"), id="drawn by a script"),
        pytest.param(column(seen=None), id="not read"),
        pytest.param(
            column(
                type="public_enterprise",
                items=(
                    item(url="https://shui.linhe.example/", date=ago(900)),
                    item(url="https://dian.linhe.example/", date=ago(900)),
                ),
                latest=ago(900),
            ),
            id="a directory of other sites",
        ),
        pytest.param(
            column(
                seen=column_seen(
                    items=(item(date=ago(900)), item(date=ago(800))), latest=ago(800), next_page=f"{HOME}tzgg/2.html"
                )
            ),
            id="its newest items stand on a later page",
        ),
        pytest.param(column(latest=TODAY + timedelta(days=9)), id="only a date after today"),
    ],
)
def test_nothing_to_say_about(quiet):
    assert found("column-stale", site(columns=(quiet,))) == []


def test_a_column_met_twice_counts_once():
    first = aged(20, type="news_local", url=f"{HOME}xw/")
    again = aged(20, type="news_local", url=f"{HOME}xw/index.html")
    assert len(found("column-stale", site(columns=(first, again)))) == 1


@pytest.mark.parametrize(
    ("given", "kind"),
    [
        ({"type": "power_list", "name": "权责清单"}, "on-change"),
        ({"type": "public_enterprise", "name": "公共企事业单位目录"}, "on-change"),
        ({"type": "grassroots_domain", "name": "基层政务公开标准目录"}, "on-change"),
        ({"type": "special_active", "name": "双减专题"}, "special"),
        ({"type": None, "name": "党史学习教育", "path": ("专题专栏",)}, "special"),
    ],
)
def test_what_changes_only_when_something_happens_is_advice_and_counts_for_no_veto(given, kind):
    (finding,) = found("column-stale", site(columns=(aged(900, **given),)))
    assert (finding.severity, finding.facts["kind"], finding.facts["bucket"]) == ("advice", kind, "none")


@pytest.mark.parametrize(
    "given", [{"type": "public_enterprise", "name": "公共企事业单位"}, {"type": "notice", "path": ("专题专栏",)}]
)
def test_other_columns_of_these_types_and_places_are_at_fault(given):
    (finding,) = found("column-stale", site(columns=(aged(900, **given),)))
    assert (finding.severity, finding.facts["bucket"]) == (None, "notice" if given["type"] == "notice" else "should")


def test_what_the_profile_sets_is_owed_even_by_a_catalogue():
    (finding,) = found("column-stale", site(columns=(aged(900, type="power_list", max_age_days=365),)))
    assert finding.severity is None


@pytest.mark.parametrize(
    "below",
    [
        pytest.param({"url": f"{HOME}zc/tj/", "level": 2}, id="by its address"),
        pytest.param({"url": f"{HOME}tujie/", "path": ("政策文件",)}, id="by its path"),
    ],
)
def test_a_column_is_as_new_as_the_newest_column_below_it(below):
    old = aged(900, type="policy_document", name="政策文件", url=f"{HOME}zc/")
    fresh = aged(9, type="policy_document", name="其他文件", **below)
    assert found("column-stale", site(columns=(old, fresh))) == []
    assert found("column-stale", site(columns=(old, aged(901, type=None, name="其他文件", confidence=0.3, **below))))


def test_a_menu_s_heading_of_the_same_name_puts_nothing_below_a_column():
    old = aged(900, type="policy_document", name="政策文件", path=("政策文件",), url=f"{HOME}wj/")
    beside = aged(9, type="interpretation", name="政策解读", path=("政策文件",), url=f"{HOME}jd/")
    assert found("column-stale", site(columns=(old, beside)))


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
