"""Hand-cut lists of many publishing systems; what naive code gets wrong on them."""

from datetime import date
from pathlib import Path

import pytest
import yaml

from checks.observations.column import ColumnSeen
from checks.observations.site import SiteColumn
from crawler.extract.items import read_column, read_home_items
from crawler.extract.page import parse

TODAY = date(2026, 11, 21)
URL = "https://www.linhe.example/xwzx/tzgg/"
CRUMB = (
    '<div class="crumb">当前位置：<a href="/">首页</a> &gt; '
    '<a href="/xwzx/">新闻中心</a> &gt; <a href="./">通知公告</a></div>'
)
NAV = '<div class="nav"><ul>' + "".join(f'<li><a href="/lm{n}/">栏目{n}</a></li>' for n in range(12)) + "</ul></div>"
FOOT = (
    '<div class="footer"><p>主办单位：临河县人民政府办公室</p>'
    '<p>更新时间：2020-01-01 <a href="/wzdt/">网站地图</a></p></div>'
)
PAGER = (
    '<div class="page"><a href="index.html">首页</a>'
    '<a href="index_1.html">下一页</a><a href="index_9.html">尾页</a></div>'
)


def seen(main: str, *, url: str = URL, head: str = "", hint: SiteColumn | None = None) -> ColumnSeen | None:
    html = (
        f"<html><head><title>通知公告_临河县人民政府</title>{head}</head><body>{NAV}{CRUMB}{main}{FOOT}</body></html>"
    )
    return read_column(parse(html.encode(), url=url), today=TODAY, hint=hint)


def column(main: str, **given: str) -> ColumnSeen:
    found = seen(main, **given)  # type: ignore[arg-type]
    assert found is not None
    return found


def facts(found: ColumnSeen) -> list[tuple[str, str, str]]:
    return [(i.title, i.url.removeprefix("https://www.linhe.example"), str(i.date)) for i in found.items]


TITLES = ("关于召开全县防汛工作会议的通知", "关于公布行政执法人员名单的公告", "临河县二季度空气质量情况公示")
EXPECTED = [
    (TITLES[0], "/xwzx/tzgg/202611/t20261120_3.html", "2026-11-20"),
    (TITLES[1], "/xwzx/tzgg/202611/t20261111_2.html", "2026-11-11"),
    (TITLES[2], "/xwzx/tzgg/202610/t20261009_1.html", "2026-10-09"),
]


def rows(pattern: str, **more: str) -> str:
    return "".join(
        pattern.format(
            title=title, cut=title[:9] + "...", href="." + url[10:], date=day, dots=day.replace("-", "."), y=day[:4],
            m=day[5:7], d=day[8:], slash=day.replace("-", "/"), **more,
        )
        for title, url, day in EXPECTED
    )  # fmt: skip


STYLES = {
    name: style["list"].replace("@@", rows(style["row"]))
    for name, style in yaml.safe_load(Path(__file__).with_name("list_styles.yaml").read_text("utf-8")).items()
}
STYLES["cut-in-pieces"] = STYLES["cut-in-pieces"].replace("</li>", "</li></ul><hr><ul>", 1)


@pytest.mark.parametrize("style", STYLES)
def test_reads_the_items_of(style: str) -> None:
    found = column(f'<div class="main">{STYLES[style]}{PAGER}</div>')
    assert facts(found) == EXPECTED
    assert (found.name, found.type, found.latest) == ("通知公告", "notice", date(2026, 11, 20))
    assert found.next_page == "https://www.linhe.example/xwzx/tzgg/index_1.html"
    assert found.unreadable is None


def test_a_list_shown_for_phones_and_desktops_counts_once() -> None:
    pc, phone = STYLES["trs-ul"], STYLES["date-before-title"]
    assert facts(column(f"<div class='pc'>{pc}</div><div class='mobile'>{phone}</div>{PAGER}")) == EXPECTED


def test_a_pinned_item_stays_on_top_and_is_not_the_latest() -> None:
    old = "<li class='top'><a href='/a/1.html'>[置顶]政府信息公开申请办理须知</a><span>2019-03-01</span></li>"
    found = column(
        f"<ul class='list'>{old}{STYLES['trs-ul']}</ul>".replace("</ul></ul>", "</ul>").replace(
            "<ul class='list'><ul", "<ul"
        )
    )
    assert found.latest == date(2026, 11, 20)
    pinned = column(f"<ul>{old}" + STYLES["trs-ul"].removeprefix("<ul class='list'>"))
    assert [(i.title, i.pinned) for i in pinned.items][:2] == [("政府信息公开申请办理须知", True), (TITLES[0], False)]


