from dataclasses import replace

import pytest

from tests.checks.rules.rule import found
from tests.factories import HOME, TODAY, column, item, page_facts, site

UNDATED = tuple(item(title=f"第{n}次会议", url=f"{HOME}{n}.html", date=None) for n in range(3))


def test_a_list_without_any_date_is_found():
    (finding,) = found("column-undated", site(columns=(column(items=UNDATED, latest=None),)))
    assert finding.facts["count"] == 3
    assert (finding.severity, finding.verdict) == (None, "likely")


def test_articles_behind_the_items_make_it_sure_whatever_the_column_is_called():
    kinds = {f"{HOME}1.html": "article"}
    unknown = column(items=UNDATED, latest=None, type=None, confidence=0.4)
    (finding,) = found("column-undated", site(columns=(unknown,), undated=kinds))
    assert finding.verdict == "confirmed"
    one = column(items=UNDATED[1:2], latest=None, type=None, confidence=0.4)
    assert len(found("column-undated", site(columns=(one,), undated=kinds))) == 1


def test_dated_articles_make_it_advice():
    seen = site(
        columns=(column(items=UNDATED, latest=None),), pages=(page_facts(url=f"{HOME}1.html", published_on=TODAY),)
    )
    assert found("column-undated", seen)[0].severity == "advice"


@pytest.mark.parametrize(
    ("title", "kind", "severity"),
    [
        (f"{TODAY.year}年1—10月主要经济指标", "statistics", "advice"),
        (f"{TODAY.year - 1}年1—10月主要经济指标", "statistics", None),
        (f"{TODAY.year}年全县教育工作会议召开", "news_department", None),
    ],
)
def test_titles_that_name_this_year_make_it_advice_where_a_year_is_the_limit(title, kind, severity):
    listed = column(type=kind, items=tuple(replace(one, title=title) for one in UNDATED), latest=None)
    assert found("column-undated", site(columns=(listed,)))[0].severity == severity


def test_a_list_that_may_print_deadlines_alone_needs_dates_only_where_its_articles_have_none():
    asked = column(items=UNDATED, latest=None, type="consultation")
    dated = (page_facts(url=f"{HOME}1.html", published_on=TODAY),)
    assert found("column-undated", site(columns=(asked,), pages=dated)) == []
    assert len(found("column-undated", site(columns=(asked,)))) == 1


@pytest.mark.parametrize(
    "given",
    [
        pytest.param({"items": (*UNDATED, item())}, id="one date is enough"),
        pytest.param({"items": UNDATED[:1]}, id="a single entry"),
        pytest.param({"items": (), "latest": None}, id="empty: another rule's business"),
        pytest.param({"items": UNDATED, "unreadable": "frame"}, id="could not look"),
        pytest.param({"items": UNDATED, "type": "leaders"}, id="static"),
        pytest.param({"items": UNDATED, "type": None, "confidence": 0.4}, id="perhaps no column"),
        pytest.param({"items": UNDATED, "type": None, "confidence": 0.95}, id="nobody knows what they lead to"),
        pytest.param({"items": UNDATED, "type": "faq"}, id="timeless by type"),
        pytest.param({"items": UNDATED, "type": "special_active"}, id="perhaps topics"),
    ],
)
def test_nothing_to_say_about(given):
    values = {"latest": None, **given}
    assert found("column-undated", site(columns=(column(**values),))) == []


@pytest.mark.parametrize(
    ("kind", "of_type", "count"),
    [("column", "notice", 0), ("other", "notice", 0), ("attachment", None, 0), ("attachment", "notice", 1)],
)
def test_what_leads_to_no_articles_needs_no_date_but_notices_may_be_files(kind, of_type, count):
    kinds = dict.fromkeys((one.url for one in UNDATED), kind)
    one = column(items=UNDATED, latest=None, type=of_type)
    assert len(found("column-undated", site(columns=(one,), undated=kinds))) == count


@pytest.mark.parametrize(
    ("name", "title"),
    [
        ("办事流程", "第{}次会议"),
        ("便民服务", "残疾人证申请办理流程（{}）"),
        ("互动交流", "社保卡丢了怎么办{}"),
        ("教育", "第一中心小学{}"),
    ],
)
def test_guides_and_their_like_need_no_date(name, title):
    items = tuple(item(title=title.format(""), url=f"{HOME}{n}.html", date=None) for n in range(3))
    kinds = {one.url: "article" for one in items}
    assert (
        found("column-undated", site(columns=(column(name=name, type=None, items=items, latest=None),), undated=kinds))
        == []
    )


def test_a_page_that_leads_to_other_columns_is_not_told_of_their_items():
    front = column(url=f"{HOME}hdjl/", name="互动交流", type=None, items=UNDATED[:2], latest=None)
    below = column(url=f"{HOME}hdjl/ft/", name="在线访谈", type="interview", items=UNDATED, latest=None)
    kinds = {one.url: "article" for one in UNDATED}
    (finding,) = found("column-undated", site(columns=(front, below), undated=kinds))
    assert finding.subject == below.url


def test_a_hub_of_many_columns_is_not_told_of_their_items():
    hub = column(url=f"{HOME}zwgk/", name="政务公开", type=None, items=UNDATED, latest=None)
    below = [
        column(url=f"{HOME}{n}/", name=f"栏目{n}", items=(replace(one, date=TODAY),))
        for n, one in enumerate(UNDATED[:2])
    ]
    kinds = {one.url: "article" for one in UNDATED}
    assert found("column-undated", site(columns=(hub, *below), undated=kinds)) == []
