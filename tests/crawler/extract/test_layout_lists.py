"""Lists and empty places on pages laid out by tables and nameless boxes, and dates that stand apart from titles."""

from datetime import date

import pytest

from checks.observations.column import ColumnSeen
from crawler.extract.items import read_column
from crawler.extract.page import parse, read_page

TODAY = date(2026, 11, 20)
URL = "https://www.linhe.example/col.jsp?cid=112"
TRAIL = "<tr><td>您的位置：<a href='/'>首页</a> &gt;&gt; <a href='/col.jsp?cid=112'>审计监督</a></td></tr>"
HOT = "".join(
    f"<tr><td>·<a href='/show.jsp?id=100{n}'>县领导调研第{n}季度重点工作</a></td><td>11-1{n}</td></tr>"
    for n in range(1, 5)
)


def page(main: str, side: str = "", trail: str = TRAIL) -> bytes:
    side = f"<td width=220><table>{side}</table></td>" if side else ""
    return (
        f"<html><head><title>审计监督-临河县人民政府</title></head><body><table><tr>{side}<td><table>{trail}"
        f"<tr><td>{main}</td></tr></table></td></tr></table></body></html>"
    ).encode()


def column(main: str, side: str = "", trail: str = TRAIL) -> ColumnSeen | None:
    return read_column(parse(page(main, side, trail), url=URL), today=TODAY)


ROWS = (
    "<table><tr><td>[2026-03-05] <a href='/show.jsp?id=901'>关于预算执行审计结果的公告</a></td></tr>"
    "<tr><td>[2026-02-05] <a href='/show.jsp?id=902'>关于专项资金审计结果的公告</a></td></tr></table>"
)


@pytest.mark.parametrize("heading", ["", "<tr><td colspan=2><b>本周热点</b></td></tr>"])
def test_a_longer_list_above_the_path_is_not_the_columns_own(heading: str) -> None:
    found = column(ROWS, side=heading + HOT)
    assert found is not None
    assert found.latest == date(2026, 3, 5)


def test_a_list_below_its_own_heading_of_hot_news_is_not_the_columns_own() -> None:
    found = column(f"{ROWS}<table><tr><td colspan=2><b>热点排行</b></td></tr>{HOT}</table>")
    assert found is not None
    assert found.latest == date(2026, 3, 5)


@pytest.mark.parametrize(
    "main",
    [
        "<p>没有相关内容</p>",
        "<table><tr><th>序号</th><th>许可事项</th><th>申请人</th><th>决定日期</th></tr></table>",
        "<table height=400><tr><td>&nbsp;</td></tr></table>",
        "<div class='listbox'></div>",
        "<div><img src='/i/soon.png'><p>敬请期待</p></div>",
        "<p>内容即将上线，敬请期待！</p>",
        "<p>查无数据</p>",
        "<p>未查询到相关数据</p>",
        "<p>没有查询到符合条件的数据！</p>",
        "<p>暂时还没有文章</p>",
        "<p>当前栏目暂未发布信息</p>",
        "<p>该栏目下没有任何文章</p>",
        "<p>此栏目暂未更新</p>",
        "<p>无记录</p>",
        "<p>暂无</p>",
        "<p>抱歉，没有数据</p>",
        "<p>No data</p>",
        "<p>本栏目正在建设，敬请期待</p>",
        "<p>正在建设中，请稍候……</p>",
        "<p>总记录数：0</p>",
        "<p>未发布任何信息</p>",
        "<div class='nothing'><img src='/images/nodata.png' alt='暂无数据'></div>",
        "<table><tr><td>标题</td><td>发布时间</td></tr><tr><td colspan='2'>没有记录!</td></tr></table>",
        "<div class='title'><h3>审计监督</h3></div><div class='con'></div>",
    ],
)
def test_an_empty_place_beside_hot_news_is_an_empty_column(main: str) -> None:
    found = column(main, side=HOT)
    assert found is not None
    assert found.empty_by is not None
    assert not found.items