def test_old_items_on_top_of_a_sorted_list_are_pinned_without_a_mark() -> None:
    top = "<li><a href='/a/1.html'>政府信息公开申请办理须知</a><span>2019-03-01</span></li>"
    more = "<li><a href='/a/9.html'>关于开展安全检查的通知</a><span>2026-10-08</span></li>"
    found = column(f"<ul>{top}" + STYLES["trs-ul"].removeprefix("<ul class='list'>").replace("</ul>", f"{more}</ul>"))
    assert [i.pinned for i in found.items] == [True, False, False, False, False]


@pytest.mark.parametrize(
    ("head", "cells", "expected"),
    [
        ("<th>名称</th><th>成文日期</th><th>发布日期</th>", ("2026-01-05", "2026-02-06"), "2026-02-06"),
        ("<td>标题</td><td>开始时间</td><td>截止时间</td>", ("2026-10-05", "2026-12-31"), "2026-10-05"),
        ("<th>名称</th><th>文号</th><th>成文日期</th>", ("临政发〔2026〕1号", "2026-01-05"), "2026-01-05"),
    ],
)
def test_the_header_row_tells_which_date_is_which(head: str, cells: tuple[str, str], expected: str) -> None:
    body = "".join(
        f"<tr><td><a href='{n}.html'>关于第{n}个方案的通知</a></td><td>{cells[0]}</td><td>{cells[1]}</td></tr>"
        for n in range(3)
    )
    assert [str(i.date) for i in column(f"<table><tr>{head}</tr>{body}</table>{PAGER}").items] == [expected] * 3


def test_the_day_of_writing_counts_where_no_other_is_shown() -> None:
    row = "<li><a href='{n}.html'>关于第{n}个方案的通知</a><span>成文日期：2026-01-05</span></li>"
    found = column("<ul>" + "".join(row.format(n=n) for n in range(3)) + f"</ul>{PAGER}")
    assert found.latest == date(2026, 1, 5)


def test_a_future_date_is_an_item_but_not_the_latest() -> None:
    future = "<ul><li><a href='/a/1.html'>关于召开年度会议的通知</a><span>2027-02-01</span></li>"
    found = column(future + STYLES["trs-ul"].removeprefix("<ul class='list'>"))
    assert found.items[0].date == date(2027, 2, 1)
    assert found.latest == date(2026, 11, 20)


@pytest.mark.parametrize(
    ("shown", "hrefs", "years"),
    [
        pytest.param(["11-20", "01-03", "12-30"], ["a.html", "b.html", "c.html"], [2026, 2026, 2025], id="falling"),
        pytest.param(["10-11", "10-10"], ["202310/a.html", "202310/b.html"], [2023, 2023], id="the address says 2023"),
        pytest.param(["12-30", "12-29"], ["202401/a.html", "202401/b.html"], [2023, 2023], id="moved in January"),
        pytest.param(["2024-01-02", "12-30", "12-29"], ["a.html", "b.html", "c.html"], [2024, 2023, 2023], id="mixed"),
        pytest.param(["11-22", "11-20"], ["a.html", "b.html"], [2025, 2025], id="not after today"),
    ],
)  # fmt: skip
def test_dates_without_a_year_get_theirs(shown: list[str], hrefs: list[str], years: list[int]) -> None:
    items = "".join(
        f"<li><a href='{href}'>关于第{n}次会议情况的通报</a><span>{day}</span></li>"
        for n, (day, href) in enumerate(zip(shown, hrefs, strict=True))
    )
    found = column(f"<ul>{items}</ul>{PAGER}")
    assert [i.date.year for i in found.items if i.date] == years


def test_a_title_keeps_the_dates_that_belong_to_it() -> None:
    title = "公示（2020年4月27日至2020年4月30日）"
    case = "（2016）粤13民终2456号"
    items = (
        f"<li><a href='1.html'>{title}</a><span>2020-04-26</span></li><li>"
        f"<a href='2.html'>{case}<span class='date'>2016-07-28</span></a></li>"
    )
    found = column(f"<ul>{items}</ul>{PAGER}")
    assert [(i.title, str(i.date)) for i in found.items] == [(title, "2020-04-26"), (case, "2016-07-28")]


