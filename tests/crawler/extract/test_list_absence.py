"""How surely a page shows that its column is empty, and lists without dates that are short or oddly built."""

from datetime import date

import pytest

from checks.observations.column import ColumnSeen
from crawler.extract.items import read_column
from crawler.extract.page import parse, read_page

TODAY = date(2026, 11, 20)
URL = "https://www.linhe.example/zwgk/xcwm/"
PATH = "<div class='wz'>当前位置：<a href='/'>首页</a> &gt; <a href='/zwgk/xcwm/'>乡村文明</a></div>"
PAGER = "<div class='page'>首页 上一页 下一页 尾页</div>"


def column(main: str, path: str = PATH) -> ColumnSeen | None:
    html = f"<html><head><title>乡村文明_临河县</title></head><body><div class='main'>{path}{main}</div></body></html>"
    return read_column(parse(html.encode(), url=URL), today=TODAY)


@pytest.mark.parametrize(
    ("main", "by"),
    [
        ("<p>暂无信息</p>", "words"),
        ("<div class='con'><p>栏目建设中，敬请期待……</p></div>", "words"),
        ("<p>内容更新中...</p>", "words"),
        ("<p>该栏目下暂无文章</p>", "words"),
        ("<table><tr><td>标题</td><td>发布时间</td><td>点击</td></tr></table>", "head"),
        ("<table><tr><th>文号</th><th>许可日期</th></tr><tr><td colspan=2>暂无数据</td></tr></table>", "words"),
        ("<div><span>总共&nbsp;<em>0</em>&nbsp;记录</span></div>", "count"),
        ("<div>共 0 条记录 第 1/1 页</div>", "count"),
        ("<script>createPageHTML('page_div',0, 1,'list','shtml',0);</script>", "count"),
        ("<ul class='list'></ul>", "box"),
        ("<ul class='list'><li><a href='#'></a><span></span></li></ul>", "box"),
        ("<p>信息正在整理中，请稍后访问！</p>", "words"),
        ("<p>没有相关记录</p>", "words"),
        ("<script>var listData = {articleList: [], total: 0};draw(listData)</script>", "count"),
        ("<p>一</p><p>二</p><p>三</p><p>四</p><p>五</p><p>暂无信息</p>", "box"),
        ("<div class='nodata'>暂无数据</div><script>template('t1', data)</script>", "box"),
    ],
)
def test_what_shows_that_a_column_is_empty(main: str, by: str) -> None:
    found = column(main)
    assert found is not None
    assert (found.items, found.unreadable, found.empty_by) == ((), None, by)


def test_what_the_page_says_about_its_empty_list_is_kept() -> None:
    found = column("<p>本栏目建设时间：2026年11月10日，暂无信息。</p>")
    assert found is not None
    assert found.note == "本栏目建设时间：2026年11月10日，暂无信息。"
    assert found.selector == "div.main > p"


@pytest.mark.parametrize(
    "main",
    [
        pytest.param(
            "<div>标题<input type='text'><a href='javascript:cx()'>查询</a><p>暂无数据</p></div>", id="a query"
        ),
        pytest.param(
            "<ul class='pics'>"
            + "<li><a href='x/'><img src='1.jpg'></a></li>" * 5
            + "</ul><div class='page_list'></div>",
            id="pictures above a pager's empty box",
        ),
        pytest.param(
            "<table><tr><td>标题</td><td>发布时间</td></tr></table>"
            "<table><tr><td><a href='1.html'>停水</a></td></tr></table>",
            id="a header in a table of its own",
        ),
        pytest.param("<div class='hot'><p>暂无信息</p></div>", id="a box beside"),
        pytest.param("<p>共 0 条评论</p>", id="no comments"),
    ],
)
def test_no_empty_column_is(main: str) -> None:
    found = column(main)
    assert found is None


def test_an_array_that_a_script_begins_with_says_nothing() -> None:
    found = column("<div id='app'></div><script>new Vue({data: {articleList: [], total: 0}})</script>")
    assert found is not None
    assert found.unreadable == "script"


def test_a_note_about_the_column_itself_proves_a_column_without_path_or_pager() -> None:
    assert column("<h3>乡村文明</h3><p>本栏目正在建设中……</p>", path="") is not None
    assert column("<h3>乡村文明</h3><p>暂无信息</p>", path="") is None


@pytest.mark.parametrize(
    ("title", "is_column"),
    [
        ("临河县教育局-乡村文明", True),
        ("临河县人民政府门户网站 乡村文明", True),
        ("关于表彰先进的通知-乡村文明", False),
        ("临河县教育局-乡村文明实践活动启动", False),
    ],
)
def test_a_title_that_begins_with_the_site_names_the_column_at_the_end_of_its_path(title: str, is_column: bool) -> None:
    path = "<div class='wz'>当前位置：<a href='/'>首页</a> &gt; 公开 &gt; 乡村文明</div>"
    html = f"<html><head><title>{title}</title></head><body><div>{path}<div></div></div></body></html>"
    found = read_column(parse(html.encode(), url=URL + "list.aspx?cid=3"), today=TODAY)
    assert (found is not None) is is_column