@pytest.mark.parametrize(
    "main",
    [
        "<div id='list-app'></div><script src='/js/list.3f2a.js'></script>",
        "<div id='vlist'></div><script src='/js/v.js'></script>",
        "<div class='list' id='app-list'></div>",
        "<canvas id='c'></canvas>",
        "<div class='chart' style='height:400px'></div>",
        "<div class='news-list' data-url='/api/list?id=3'></div>",
        "<news-list column='3'></news-list>",
        "<div class='list'></div><script>var channelId='123';</script>",
        "<div class='con'></div><script>load('/rsxx/list.json')</script>",
        "<div class='con'></div><noscript>请开启JavaScript</noscript>",
        "<div class='loading'>正在加载中，请稍候...</div>",
        "<p>如无内容显示，请下载最新版浏览器</p>",
        "<p>联系电话：暂无</p><p>地址：县政府大院</p>",
        "<table><tr><td>电话</td><td>暂无</td></tr><tr><td>地址</td><td>振兴路1号</td></tr></table>",
        "<div style='background:url(/i/zzjg.png);height:300px'></div>",
        "<embed src='/1.swf'>",
        "<p>地址：振兴路1号</p>",
        "<form action='s.jsp'><input name='k'></form>",
        "<p>活动将于十二月举行，敬请期待更多精彩内容，欢迎广大市民朋友踊跃报名参加并提出宝贵意见。</p>",
        "<p>暂无电话</p><p>邮箱：a@linhe.example</p>",
        "<table><tr><td><a href='/col.jsp?cid=120'>审计结果</a></td></tr></table>",
    ],
)
def test_what_may_be_drawn_or_says_something_is_no_empty_column(main: str) -> None:
    found = column(main, side=HOT)
    assert found is None or found.unreadable or found.items


def test_an_attribute_tells_the_year_of_a_month_and_day() -> None:
    items = "".join(
        f"<div class='item'><h3><a href='/d/{n}'>关于第{n}批项目审计结果的公告</a></h3>"
        f"<time datetime='{day}T08:30'>{day[5:]}</time></div>"
        for n, day in enumerate(("2025-12-15", "2024-11-06", "2023-12-21"))
    )
    found = column(f"<div class='list'>{items}</div>")
    assert found is not None
    assert [str(item.date) for item in found.items] == ["2025-12-15", "2024-11-06", "2023-12-21"]


def test_a_years_heading_dates_the_lines_below_it() -> None:
    groups = "".join(
        f"<div class='acc'><h4>{year}年</h4><ul>"
        f"<li><a href='/d/{year}1'>关于印发年度审计计划的通知</a><span>12-28</span></li>"
        f"<li><a href='/d/{year}2'>关于下达年度审计任务的通知</a><span>03-14</span></li></ul></div>"
        for year in (2024, 2023)
    )
    found = column(groups)
    assert found is not None
    assert found.latest == date(2024, 12, 28)
    assert "2023-03-14" in {str(item.date) for item in found.items} or len(found.items) == 2


def test_a_month_in_chinese_numerals_is_a_date() -> None:
    lines = "".join(
        f"<li><a href='/d/{n}'>关于第{n}批项目审计结果的公告</a>（二〇二六年{month}月）</li>"
        for n, month in enumerate(("十", "九", "一"))
    )
    found = column(f"<ul>{lines}</ul>")
    assert found is not None
    assert found.latest == date(2026, 10, 31)


@pytest.mark.parametrize(
    "form",
    [
        "<figure><a href='/d/{n}'><img src='{n}.jpg' alt=''></a><figcaption>{t}</figcaption></figure>",
        "<li><a href='/d/{n}'><img src='{n}.jpg'></a><p>{t}</p></li>",
        "<div class='pic'><a href='/d/{n}'><img src='{n}.jpg'></a><div class='t'>{t}</div></div>",
    ],
)
def test_a_caption_outside_the_link_is_the_title_of_a_picture(form: str) -> None:
    pictures = "".join(form.format(n=70100 + n, t=f"县领导调研第{n}季度重点工作") for n in range(4))
    found = column(f"<div class='grid'>{pictures}</div>")
    assert found is not None
    assert [item.title for item in found.items] == [f"县领导调研第{n}季度重点工作" for n in range(4)]


def test_two_titles_in_a_row_are_two_items() -> None:
    cells = "".join(
        f"<tr><td>·<a href='/show.jsp?id=9{n}1'>关于第{n}批项目审计结果的公告</a></td>"
        f"<td>·<a href='/show.jsp?id=9{n}2'>关于第{n}批项目审计整改的公告</a></td></tr>"
        for n in range(3)
    )
    found = column(f"<table>{cells}</table>")
    assert found is not None
    assert len(found.items) == 6