def test_the_sidebar_is_not_the_list() -> None:
    side = "<div class='sidebar'><h3>热点推荐</h3><ul>" + "".join(
        f"<li><a href='/hot/{n}.html'>热点新闻标题第{n}条内容</a><span>2026-11-2{n % 2}</span></li>" for n in range(9)
    )
    assert facts(column(f"{side}</ul></div><div class='main'>{STYLES['trs-ul']}{PAGER}</div>")) == EXPECTED


@pytest.mark.parametrize(
    ("name", "count"), [("toutiao", 4), ("hot", 3)], ids=["the newest, shown large", "a box beside"]
)
def test_a_headline_above_the_list_is_the_first_item(name: str, count: int) -> None:
    link = "<a href='/xwzx/c1.html'>县委理论学习中心组举行集体学习</a>"
    large = f"<div class='{name}'><h2>{link}</h2><p>2026-11-18</p></div>"
    rest = "".join(
        f"<li><a href='/xwzx/c2{n}.html'>全县召开第{n}次安全生产会议</a><i>2026-10-1{n}</i></li>" for n in range(3)
    )
    found = column(f"{large}<ul class='list'>{rest}</ul><div class='page'>上一页 下一页</div>")
    assert len(found.items) == count
    assert str(found.latest) == ("2026-11-18" if count == 4 else "2026-10-12")


def test_an_undated_row_of_a_dated_list_is_an_item() -> None:
    undated = "<li><a href='./202610/x.html'>关于印发工作方案的补充通知</a></li></ul>"
    found = column(STYLES["trs-ul"].replace("</ul>", undated) + PAGER)
    assert [str(i.date) for i in found.items] == ["2026-11-20", "2026-11-11", "2026-10-09", "None"]


def test_a_list_without_any_date_is_undated_not_empty() -> None:
    items = "".join(f"<li><a href='./2026/c{n}.html'>关于印发第{n}个工作方案的通知</a></li>" for n in range(5))
    found = column(f"<div class='main'><ul class='list'>{items}</ul>{PAGER}</div>")
    assert len(found.items) == 5
    assert found.latest is None


def test_records_in_a_script_are_items() -> None:
    script = (
        r'<script>var listData = {articleList: [{"title":"《办法》政策解读","pubDate":"2025-07-29 16:59","topStatus":0,'
        r'"urls":"{\"pc\":\"/col1/content_1.html\"}"},{"title":"《指南》政策解读","pubDate":"2025-07-28 11:45",'
        r'"urls":"{\"pc\":\"/col1/content_2.html\"}"}] };</script>'
    )
    found = column(
        f"{script}<div id='380055'></div><script type='text/x-handlebars-template'>{{{{#each data}}}}</script>"
    )
    assert facts(found) == [
        ("《办法》政策解读", "/col1/content_1.html", "2025-07-29"),
        ("《指南》政策解读", "/col1/content_2.html", "2025-07-28"),
    ]


def test_a_menu_in_a_script_is_no_list() -> None:
    script = (
        '<script>var menu = [{"name":"机构信息","children":[],"urls":"/a/"},'
        '{"name":"环保标准","children":[],"urls":"/b/"}];'
        "</script>"
    )
    found = column(
        f"{script}<ul class='list'></ul><script>$.getJSON('/api/list.json', draw)</script>",
        head="<meta name='ColumnName' content='通知公告'>",
    )
    assert (found.items, found.unreadable) == ((), "script")


def test_items_in_a_comment_count_where_the_live_list_is_drawn() -> None:
    listed = rows("<li><a title='{title}' href='{href}'>\n {title}\n</a><b>{date}</b></li>")
    page = (
        f"<ul class='jytlist'><!-- {listed} <script>createPageHTML('page_div',10, 1,'zwgklist','shtml',200);"
        f"</script>--></ul><div id='page_div'></div>"
    )
    found = column(page)
    assert facts(found) == EXPECTED
    assert found.next_page == "https://www.linhe.example/xwzx/tzgg/zwgklist_2.shtml"


def test_a_comment_beside_a_live_list_is_ignored() -> None:
    stale = (
        "<!-- <li><a href='/old/1.html'>旧模板留下的第一条信息</a><span>2012-01-01</span></li>"
        "<li><a href='/old/2.html'>旧模板留下的第二条信息</a><span>2012-01-01</span></li> -->"
    )
    assert facts(column(STYLES["trs-ul"].replace("</ul>", f"{stale}</ul>"))) == EXPECTED


