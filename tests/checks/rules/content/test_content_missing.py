from dataclasses import replace

import pytest

from checks.observations.consultation import ConsultationSeen
from checks.rules.content.content_missing import can_tell
from checks.run import judge_site
from config.mandatory_content import load_mandatory
from tests.checks.rules.rule import found, rule
from tests.factories import HOME, column, column_seen, item, link, page, page_facts, register_site, site

PLATFORM = f"{HOME}zfxxgk/"
GRASSROOTS = f"{HOME}jczwgk/"
GENERIC = ("机构", "领导", "信箱", "互动", "服务", "统计", "收费", "数据")
"""Words of other items' names that are names of these as well."""
SHARED = "https://gk.sheng.example/linhe/"


def names_of(level):
    """A name for each item of the standard that a level owes, each at its own address."""
    owed = [
        item for item in load_mandatory().values() if item.match and level in item.levels and item.group != "footer"
    ]
    names = {item.match[0]: f"{HOME}{item.code}/" for item in owed}
    return {**names, "政府信息公开": PLATFORM, "基层政务公开标准目录": GRASSROOTS}


def portal(*without, level="county", wordless=False, **given):
    """A portal with everything that its level owes, but for names with one of the words `without`."""
    names = {name: url for name, url in names_of(level).items() if not any(word in name for word in without)}
    links = [link(url=url, text=name) for name, url in names.items()]
    if wordless:
        links.append(link(url=f"{HOME}pic/", text=""))
    values = {
        "site": register_site(level=level),
        "home": page(url=HOME, kind="home", links=tuple(links)),
        "names": names,
        "looked_at": frozenset({HOME, PLATFORM, GRASSROOTS}),
        "columns": (),
        **given,
    }
    return site(**values)


def missing(seen):
    return [finding.subject for finding in found("content-missing", seen)]


@pytest.mark.parametrize("level", ["province", "city", "county", "township", "department"])
def test_a_whole_portal_lacks_nothing(level):
    assert missing(portal(level=level)) == []


@pytest.mark.parametrize(
    ("level", "words", "code"),
    [
        ("city", ("公报",), "K15"),
        ("county", ("指南",), "P01"),
        ("county", ("基本目录",), "P07"),
        ("county", ("涉农补贴",), "G23"),
        ("county", ("访谈",), "K10"),
        ("county", ("双随机", "随机抽查"), "K17"),
        ("county", ("政府采购",), "L09"),
        ("department", ("依申请公开", "信息公开申请"), "P05"),
        ("department", ("权责清单",), "K20"),
        ("township", ("依申请公开", "信息公开申请"), "P05"),
    ],
)
def test_each_group_is_looked_for(level, words, code):
    (finding,) = found("content-missing", portal(*words, level=level))
    assert finding.subject == code
    assert finding.verdict == "confirmed"
    assert finding.facts["item"] == load_mandatory()[code].name


def test_inferred_duties_are_advice():
    (finding,) = found("content-missing", portal("通知公告"))
    assert (finding.subject, finding.severity, finding.repair) == ("K04", "advice", "column")


@pytest.mark.parametrize("name", ["公告公示", "通 知 公 告", "【通知公告】", "县级通知公告栏"])
def test_spaces_marks_and_other_names_do_not_hide_it(name):
    assert missing(portal("通知公告", columns=(column(name=name, url=f"{HOME}K04/"),))) == []


def catalogues(*without, **given):
    """A portal whose domains only stand in the titles of a list, and whose navigation names none of them."""
    domains = [item for item in load_mandatory().values() if item.code.startswith("G") and item.code != "G00"]
    items = tuple(
        item(
            title=f"临河县{domain.match[0]}领域基层政务公开标准目录（2026年版）", url=f"{GRASSROOTS}{domain.code}.html"
        )
        for domain in domains
        if domain.code not in without
    )
    seen = column_seen(name="基层政务公开标准目录", type="grassroots_domain", items=items, **given)
    listing = column(url=GRASSROOTS, name="基层政务公开标准目录", type="grassroots_domain", seen=seen)
    return portal(*(domain.match[0] for domain in domains), columns=(listing,))


def test_titles_of_the_catalogues_name_their_domains():
    assert not [code for code in missing(catalogues()) if code.startswith("G")]
    assert [code for code in missing(catalogues("G21")) if code.startswith("G")] == ["G21"]


@pytest.mark.parametrize("given", [{"next_page": f"{GRASSROOTS}2.html"}, {"unreadable": "script"}])
def test_a_list_of_catalogues_not_read_to_its_end_says_nothing(given):
    assert not [code for code in missing(catalogues("G21", **given)) if code.startswith("G")]


def test_a_breadcrumb_or_a_path_names_it():
    assert missing(portal("访谈", pages=(page_facts(crumbs=("首页", "互动交流", "在线访谈")),))) == []
    assert missing(portal("访谈", columns=(column(path=("在线访谈",)),))) == []


def test_a_target_names_it():
    linked = (*portal("12345").home.links, link(url="https://12345.linhe.example/", text=""))
    assert missing(portal("12345")) == ["K12"]
    assert missing(portal("12345", home=page(url=HOME, kind="home", links=linked))) == []


def test_pictures_without_words_leave_a_doubt():
    assert [finding.verdict for finding in found("content-missing", portal("访谈", wordless=True))] == ["likely"]


def test_a_missing_platform_is_one_fault():
    assert missing(portal("公开", "目录", level="department")) == ["P00"]