@pytest.mark.parametrize(
    "form",
    [
        "<li><a href='/a/{n}.html'><b>{t}</b></a><span><small>日期：</small>{day}</span>"
        "<p>{t}，现将有关情况予以公布，请遵照执行。</p></li>",
        "<div class='item'><h3><a href='/a/{n}.html'>{t}</a></h3><p>{t}，现将有关情况予以公布，请遵照执行。</p>"
        "<p>发布时间：{day} 来源：县审计局</p></div>",
    ],
)
def test_a_list_with_summaries_is_no_article(form: str) -> None:
    lines = "".join(
        form.format(n=2000 + n, t=f"关于第{n}批重点项目审计结果的公告", day=f"2026-0{9 - n}-11") for n in range(5)
    )
    trail = "<tr><td><h2>审计监督</h2></td></tr>" + TRAIL
    found = read_page(page(f"<div class='list'>{lines}</div>", trail=trail), url=URL, today=TODAY)
    assert found.kind == "column"
    assert found.column is not None
    assert found.column.latest == date(2026, 9, 11)


TITLES = ("关于县级预算执行审计结果的公告", "县审计局召开专题会议部署工作", "关于专项资金审计整改情况的通报")
DAYS = (date(2026, 11, 3), date(2026, 10, 22), date(2025, 12, 28))


@pytest.mark.parametrize(
    ("around", "form"),
    [
        ("<dl>{}</dl>", "<dd><a href='/d/{n}.html'>{t}</a></dd><dt>{d}</dt>"),
        ("<div>{}</div>", "·<a href='/d/{n}.html'>{t}</a>&nbsp;&nbsp;<font color=gray>{d}</font><br>"),
        ("<ul>{}</ul>", "<li onclick=\"location='/d/{n}.html'\"><h4>{t}</h4><time>{d}</time></li>"),
        (
            "<div>{}</div>",
            "<a class=card href='/d/{n}.html'><div><span>{d:%d}</span><span>{d:%Y.%m}</span></div><div>{t}</div></a>",
        ),
        (
            "<ul>{}</ul>",
            "<li><a href='/d/{n}.html'><span>{d:%d}</span><span>{d:%m}月</span> <em>{t}</em></a></li>",
        ),
        (
            "<div>{}</div>",
            "<div class=news><h4>{t}</h4><p>摘要。</p><div>{d}<a href='/d/{n}.html'>查看详情</a></div></div>",
        ),
        ("<ul>{}</ul>", "<li><a href='/d/{n}.html'>{t}</a><span>{d:%m-%d} {d:%Y}</span></li>"),
    ],
    ids=["terms", "line breaks", "pressed rows", "date in parts", "no year", "a link to details", "year last"],
)
def test_a_list_beside_hot_news_in_a_table_of_layout(around: str, form: str) -> None:
    lines = "".join(
        form.format(n=1000 + n, t=title, d=day) for n, (title, day) in enumerate(zip(TITLES, DAYS, strict=True))
    )
    found = column(around.format(lines), side=HOT)
    assert found is not None
    assert [(item.title, item.date) for item in found.items] == list(zip(TITLES, DAYS, strict=True))


def test_the_menu_of_the_columns_beside_this_one_is_no_content_of_its_own() -> None:
    links = "<li><a href='/x/'>财政信息</a></li><li><a href='/y/'>审计监督</a></li>"
    menu = f"<div class='l'><h2>政务公开</h2><ul>{links}</ul></div>"
    html = (
        f"<div class='wz'>当前位置：<a href='/'>首页</a> &gt; 审计监督</div><div class='main'>{menu}<div></div></div>"
    )
    body = f"<html><head><title>审计监督_临河县</title></head><body>{html}</body></html>".encode()
    found = read_column(parse(body, url=URL), today=TODAY)
    assert found is not None
    assert found.empty_by == "box"