@pytest.mark.parametrize(
    "wrapped",
    [
        (
            "<script type='text/xml'><datastore><nextgroup><![CDATA[<a href='/module/web/jpage/dataproxy.jsp?page=1'>"
            "</a>]]></nextgroup><recordset>{}</recordset></datastore></script>"
        ),
        "<script type='text/xml'><datastore>{}</datastore></script>",
    ],
)
def test_records_in_cdata_are_items(wrapped: str) -> None:
    records = rows(
        "<record><![CDATA[<li><a href='{href}' title='{title}'>{cut}</a><span>{date}</span></li>]]></record>"
    )
    assert facts(column(f"<div id='12345'>{wrapped.format(records)}</div>")) == EXPECTED


def test_broken_markup_in_cdata_is_still_read() -> None:
    records = rows("<record><![CDATA[<td><a href='{href}' title='{title}'>{cut}<td>{date}</td></tr>]]></record>")
    found = column(f"<script type='text/xml'><datastore><recordset>{records}</recordset></datastore></script>")
    assert [(i.title, str(i.date)) for i in found.items] == [(title, day) for title, _, day in EXPECTED]


META = "<meta name='ColumnName' content='通知公告'>"


@pytest.mark.parametrize(
    ("main", "unreadable"),
    [
        pytest.param("<ul class='list'></ul>", None, id="an empty list"),
        pytest.param(
            "<table class='list'><tr><th>名称</th><th>发布日期</th></tr></table>", None, id="a header row alone"
        ),
        pytest.param("<div class='list'>暂无信息</div>", None, id="says so"),
        pytest.param("<p>对不起，没有找到相关记录！</p>", None, id="found nothing"),
        pytest.param(
            "<div id='app'><ul><li v-for='i in list'><a>{{ i.title }}</a></li></ul></div>", "script", id="vue"
        ),
        pytest.param(
            "<div id='c'></div><script>$.ajax({url:'/api/queryList',success:draw})</script>", "script", id="ajax"
        ),
        pytest.param("<div id='1'></div><script>loadPageData(params, '1');</script>", "script", id="unit without data"),
        pytest.param(
            "<span style='display:none'>暂无信息</span><script>$.getJSON('/list.json')</script>",
            "script",
            id="hidden words",
        ),
        pytest.param("<iframe src='/list/tzgg_list.html' width='100%' height='800'></iframe>", "frame", id="frame"),
    ],
)
def test_a_column_without_a_visible_list_is_empty_only_where_nothing_could_bring_it(
    main: str, unreadable: str | None
) -> None:
    found = column(main, head=META)
    assert (found.items, found.latest, found.unreadable) == ((), None, unreadable)


def test_a_counter_is_no_list_source() -> None:
    found = column("<ul class='list'></ul><script>$.get('/module/visitcount/hits.jsp')</script>", head=META)
    assert found.unreadable is None


@pytest.mark.parametrize(
    "frame",
    [
        "<iframe src='/tianqi/weather.html'></iframe>",
        "<iframe src='/x.html' width='0' height='0'></iframe>",
        "<iframe src='/foot.html' height='200'></iframe>",
    ],
)
def test_small_and_well_known_frames_hide_no_list(frame: str) -> None:
    assert column(f"{frame}<ul class='list'></ul>", head=META).unreadable is None


PARAGRAPHS = "".join(
    (
        f"<p>各乡镇人民政府、县政府各部门要高度重视，认真贯彻落实，"
        f"切实做好本项工作，确保取得实效，第{n}点要求如下所述。</p>"
    )
    for n in range(5)
)
RELATED = "<div class='xgxx'><h4>相关新闻</h4>" + STYLES["trs-ul"] + "</div>"


@pytest.mark.parametrize(
    ("main", "url", "head"),
    [
        pytest.param(
            PARAGRAPHS + STYLES["trs-ul"],
            URL,
            "<meta name='ArticleTitle' content='关于召开会议的通知'>",
            id="by its meta tag",
        ),
        pytest.param(PARAGRAPHS + STYLES["trs-ul"], URL + "202611/t20261120_3.html", "", id="by its address"),
        pytest.param(f"<div class='TRS_Editor'>{PARAGRAPHS}</div>{RELATED}", URL + "a.html", "", id="related news"),
        pytest.param(PARAGRAPHS, URL + "jggk.html", "", id="text alone"),
        pytest.param(STYLES["trs-ul"], "https://www.linhe.example/", "", id="a home page"),
    ],
)
def test_what_is_no_column_gives_none(main: str, url: str, head: str) -> None:
    assert seen(main, url=url, head=head) is None


