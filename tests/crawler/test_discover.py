from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from checks.observations.column import ColumnSeen, ItemSeen
from checks.observations.page import Crumb, PageSeen
from config.sites import ProfileColumn
from crawler.candidates import Candidate, column_candidates
from crawler.columns import ColumnFinder
from crawler.discover import second_level_candidates, settle_columns, third_level_candidates
from tests.factories import HOME, item, link, register_site


def page(url: str = HOME, **given: Any) -> PageSeen:
    return PageSeen(**{"url": url, "kind": "home" if url == HOME else "column", "encoding": "utf-8", **given})


def listing(url: str, name: str, count: int = 3, **given: Any) -> PageSeen:
    items = tuple(item(title=f"{name}第{n}条信息内容", url=f"{url}{n}.html") for n in range(count))
    latest = items[0].date if items else None
    column = ColumnSeen(name=name, type=None, items=items, latest=latest, **given)
    return page(url, column=column, title=name, breadcrumb=(Crumb("首页", HOME), Crumb(name, url)))


def nav(name: str, path: str, **given: Any) -> Any:
    return link(text=name, url=path if "//" in path else HOME + path, region=given.pop("region", "nav"), **given)


@pytest.mark.parametrize(
    ("name", "path"),
    [
        ("首页", ""),
        ("关于召开防汛会议的通知", "tzgg/202611/t20261120_1.html"),
        ("办事指南", "art/2026/11/20/art_1_2.html"),
        ("停水通知", "site/show.jsp?id=70012"),
        ("年度报表", "bb/2025.pdf"),
        ("通知公告", "https://www.other.example/tzgg/"),
        ("县教育局", "https://jyj.linhe.example/xwzx/"),
        ("搜索", "so/"),
        ("高级检索", "jsearch/index.html"),
        ("用户登录", "user/login.html"),
        ("政务服务网", "https://zwfw.linhe.example/"),
        ("我要投诉", "ts/index.html"),
        ("English", "en/index.html"),
        ("无障碍浏览", "wza/"),
        ("网站地图", "wzdt/"),
        ("2", "index_1.html"),
        ("县政府办公室关于印发临河县防汛抗旱应急预案的通知", "yjya/"),
    ],
)
def test_no_candidate_is(name: str, path: str) -> None:
    assert column_candidates(page(links=(nav(name, path),))) == ()


def test_navigation_and_headings_are_candidates_likeliest_first() -> None:
    links = (
        nav("通知公告", "tzgg/"),
        nav("印象临河", "yx/index.html", region="main"),
        nav("更多>>", "xwzx/bddt/", region="main"),
        nav("本地动态", "xwzx/bddt/", region="main"),
    )
    found = column_candidates(page(links=links))
    assert [(c.name, c.type, c.url.removeprefix(HOME)) for c in found] == [
        ("通知公告", "notice", "tzgg/"),
        ("本地动态", "news_local", "xwzx/bddt/"),
        ("印象临河", None, "yx/index.html"),
    ]
    assert all(0 < c.confidence < 1 for c in found)


@pytest.mark.parametrize(
    ("name", "path", "least"),
    [
        ("政务公开", "site/col.jsp?cid=139", 0.4),
        ("重点领域信息公开", "zdly", 0.4),
        ("人事信息", "plus/list.php?tid=12", 0.8),
        ("机构职能", "content.jsp?urltype=tree.TreeTempUrl&wbtreeid=1005", 0.6),
        ("通知公告", "viewlist.asp?id=1001", 0.8),
    ],
)
def test_a_link_in_plain_cells_is_a_candidate_by_its_name_and_address(name: str, path: str, least: float) -> None:
    (found,) = column_candidates(page(links=(nav(name, path, region="main"),)))
    assert found.confidence >= least


def test_a_column_that_the_home_page_calls_only_more_is_met_below_another() -> None:
    finder = ColumnFinder(register_site(), (), lambda url: True)
    finder.first_level(page(links=(nav("更多>>", "zwgk/zcwj/", region="main"), nav("政务公开", "zwgk/"))))
    menu = page(HOME + "zwgk/", links=(nav("政策文件", "zwgk/zcwj/"), nav("政务公开", "zwgk/")))
    assert [(lead.url, lead.name) for lead in finder.second_level(menu)] == [(HOME + "zwgk/zcwj/", "政策文件")]