SHORT = (
    "<ul>"
    + "".join(f"<li><a href='{{at}}{n}.html'>关于第{n}批审计结果的公告</a><b>2026-0{n}-05</b></li>" for n in (3, 2))
    + "</ul>"
)
LONG = (
    "<div class='fr'>{head}<ul>"
    + "".join(f"<li><a href='/tz/{n}.html'>关于第{n}号停水事项的公告</a><b>11-1{n}</b></li>" for n in range(1, 9))
    + "</ul></div>"
)
PLACE = "<div class='wz'>当前位置：<a href='/'>首页</a> &gt; <a href='/sjjd/'>审计监督</a></div>"
MENU = "<div class='menu'><a href='/tzgg/'>通知公告</a><a href='/sjjd/'>审计监督</a></div>"


def read(main: str) -> ColumnSeen | None:
    html = f"<html><head><title>审计监督_临河县</title></head><body>{MENU}{main}</body></html>"
    return read_column(parse(html.encode(), url="https://www.linhe.example/sjjd/"), today=TODAY)


@pytest.mark.parametrize(
    ("at", "head", "form"),
    [
        ("/sj/", "<h3>通知公告</h3>", "{place}<div>{beside}<div>{main}</div></div>"),
        ("/sj/", "<div><span>通知公告</span><a href='/tzgg/'>更多&gt;&gt;</a></div>", "{place}{main}{beside}"),
        ("/sj/", "<h3><a href='/bmsj/'>审计公告</a></h3>", "{place}<div>{beside}<div>{main}</div></div>"),
        ("/sj/", "<div><img src='t.gif'></div>", "<div><div>{place}{main}</div>{beside}</div>"),
        ("/sjjd/", "<div><img src='t.gif'></div>", "{place}<div>{beside}<div>{main}</div></div>"),
        ("./", "<div><img src='t.gif'></div>", "{place}<div>{main}</div>{beside}"),
    ],
    ids=[
        "another's heading",
        "another's heading with more",
        "of the same type",
        "beside the path",
        "below the address",
        "relative",
    ],
)
def test_a_longer_list_beside_the_columns_own_is_not_taken_for_it(at: str, head: str, form: str) -> None:
    found = read(form.format(place=PLACE, main=SHORT.format(at=at), beside=LONG.format(head=head)))
    assert found is not None
    assert found.latest == date(2026, 3, 5)


def test_an_empty_column_beside_another_columns_list_is_empty() -> None:
    found = read(f"{PLACE}<div><p>暂无信息</p></div>{LONG.format(head='<h3>通知公告</h3>')}")
    assert found is not None
    assert found.empty_by == "words"


@pytest.mark.parametrize(
    "head", ["<h3>审计公告</h3>", "<h3>审计监督</h3>", "<h3><a href='gg/'>审计公告</a></h3>", "<h3>最新公开</h3>", ""]
)
def test_a_list_below_a_heading_of_its_own_is_the_columns(head: str) -> None:
    found = read(f"{PLACE}<div>{LONG.format(head=head)}</div>")
    assert found is not None
    assert len(found.items) == 8


def test_a_hubs_box_is_no_list_of_its_own_though_its_heading_begins_with_the_hubs_name() -> None:
    boxes = "".join(
        f'<div class="hub-box"><h3><a href="/zwgk/{number}/subpage.html">{name}</a></h3>{entries}</div>'
        for number, name, entries in (
            ("001206", "政府信息公开指南", ""),
            ("001209", "政府信息公开年报", _entries("001209", "某局2024年政府信息公开工作年度报告", "2025-01-20")),
            ("001213", "政策文件", _entries("001213", "关于印发某办法的通知", "2026-10-27")),
            ("001214", "政策解读", _entries("001214", "《某办法》政策解读", "2026-10-27")),
        )
    )
    page = f"""<html><head><title>政府信息公开</title></head><body><div class="ewb-main">
    <div class="ewb-location">当前位置：<a href="/">首页</a> &gt; <a href="subpage.html">政府信息公开</a></div>
    <div class="hub"><h1>政府信息公开</h1>{boxes}</div></div></body></html>"""
    seen = read_page(page.encode(), url="http://scjgj.anhe.example/zwgk/001205/subpage.html", today=date(2026, 11, 16))
    assert seen.column is None or not seen.column.items


def _entries(folder: str, title: str, day: str) -> str:
    link = f'<a href="/zwgk/{folder}/{day.replace("-", "")}/1.html" title="{title}">{title}</a>'
    return f'<ul class="ewb-news-items"><li>{link}<span>{day}</span></li></ul>'