def boxes(*parts: tuple[str, str, str]) -> str:
    """Boxes of one make, each with a heading, what the heading leads to, and the day of its items."""
    return "".join(
        f"<div class='box'><div class='hd'><b>{name}</b><a href='{href}'>更多</a></div><ul>"
        + "".join(f"<li><a href='{href}{n}.html'>{name}：{TITLES[n]}</a><span>{day}</span></li>" for n in range(3))
        + "</ul></div>"
        for name, href, day in parts
    )


def test_a_column_of_several_lists_has_the_items_of_all() -> None:
    parts = boxes(("部门通知", "./bm/", "2023-05-06"), ("县级通知", "./xj/", "2026-11-19"))
    found = column(f"<div class='right'>{parts}</div>")
    assert (len(found.items), found.latest) == (6, date(2026, 11, 19))


def test_what_a_second_list_announces_is_no_item() -> None:
    parts = boxes(("会议活动", "./hd/", "2026-11-06"), ("会议预告", "./yg/", "2026-12-19"))
    assert {item.date for item in column(f"<div class='right'>{parts}</div>").items} == {date(2026, 11, 6)}


def test_an_item_that_two_lists_of_a_column_show_counts_once() -> None:
    own = "".join(f"<li><a href='./{n}.html'>{TITLES[n]}</a><span>2026-11-0{5 - n}</span></li>" for n in range(3))
    newest = "<ul><li><a href='./9.html'>关于开展冬季防火检查的公告</a><span>2026-11-19</span></li></ul>"
    found = column(f"<div class='right'>{newest}<hr><h3>按时间排列</h3><ul>{own}</ul></div>")
    assert [item.url.rpartition("/")[2] for item in found.items] == ["9.html", "0.html", "1.html", "2.html"]


@pytest.mark.parametrize(
    "beside",
    [
        pytest.param(boxes(("部门动态", "/bmdt/", "2026-11-19")), id="another column's"),
        pytest.param(boxes(("热点推荐", "./rd/", "2026-11-19")), id="hot news"),
        pytest.param(
            f"<div class='side'>{boxes(('县级通知', './xj/', '2026-11-19'))}</div>", id="beside the main part"
        ),
    ],
)
def test_other_lists_of_the_page_are_not_the_column_s(beside: str) -> None:
    found = column(f"<div class='right'>{boxes(('部门通知', './bm/', '2023-05-06'))}{beside}</div>")
    assert (len(found.items), found.latest) == (3, date(2023, 5, 6))


def test_the_front_of_a_part_of_the_site_is_no_column() -> None:
    boxes = "".join(
        f"<div class='box'><h2>栏目{n}</h2><a href='/l{n}/'>更多</a>"
        + STYLES["trs-ul"].replace("t2026", f"t{n}2026")
        + "</div>"
        for n in range(5)
    )
    assert seen(boxes) is None


def test_a_known_column_keeps_its_name_type_and_selector() -> None:
    hint = SiteColumn(url=URL, name="县统计数据", type="statistics", selector="div.b li")
    boxes = "".join(
        f"<div class='{c}'><ul>"
        + rows("<li><a href='{href}'>{title}</a><i>{date}</i></li>").replace("关于", c)
        + "</ul></div>"
        for c in "abcde"
    )
    found = seen(boxes, hint=hint)
    assert found is not None
    assert (found.name, found.type) == ("县统计数据", "statistics")
    assert found.items[0].title == TITLES[0].replace("关于", "b")


def test_a_wrong_selector_does_not_hide_the_list() -> None:
    hint = SiteColumn(url=URL, name="通知公告", type="notice", selector="div..[")
    found = seen(STYLES["trs-ul"], hint=hint)
    assert found is not None
    assert facts(found) == EXPECTED


def test_a_link_that_only_a_script_follows_is_an_item_without_address() -> None:
    items = "".join(
        f"<li><a href=\"javascript:show('{n}')\">关于第{n}批公示名单的公告</a><span>2026-11-1{n}</span></li>"
        for n in range(3)
    )
    assert [(i.url, str(i.date)) for i in column(f"<ul>{items}</ul>{PAGER}").items] == [
        ("", f"2026-11-1{n}") for n in range(3)
    ]


def test_a_home_page_shows_its_newest_dated_items() -> None:
    html = f"""<body><div class='top'>今天是2026年11月21日 星期六 <a href='/en/'>English</a></div>{NAV}
    <div class='box'><h2>要闻</h2>{STYLES["trs-ul"]}</div>
    <div class='tab'><div>{STYLES["trs-ul"]}</div>
    <div><ul><li><a href='/b/202611/1.html'>县长调研重点项目建设</a><i>11-18</i></li></ul></div></div>
    {FOOT}</body>"""
    items = read_home_items(parse(html.encode(), url="https://www.linhe.example/"), today=TODAY)
    assert [str(i.date) for i in items] == ["2026-11-20", "2026-11-11", "2026-10-09", "2026-11-18"]