@pytest.mark.parametrize(("others", "seen"), [(1, True), (2, False)])
def test_a_list_on_pages_of_several_names_is_nobodys(others: int, seen: bool) -> None:
    names = ("人事信息", "审计监督", "规划计划")[: others + 1]
    box = listing(HOME + "side/", "便民公告").column
    assert box is not None
    shown = {f"{HOME}{n}/": page(f"{HOME}{n}/", column=replace(box, name=name)) for n, name in enumerate(names)}
    candidates = [Candidate(url, name, None, 0.8) for url, name in zip(shown, names, strict=True)]
    columns = settle_columns(register_site(), page(), shown, candidates)
    assert [column.seen.unreadable is None for column in columns if column.seen] == ([True] if seen else [False] * 3)


def test_the_disclosure_platform_of_the_same_domain_is_part_of_the_site() -> None:
    found = column_candidates(page(links=(nav("政策文件", "https://zwgk.linhe.example/zcwj/"),)))
    assert [c.name for c in found] == ["政策文件"]


def test_pages_settle_what_candidates_are() -> None:
    candidates = (
        Candidate(HOME + "tzgg/", "通知公告", "notice", 0.9),
        Candidate(HOME + "jggk/", "机构概况", "overview", 0.9),
        Candidate(HOME + "zwgk/", "政务公开", None, 0.6),
        Candidate(HOME + "unread/", "政策解读", "interpretation", 0.9),
        Candidate(HOME + "unsure/", "其他", None, 0.4),
    )
    pages = {
        HOME + "tzgg/": listing(HOME + "tzgg/", "通知公告"),
        HOME + "jggk/": page(HOME + "jggk/", kind="article"),
        HOME + "zwgk/": page(HOME + "zwgk/", kind="other"),
    }
    columns = settle_columns(register_site(), page(), pages, candidates)
    assert [(c.name, c.type, c.seen is not None) for c in columns] == [
        ("通知公告", "notice", True),
        ("政策解读", "interpretation", False),
    ]
    assert columns[0].confidence > 0.9 > columns[1].confidence


def test_the_profile_wins_over_what_is_found() -> None:
    profile = ProfileColumn(name="统计数据", url="/tjsj/", type="statistics", max_age_days=31, items="ul.a li")
    found = Candidate(HOME + "tjsj/", "数据", None, 0.5)
    pages = {HOME + "tjsj/": listing(HOME + "tjsj/", "数据")}
    (column,) = settle_columns(register_site(columns=(profile,)), page(), pages, (found,))
    assert (column.name, column.type, column.max_age_days, column.selector) == ("统计数据", "statistics", 31, "ul.a li")
    assert column.confidence == 1.0
    assert column.seen is not None
    assert (column.seen.name, column.seen.type) == ("统计数据", "statistics")


def test_a_profile_column_that_could_not_be_read_stays_with_nothing_seen() -> None:
    profile = ProfileColumn(name="统计数据", url="/tjsj/", type="statistics")
    (column,) = settle_columns(register_site(columns=(profile,)), page(), {}, ())
    assert column.seen is None


def test_one_list_under_two_addresses_is_one_column() -> None:
    one, two = HOME + "tzgg/", HOME + "tzgg/index.html"
    shown = listing(one, "通知公告")
    candidates = (Candidate(one, "通知公告", "notice", 0.9), Candidate(two, "通知公告", "notice", 0.7))
    columns = settle_columns(register_site(), page(), {one: shown, two: shown}, candidates)
    assert [c.url for c in columns] == [one]


def test_an_unreadable_or_empty_list_is_a_column_all_the_same() -> None:
    url = HOME + "zcjd/"
    for shown in (listing(url, "政策解读", count=0), listing(url, "政策解读", count=0, unreadable="script")):
        (column,) = settle_columns(
            register_site(), page(), {url: shown}, (Candidate(url, "政策解读", "interpretation", 0.9),)
        )
        assert column.seen is not None
        assert column.seen.items == ()


def test_the_page_names_its_type_where_the_link_does_not() -> None:
    url = HOME + "a/"
    (column,) = settle_columns(
        register_site(), page(), {url: listing(url, "通知公告")}, (Candidate(url, "更新", None, 0.5),)
    )
    assert (column.name, column.type) == ("通知公告", "notice")


