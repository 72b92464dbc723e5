import json
from datetime import date

from crawler.extract.items import read_column
from crawler.extract.page import parse
from crawler.extract.parts import merge_parts, written_markup
from crawler.extract.tree import ParsedPage

ROOT = "https://www.linhe.example"
URL = f"{ROOT}/xwzx/index.html"
TODAY = date(2026, 11, 21)


def page(body: str) -> ParsedPage:
    return parse(
        f"<html><head><meta name='ColumnName' content='通知公告'></head><body>{body}</body></html>".encode(), url=URL
    )


def text(doc: ParsedPage) -> str:
    return "".join(doc.root.itertext())


def test_a_written_footer_stands_where_its_script_does() -> None:
    script = (
        "document.write('<p>主办：临河县\\u4eba民政府</p>');\ndocument.writeln(\"<a href='wzdt/'>网站地图<\\/a>\");"
    )
    merged = merge_parts(
        page("<div id='f'><script src='/foot.js'></script></div><p>后</p>"), {f"{ROOT}/foot.js": script.encode()}
    )
    assert "主办：临河县人民政府" in merged.html
    assert "网站地图" in text(merged)
    assert [a.get("href") for a in merged.root.iter("a")] == [f"{ROOT}/xwzx/wzdt/"]


def test_percent_encoded_writing_is_unpacked() -> None:
    script = "document.write(unescape(\"%3Cspan id='_ideConac' %3E%u515A%u653F%u673A%u5173%3C/span%3E\"));"
    assert written_markup(script) == "<span id='_ideConac' >党政机关</span>"


def test_joined_strings_are_one_markup() -> None:
    assert (
        written_markup("var a = 1; document.write('<a href=\"' + '/x.html' + '\">' + \"甲\" + '</a>'); var b = '<b>';")
        == '<a href="/x.html">甲</a>'
    )


def test_inner_html_counts_as_writing() -> None:
    assert written_markup("document.getElementById('f').innerHTML = '<p>版权所有</p>';") == "<p>版权所有</p>"


def test_json_records_become_items() -> None:
    doc = page("<ul id='l' class='list'></ul><script>$.getJSON('/data/list.json', draw)</script>")
    records = {"code": 0, "data": {"rows": [
        {"docTitle": "关于召开会议的通知", "docPubUrl": "/a/1.html", "docRelTime": "2026-11-20 10:00:00"},
        {"docTitle": "关于公布名单的公告", "docPubUrl": "2.html", "docRelTime": 1794800000000},
    ]}}  # fmt: skip
    merged = merge_parts(doc, {f"{ROOT}/data/list.json": json.dumps(records).encode()})
    column = read_column(merged, today=TODAY)
    assert column is not None
    assert [(i.title, i.url, str(i.date)) for i in column.items] == [
        ("关于召开会议的通知", f"{ROOT}/a/1.html", "2026-11-20"),
        ("关于公布名单的公告", f"{ROOT}/xwzx/2.html", "2026-11-16"),
    ]
    assert column.unreadable is None


def test_a_callback_and_a_json_text_inside_json_are_opened() -> None:
    inner = json.dumps([{"title": "关于召开会议的通知", "url": "/a/1.html", "time": "2026-11-20"}] * 2)
    body = f"callback({json.dumps({'data': inner})})".encode()
    merged = merge_parts(page("<script>$.get('/api/list')</script>"), {f"{ROOT}/api/list": body})
    assert "关于召开会议的通知" in text(merged)


def test_xml_records_become_items() -> None:
    xml = "<datastore><recordset>" + "".join(
        (
            f"<record><![CDATA[<li><a href='/a/{n}.html'>关于召开第{n}次会议的通知"
            f"</a><span>2026-11-1{n}</span></li>]]></record>"
        )
        for n in range(3)
    )
    merged = merge_parts(page("<script>$.get('/m/list.xml')</script>"), {f"{ROOT}/m/list.xml": xml.encode()})
    column = read_column(merged, today=TODAY)
    assert column is not None
    assert len(column.items) == 3


def test_a_frame_brings_its_page_with_its_own_addresses() -> None:
    frame = (
        "<html><body><ul>"
        + "".join(f"<li><a href='a{n}.html'>关于第{n}次会议的通知</a><i>2026-11-1{n}</i></li>" for n in range(3))
        + "</ul></body></html>"
    )
    merged = merge_parts(
        page("<iframe src='/list/tzgg.html' width='100%' height='900'></iframe>"),
        {f"{ROOT}/list/tzgg.html": frame.encode("gb18030")},
    )
    column = read_column(merged, today=TODAY)
    assert column is not None
    assert [i.url for i in column.items] == [f"{ROOT}/list/a{n}.html" for n in range(3)]


def test_a_script_answered_with_a_whole_page_brings_nothing() -> None:
    doc = page("<script src='/foot.js'></script>")
    home = (
        "<!DOCTYPE html><html><head><title>临河县人民政府</title></head>"
        "<body><div class='footer'>主办单位：某某</div></body></html>"
    )
    assert merge_parts(doc, {f"{ROOT}/foot.js": home.encode()}) is doc


def test_a_frame_answered_with_the_home_page_brings_nothing() -> None:
    menu = "".join(f"<a href='{ROOT}/lm{n}/'>栏目{n}</a>" for n in range(30))
    doc = page(f"{menu}<iframe src='/list/tzgg.html' width='100%' height='900'></iframe>")
    assert merge_parts(doc, {f"{ROOT}/list/tzgg.html": f"<html><body>{menu}<p>首页</p></body></html>".encode()}) is doc


def test_the_page_itself_stays_as_it_was() -> None:
    doc = page("<script src='/foot.js'></script>")
    merge_parts(doc, {f"{ROOT}/foot.js": b"document.write('<p>x</p>')"})
    assert "x" not in text(doc)