@pytest.mark.parametrize(
    ("word", "title"),
    [
        ("基本目录", "临河县教育局主动公开基本目录（2026年版）"),
        ("指南", "临河县人民政府办公室关于公布政府信息公开指南的通知"),
        ("政府性基金", "临河县行政事业性收费目录清单（2026年10月）"),
        ("债", "临河县2026年地方政府债务限额余额情况表及说明"),
    ],
)
def test_a_paper_published_in_another_column_is_what_was_looked_for(word, title):
    assert missing(portal(word, "收费目录")) != []
    listed = column(name="其他法定信息", url=f"{HOME}qt/", items=(item(title=title),))
    assert missing(portal(word, "收费目录", columns=(listed, column(name="收费目录清单", url=f"{HOME}sf/")))) == []


@pytest.mark.parametrize(
    ("code", "name", "level"),
    [
        ("K11", "区长信箱", "county"),
        ("K11", "网上咨询", "department"),
        ("K09", "征集调查", "department"),
        ("K21", "部门预决算", "department"),
        ("K21", "部门预算", "department"),
        ("K20", "行政权力事项", "county"),
        ("K16", "人大建议答复", "county"),
        ("L02", "组织机构", "county"),
        ("L04", "数据发布", "county"),
        ("L08", "行政事业收费公示", "county"),
        ("K13", "便民服务", "county"),
    ],
)
def test_the_names_that_offices_commonly_use_are_known(code, name, level):
    words = (*load_mandatory()[code].match, *GENERIC)
    assert code in missing(portal(*words, level=level))
    assert code not in missing(portal(*words, level=level, columns=(column(name=name, url=f"{HOME}x/"),)))


def test_one_thing_under_two_names_is_there():
    assert "K18" in missing(portal("双公示", "行政处罚公示", "行政许可"))
    both = (column(name="行政许可", url=f"{HOME}xk/"), column(name="行政处罚结果", url=f"{HOME}cf/"))
    assert "K18" not in missing(portal("双公示", "行政处罚公示", "行政许可", columns=both))
    assert "K18" in missing(portal("双公示", "行政处罚公示", "行政许可", columns=both[1:]))


def test_if_and_local_items_are_off_until_switched_on():
    audit = portal("审计")
    assert missing(audit) == []
    one = rule("content-missing")
    limits = type(one.limits)(**{**vars(one.limits), "switched_on": frozenset({"K32"})})
    assert [finding.subject for finding in one.check(audit, limits)] == ["K32"]


def test_departments_owe_what_belongs_to_their_functions():
    assert missing(portal("双随机", "随机抽查", "统计", level="department")) == []


@pytest.mark.parametrize(
    "seen",
    [
        pytest.param(portal("访谈", home=None), id="home not read"),
        pytest.param(portal("访谈", home=page(url=HOME, kind="home", links=(link(),))), id="navigation by script"),
        pytest.param(portal("访谈", columns=(column(seen=None, url=f"{HOME}x/"),)), id="a first-level column unread"),
        pytest.param(portal("指南", looked_at=frozenset({HOME, GRASSROOTS})), id="platform not read"),
        pytest.param(portal("涉农补贴", looked_at=frozenset({HOME, PLATFORM})), id="catalogue of domains not read"),
        pytest.param(
            portal(
                "指南",
                names={**names_of("county"), "政府信息公开": SHARED},
                home=page(url=HOME, kind="home", links=tuple(link(text=f"链接{n}") for n in range(20))),
                looked_at=frozenset({HOME, SHARED, GRASSROOTS}),
            ),
            id="a platform on another host, whose address was only asked after",
        ),
        pytest.param(portal("指南", site=register_site(url=f"{HOME}jyj/")), id="a platform beside the site's folder"),
        pytest.param(portal("公报"), id="a county owes no gazette"),
    ],
)
def test_nothing_to_say_about(seen):
    assert missing(seen) == []


def test_a_platform_whose_menu_is_not_seen_says_nothing():
    assert missing(portal("指南", "制度", "主动公开", "年报", "依申请", "信息公开目录")) == []


@pytest.mark.parametrize("word", ["K15", "政府公报", "government-gazette"])
def test_a_profile_exempts_by_code_name_or_alias(word):
    exempt = ({"check": "content-missing", "item": word, "reason": "由省政府统一刊发"},)
    seen = portal("公报", site=register_site(level="city", exempt=exempt), level="city")
    assert not [finding for finding in judge_site(seen) if finding.rule == "content-missing"]


def test_it_can_tell_only_where_it_looked():
    one = rule("content-missing")
    assert can_tell(portal("访谈"), "K10", one.limits)
    assert can_tell(portal(), "K10", one.limits)
    assert not can_tell(portal("访谈", columns=(column(seen=None, url=f"{HOME}x/"),)), "K10", one.limits)
    assert not can_tell(portal("访谈", home=None), "K10", one.limits)


def test_a_name_that_stands_for_the_same_thing_under_another_heading_is_a_synonym():
    lacking = portal("政策文件", "政府文件", "规范性文件", "政策法规", level="department")
    assert "K05" in missing(lacking)
    named = replace(lacking, names={**lacking.names, "政策法规": f"{HOME}zcfg/"})
    assert "K05" not in missing(named)


def test_a_page_of_consultation_proves_the_item_whatever_its_column_is_called():
    lacking = portal("意见征集", "征求意见", "民意征集", "网上调查", "决策预公开", "调查征集", "征集调查")
    assert "K09" in missing(lacking)
    asking = page_facts(consultation=ConsultationSeen())
    assert "K09" not in missing(replace(lacking, pages=(asking,)))