@pytest.mark.parametrize(
    ("menu", "title", "is_column"),
    [
        ("<a href='/zwgk/'>公开</a><a href='/zwgk/xcwm/'>乡村文明</a>", "乡村文明-临河县人民政府", True),
        ("<a href='/zwgk/'>公开</a><a href='/zwgk/xcwm/'>乡村文明</a>", "关于表彰先进的通知-临河县人民政府", False),
        ("<a href='/zwgk/'>公开</a><a href='/dt/xcwm/'>乡村文明</a>", "乡村文明-临河县人民政府", False),
        ("<a href='/zwgk/'>公开</a>", "乡村文明-临河县人民政府", False),
    ],
    ids=["its own", "an article", "of another address", "no link"],
)
def test_without_a_path_a_menu_and_the_title_name_the_column(menu: str, title: str, is_column: bool) -> None:
    html = f"<html><head><title>{title}</title></head><body><div>{menu}</div><div><p>暂无信息</p></div></body></html>"
    assert (read_column(parse(html.encode(), url=URL), today=TODAY) is not None) is is_column


def test_the_front_of_several_columns_is_not_empty_for_a_box() -> None:
    boxes = "<a href='/a/'>公示</a><ul class='list'></ul><a href='/b/'>法规</a><ul class='list'></ul>"
    html = (
        f"<html><title>乡村文明</title><body><p><a href='/zwgk/xcwm/'>乡村文明</a></p><div>{boxes}</div></body></html>"
    )
    assert read_column(parse(html.encode(), url=URL), today=TODAY) is None


@pytest.mark.parametrize(
    "main",
    [
        "<ul class='list'></ul><script>window.location.href='http://jy.linhe.example/list';</script>",
        "<ul class='list'></ul><script>location.replace('/jy/');</script>",
        "<ul class='list'></ul><meta http-equiv='refresh' content='0; url=/jy/'>",
    ],
)
def test_a_page_that_goes_on_to_another_one_is_not_empty(main: str) -> None:
    found = column(main + PAGER)
    assert found is not None
    assert found.unreadable == "script"


def test_a_script_that_may_go_elsewhere_changes_nothing() -> None:
    found = column("<ul class='list'></ul><script>function go(){location.href='/so/';}</script>")
    assert found is not None
    assert found.unreadable is None


def test_a_line_beside_an_empty_box_is_its_note() -> None:
    found = column("<ul class='list'></ul><p>本栏目于2026年10月新开设。</p>")
    assert found is not None
    assert (found.empty_by, found.note) == ("box", "本栏目于2026年10月新开设。")


def test_words_that_a_script_shows_under_a_condition_say_nothing() -> None:
    found = column("<div v-if='list.length == 0'>暂无数据</div><script>new Vue({})</script>")
    assert found is not None
    assert found.unreadable == "script"


def titles(count: int, form: str) -> str:
    return "".join(form.format(n=n, title=f"关于印发第{n}个工作方案的通知") for n in range(count))


@pytest.mark.parametrize("count", [1, 2, 5])
@pytest.mark.parametrize(
    ("around", "form"),
    [
        ("<ul>{}</ul>", "<li><a href='./c10{n}.html'>{title}</a></li>"),
        ("<table>{}</table>", "<tr><td>·</td><td><a href='/show.asp?id=3{n}'>{title}</a></td></tr>"),
        ("<div>{}</div>", "<p>◆ <a href='./c10{n}.html'>{title}</a></p>"),
        ("<div>{}</div>", "<a href='./c10{n}.html'>{title}</a><br>"),
        ("<dl>{}</dl>", "<dt><a href='./c10{n}.html'>{title}</a></dt><dd>现予公布。</dd>"),
    ],
    ids=["list", "table", "paragraphs", "line breaks", "terms"],
)
def test_titles_without_dates_are_a_list_however_few(around: str, form: str, count: int) -> None:
    found = column(around.format(titles(count, form)))
    assert found is not None
    assert len(found.items) == count
    assert found.latest is None


@pytest.mark.parametrize(
    "main",
    [
        "<div class='header'><a href='/c101.html'>临河县数字化城市管理服务平台</a></div>",
        "<p><a href='/rexian/'>12345政务服务便民热线平台</a></p>",
        "<iframe src='/list/1.html' width='100%' height='800'></iframe>"
        "<p><a href='./c101.html'>关于网站改版的说明公告</a></p>",
    ],
    ids=["in the header", "to a column", "beside a frame"],
)
def test_a_lone_link_is_no_list(main: str) -> None:
    found = column(main)
    assert found is None or found.items == ()


def test_records_without_dates_are_items() -> None:
    records = titles(2, "<record><![CDATA[<li><a href='/art/2026/8/9/art_1_{n}.html'>{title}</a></li>]]></record>")
    store = f"<script type='text/xml'><datastore><recordset>{records}</recordset></datastore></script>"
    found = column(f"<div class='jpage'>{store}</div><script>dataproxy()</script>")
    assert found is not None
    assert len(found.items) == 2


def test_the_items_of_a_list_kept_as_data_are_links_of_the_page() -> None:
    record = "<record><![CDATA[<li><a href='/art/1.html'>关于印发方案的通知</a><b>2026-11-02</b></li>]]></record>"
    page = read_page(
        f"<html><body>{PATH}<script type='text/xml'>{record * 1}</script></body></html>".encode(), url=URL, today=TODAY
    )
    assert [link.url for link in page.links if link.text == "关于印发方案的通知"] == [
        "https://www.linhe.example/art/1.html"
    ]


def test_a_day_above_its_month_is_a_date_of_the_address_year() -> None:
    form = "<li><b>0{n}</b><i>07月</i><a href='/2025/070{n}/c495a4950{n}/page.htm'>{title}</a></li>"
    found = column("<ul>" + titles(3, form).replace("<b>00</b>", "<b>09</b>").replace("0700", "0709") + "</ul>")
    assert found is not None
    assert [str(item.date) for item in found.items] == ["2025-07-09", "2025-07-01", "2025-07-02"]
