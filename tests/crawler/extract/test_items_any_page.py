"""Whatever a page is made of, reading its list never fails and never invents a later day."""

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from crawler.extract.items import read_column, read_home_items
from crawler.extract.page import parse
from crawler.extract.parts import merge_parts, written_markup
from crawler.extract.wants import read_wants

TODAY = date(2026, 11, 21)
URL = "https://www.linhe.example/xwzx/tzgg/list.html"
PIECES = st.sampled_from(
    r"""
<ul>
</ul>
<li>
</li>
<table>
<tr><td>
</td></tr>
</table>
<div class='list'>
</div>
<dl><dt>
</dt><dd>
</dl>
<a href='a1.html'>
<a href='javascript:;' title='关于召开会议的通知'>
</a>
<br>
<p>
<span>
2026-11-20
2027-13-40
11-31
02-29
2026年
20
21日
关于召开全县防汛工作会议的通知
下一页
暂无信息
<!--
-->
<script type='text/xml'><record><![CDATA[<a href='1.html'>关于印发方案的通知</a>2026-01-02]]></record></script>
<script>var l=[{"title":"甲","url":"{\"pc\":","pubDate":99999999999999999}]</script>
<iframe src='l.html'></iframe>
</html>
</body>
<script>document.write('<a', "\u4e00
createPageHTML('a',3,1,'list','html')
[置顶]
&nbsp;
<
""".strip().split("\n")
)


@given(st.lists(PIECES, max_size=60))
def test_any_page_is_read(pieces: list[str]) -> None:
    doc = parse("".join(pieces).encode(), url=URL)
    column = read_column(doc, today=TODAY)
    if column is not None:
        assert column.latest is None or column.latest <= TODAY
        assert column.items == () or column.unreadable is None
    read_home_items(doc, today=TODAY)
    parts = {want.url: "".join(reversed(pieces)).encode() for want in read_wants(doc)}
    merge_parts(doc, parts)


@given(st.text(alphabet="document.write(\"'<a>\\\\u%3C;)`\n", max_size=80))
def test_any_script_is_unpacked(script: str) -> None:
    written_markup(script)


def test_a_page_of_one_long_line_is_read() -> None:
    doc = parse(("<ul>" + "<li><a href='a.html'>标题" + "2026-11-20 " * 300_000).encode(), url=URL)
    assert read_column(doc, today=TODAY) is None


def test_deep_nesting_is_read() -> None:
    deep = "<div>" * 3000 + "<ul><li><a href='1.html'>关于召开会议的通知</a>2026-11-20</li></ul>"
    read_column(parse(deep.encode(), url=URL), today=TODAY)