@pytest.mark.parametrize(
    ("titled", "name", "of_type"),
    [
        ("临河县教育局", "互动交流", None),
        ("临河县教育局门户网站", "互动交流", None),
        ("教育信息", "教育信息", "education"),
        ("临河县教育局文件", "临河县教育局文件", "policy_document"),
    ],
)
def test_a_title_that_is_only_the_sites_names_no_column(titled: str, name: str, of_type: str | None) -> None:
    site = register_site(name="临河县教育局")
    url = f"{HOME}list.aspx?cid=5"
    shown = replace(listing(url, titled), breadcrumb=())
    (column,) = settle_columns(site, page(), {url: shown}, (Candidate(url, "互动交流", None, 0.5),))
    assert (column.name, column.type) == (name, of_type)


def test_what_a_page_calls_itself_stands_in_its_path_where_a_menus_heading_leads_to_it() -> None:
    url = f"{HOME}list.aspx?cid=6"
    shown = replace(listing(url, "往期专题"), breadcrumb=())
    named = Candidate(url, "专题专栏", "special_active", 0.8)
    (column,) = settle_columns(register_site(), page(), {url: shown}, (named,))
    assert (column.name, column.path) == ("专题专栏", ("往期专题",))


def test_side_navigation_gives_the_second_level() -> None:
    shown = page(HOME + "zwgk/", links=(nav("通知公告", "tzgg/"), nav("规划计划", "zwgk/ghjh/", region="aside")))
    found = second_level_candidates([shown], [HOME + "tzgg/"])
    assert [(c.name, c.level) for c in found] == [("规划计划", 2)]
    pages = {HOME + "zwgk/ghjh/": listing(HOME + "zwgk/ghjh/", "规划计划")}
    (column,) = settle_columns(register_site(), page(), pages, found)
    assert column.level == 2


def test_a_menu_on_the_second_level_gives_the_third_and_a_list_does_not() -> None:
    links = (nav("行政处罚", "cf/", region="main"), nav("其他", "qt/", region="main"), nav("通知公告", "tzgg/"))
    menu, lists = page(HOME + "zdgk/", links=links), replace(listing(HOME + "xk/", "行政许可"), links=links)
    assert [(c.name, c.level) for c in third_level_candidates([menu], [HOME + "tzgg/"])] == [("行政处罚", 3)]
    assert third_level_candidates([lists], []) == ()


def test_dates_are_kept_as_seen() -> None:
    url = HOME + "tzgg/"
    shown = page(
        url,
        column=ColumnSeen(
            name="通知公告",
            type=None,
            items=(ItemSeen("甲", url + "1.html", date(2026, 1, 2)),),
            latest=date(2026, 1, 2),
        ),
    )
    (column,) = settle_columns(register_site(), page(), {url: shown}, (Candidate(url, "通知公告", "notice", 0.9),))
    assert column.seen is not None
    assert column.seen.latest == date(2026, 1, 2)


def untyped(path: str, **given: Any) -> tuple[Candidate, PageSeen]:
    url = HOME + path
    shown = ColumnSeen(name="乡村文明", type=None, **given)
    return Candidate(url, "乡村文明", None, 0.45), page(url, column=shown)


def confidence_of(*shown: tuple[Candidate, PageSeen]) -> float:
    pages = {candidate.url: seen for candidate, seen in shown}
    columns = settle_columns(register_site(), page(), pages, [candidate for candidate, _ in shown])
    return next(column.confidence for column in columns if column.name == "乡村文明")


@pytest.mark.parametrize(("by", "sure"), [("words", True), ("count", True), ("head", True), ("box", False)])
def test_a_page_that_says_that_its_list_is_empty_is_a_columns(by: Any, sure: bool) -> None:
    assert (confidence_of(untyped("xcwm/", empty_by=by)) >= 0.9) is sure


@pytest.mark.parametrize(
    ("place", "others", "sure"),
    [
        ("div.main > ul.list", 2, True),
        ("div.main > div.list_box", 2, True),
        ("div.main > ul.list", 1, False),
        ("div.other > ul.links", 2, False),
        ("table > tr > td > table", 2, False),
    ],
    ids=["the template's place", "inside the same box", "one other is no template", "elsewhere", "no name of its own"],
)
def test_a_list_at_the_place_of_the_sites_lists_is_a_columns(place: str, others: int, sure: bool) -> None:
    where = "table > tr > td > table" if place.startswith("table") else "div.main > ul.list"
    lists = []
    for name in ("通知公告", "工作动态")[:others]:
        url = f"{HOME}{name}/"
        lists.append((Candidate(url, name, "notice", 0.9), listing(url, name, selector=where)))
    assert (confidence_of(*lists, untyped("xcwm/", empty_by="box", selector=place)) >= 0.9) is sure