@pytest.mark.parametrize(
    ("store", "expected"),
    [
        ("<datastore><totalrecord>0</totalrecord><recordset></recordset></datastore>", None),
        ("<datastore><nextgroup></nextgroup><recordset></recordset></datastore>", None),
        ("<datastore><totalrecord>31</totalrecord><recordset></recordset></datastore>", "script"),
        (
            "<datastore><nextgroup><![CDATA[<a href='/module/web/jpage/dataproxy.jsp?page=1'></a>]]></nextgroup>"
            "<recordset></recordset></datastore>",
            "script",
        ),
    ],
    ids=["it counts none", "nothing follows", "it counts some", "more is to follow"],
)
def test_a_data_store_without_records_is_empty_only_where_none_are_to_come(store: str, expected: str | None) -> None:
    found = column(f"<div id='list'></div><script type='text/xml'>{store}</script><script>dataproxy(1)</script>")
    assert (found.items, found.unreadable) == ((), expected)


def test_the_clock_beside_the_menu_is_no_news() -> None:
    menu = '<tr><td><a href="/">网站首页</a> | <a href="/list/1.aspx">水务要闻</a></td></tr>'
    clock = "<tr><td>现在时间： 2026年11月21日</td></tr>"
    rows = "".join(
        f'<tr><td><a href="/item/{day}.aspx">{day}日全县召开水利工作会议</a></td><td>(11-0{day})</td></tr>'
        for day in (5, 4, 3)
    )
    doc = parse(
        f"<html><body><table>{menu}{clock}</table><table>{rows}</table></body></html>".encode(),
        url="https://sw.linhe.example/",
    )
    assert max(item.date for item in read_home_items(doc, today=date(2026, 11, 21)) if item.date) == date(2026, 11, 5)


def test_a_template_that_a_script_fills_is_not_empty_because_its_pager_counts_none() -> None:
    html = (
        '<html><body><div class="dqwz">当前位置：<a href="/">首页</a> &gt; <a href="/hpgs.htm">环评公示</a></div>'
        '<div id="app"><ul class="list"><li v-for="i in list">{{i.title}}</li></ul></div>'
        '<div class="pb">共0条 1/1</div></body></html>'
    )
    column = read_column(
        parse(html.encode(), url="https://www.linhe.example/hpgs.htm"), today=date(2026, 11, 21), hint=None
    )
    assert column is not None
    assert column.unreadable == "script"


def test_no_article_at_all_is_an_empty_list() -> None:
    html = (
        '<html><body><div class="dqwz">当前位置：<a href="/">首页</a> &gt; <a href="/cf.aspx">行政处罚</a></div>'
        "<table><tr><td>没有任何文章</td></tr></table></body></html>"
    )
    column = read_column(
        parse(html.encode(), url="https://www.linhe.example/cf.aspx"), today=date(2026, 11, 21), hint=None
    )
    assert column is not None
    assert column.items == ()
    assert column.unreadable is None


def test_the_keys_of_records_may_have_underscores() -> None:
    records = ",".join(
        f'{{"title": "第{n}号公告", "post_url": "/p/{n}.html", "publish_time": "2026-11-1{n}"}}' for n in (1, 2, 3)
    )
    doc = parse(f"<html><body><script>var list=[{records}];</script></body></html>".encode(), url=URL)
    seen = read_column(doc, today=TODAY)
    assert seen is not None
    assert seen.latest == date(2026, 11, 13)
    assert seen.items[0].url == "https://www.linhe.example/p/1.html"


def test_a_picture_s_link_before_the_title_s_does_not_hide_a_list() -> None:
    rows = "".join(
        f'<li><a href="{n}.html"><img src="/p/{n}.jpg"></a><a href="{n}.html">全县召开第{n}次防汛会议</a>'
        f"<p>2026-11-1{n}</p></li>"
        for n in (1, 2, 3, 4)
    )
    seen = read_column(parse(f"<html><body>{CRUMB}<ul>{rows}</ul></body></html>".encode(), url=URL), today=TODAY)
    assert seen is not None
    assert [item.title for item in seen.items] == [f"全县召开第{n}次防汛会议" for n in (1, 2, 3, 4)]
