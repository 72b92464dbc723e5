from urllib.parse import quote

import pytest

from checks.observations.marks import MarksSeen
from crawler.extract.marks import read_marks
from crawler.extract.page import parse

URL = "https://www.linhe.example/a/1.html"
NEWS = "<p>本次活动由县体育局主办，县融媒体中心承办。主办单位：县文联</p>" * 3 + "<p>正文。</p>" * 400


def read(footer: str, *, body: str = NEWS, fetched: tuple[str, ...] = ()) -> MarksSeen:
    page = f"<html><head><title>临河县</title></head><body><div>{body}</div>{footer}</body></html>"
    return read_marks(parse(page.encode(), url=URL), fetched=fetched)


WHOLE = """<div class="footer"><p>主办单位：临河县人民政府办公室 承办单位：临河县大数据中心 联系电话：0999-1234567</p>
<p>网站标识码：9901210001 <a href="https://beian.miit.gov.cn/">冀ICP备20261234号-1</a> <a
href="http://www.beian.gov.cn/portal/registerSystemInfo?recordcode=99012102000001">冀公网安备 99012102000001号</a></p>
<a href="/wzdt/">网站地图</a><a href="https://bszs.conac.cn/sitename?method=show&id=0A"><img src="red.png"></a>
<script id="_jiucuo_" sitecode='9901210001' src='https://zfwzgl.www.gov.cn/exposure/jiucuo.js'></script></div>"""


def test_a_whole_footer() -> None:
    assert read(WHOLE) == MarksSeen(
        organizer="临河县人民政府办公室",
        contact="联系电话：0999-1234567",
        icp="冀ICP备20261234号-1",
        police="冀公网安备99012102000001号",
        site_code="9901210001",
        party_government_badge=True,
        error_report_badge=True,
        site_map="https://www.linhe.example/wzdt/",
        error_report_code="9901210001",
    )


CODE = "<p>网站标识码：9901210001</p>"


@pytest.mark.parametrize(
    ("words", "organizer"),
    [
        ("<p>临河县人民政府办公室主办</p>", "临河县人民政府办公室"),
        ("<p>主办方：临河县人民政府办公室</p>", "临河县人民政府办公室"),
        ("<p>主办 : 临河县教育局 地址 : 学府路1号</p>", "临河县教育局"),
        ("<p>主办：临河高新区管委会 临河县人民政府 承办：县大数据局</p>", "临河高新区管委会 临河县人民政府"),
        ("<p>中共临河县委、临河县人民政府主办</p>", "中共临河县委、临河县人民政府"),
        (
            "<p>主办单位：临河县精神文明建设委员会办公室&nbsp;<br>电子邮箱：a@linhe.example</p>",
            "临河县精神文明建设委员会办公室",
        ),
        ("<p>省政府办公厅主管 省大数据中心承办</p>", "省政府办公厅"),
        ("<p>版权所有：临河县人民政府</p>", "临河县人民政府"),
        ("<p>Copyright©1997-2022 临河县教育局 临河教育网 All Rights Reserved</p>", "临河县教育局"),
        ("<p>Copyright &copy; 2026 临河县人民政府</p>", "临河县人民政府"),
        ("<p>COPYRIGHT (C) 临河县人民政府 技术支持：某科技公司</p>", "临河县人民政府"),
        ("<p>Copyright © 2022 All Rights Reserved</p>", None),
        ("<p>主办：临河县发展和改革委员会承办：县经济信息中心</p>", "临河县发展和改革委员会"),
        ("<p>主办单位　临河县教育局　承办单位　县信息中心</p>", "临河县教育局"),
        ("<p>主办单位<br>临河县教育局</p>", "临河县教育局"),
        ("<li><span>主办单位</span><em>临河县教育局</em></li>", "临河县教育局"),
        ("<p>本网站由临河县教育局主办、县信息中心承办</p>", "临河县教育局"),
        ("<img src='/1.png' alt='主办单位：临河县教育局'>", "临河县教育局"),
        ("<p>主办单位简介</p><p>关于教育局</p>", None),
        ("<p>关于我们</p>", None),
    ],
)
def test_the_organizer_in_every_form(words: str, organizer: str | None) -> None:
    assert read(f'<div class="footer">{words}{CODE}</div>').organizer == organizer


@pytest.mark.parametrize(
    ("words", "icp"),
    [
        ("京ICP备05070218号", "京ICP备05070218号"),
        ("ICP备案号：粤ICP备2022092331号-1", "粤ICP备2022092331号-1"),
        ("京 ICP 备 19054529 号 -1", "京ICP备19054529号-1"),
        ("冀ICP备:10000000号", "冀ICP备10000000号"),
        ("苏ICP备 11026848", "苏ICP备11026848号"),
        ("晋ICP备12000773-2号", "晋ICP备12000773号-2"),
        ("备案序号：京ICP备20027467号-1", "京ICP备20027467号-1"),
        ("皖ICP（备）05001234号", "皖ICP备05001234号"),
        ("皖ICP备(05001234)号", "皖ICP备05001234号"),
        ("皖ICP备第05001234号", "皖ICP备05001234号"),
        ("皖 I C P 备05001234号", "皖ICP备05001234号"),
        ("皖ICP备\u200b05001234号", "皖ICP备05001234号"),
        ("冀ICP备:某某某某号-1", None),
    ],
)
def test_the_icp_number_in_every_form(words: str, icp: str | None) -> None:
    assert read(f'<div class="footer"><p>{words}</p></div>').icp == icp


@pytest.mark.parametrize(
    "words",
    [
        "粤公网安备 44030402003007号",
        "粤公网安备号44030402003007",
        "粤公安备案 44030402003007号",
        "粤公网备案号:44030402003007",
        "粤公网安备44030402003007",
        "粤公网安备 4403 0402 0030 07号",
        "粤公网安备\u200b44030402003007",
    ],
)
def test_the_police_number_in_every_form(words: str) -> None:
    assert read(f'<div class="footer"><p>{words}</p></div>').police == "粤公网安备44030402003007号"


def test_records_that_only_a_picture_shows() -> None:
    footer = "<img src='/1.png' alt='粤公网安备44030402003007号'><img src='/2.png' title='网站标识码：9901210001'>"
    seen = read(f'<div class="footer">{footer}</div>')
    assert (seen.police, seen.site_code) == ("粤公网安备44030402003007号", "9901210001")


def test_a_police_number_without_its_province() -> None:
    assert read('<div class="footer"><p>公安机关备案号：43010302000524</p></div>').police == "公网安备43010302000524号"


@pytest.mark.parametrize(
    ("words", "contact"),
    [
        ("<p>电  话：0999-1234567</p>", "电 话：0999-1234567"),
        ("<p>地 址：临河县学府路1号</p>", "地 址：临河县学府路1号"),
        ("<p>邮箱：web@linhe.example</p>", "邮箱：web@linhe.example"),
        ("<p><a href='/lxwm/'>联系我们</a></p>", "联系我们"),
        ("<p>技术支持：县信息中心(0999-7654321)</p>", "0999-7654321"),
        ("<p>咨询热线：12345</p>", "咨询热线：12345"),
        ("<p>临河县人民路12号　邮编：234000</p>", "临河县人民路12号"),
        ("<p>关于我们</p>", None),
    ],
)
def test_how_to_reach_the_site(words: str, contact: str | None) -> None:
    assert read(f'<div class="footer">{words}{CODE}</div>').contact == contact


@pytest.mark.parametrize(
    ("words", "code"),
    [
        ("政府网站标识码：9901210001", "9901210001"),
        ("网站识别码 9901210001", "9901210001"),
        ("网站标识码（9901210001）", "9901210001"),
        ("网站标识号：9901210001", "9901210001"),
        ("政府网站标识编码：9901210001", "9901210001"),
        ("网站标识码9901210001", "9901210001"),
        ("网站标识码 ：bm99000001", "bm99000001"),
        ("网站标识码：BM99000001", "bm99000001"),
        ("网站标识：9901210001", "9901210001"),
        ("网站标识码\ufeff：\u200b9901210001", "9901210001"),
        ("网站标识码：990121000", None),
    ],
)
def test_the_site_code_in_every_form(words: str, code: str | None) -> None:
    assert read(f'<div class="footer"><p>{words}</p></div>').site_code == code


PERCENT_ENCODED = quote("<span id='_ideConac'></span><script src='https://dcs.conac.cn/js/1.js'></script>", safe="/:._")


@pytest.mark.parametrize(
    "badge",
    [
        f'<script>document.write(unescape("{PERCENT_ENCODED}"));</script>',
        "<img src='/dz.png' onclick=\"window.open('http://bszs.conac.cn/sitename?method=show&id=0A')\">",
        '<img src="/images/dzjg.png" alt="党政机关">',
        '<a href="//bszs.conac.cn/sitename?method=show&id=0A"><img src="/images/red.png"></a>',
    ],
)
def test_the_badge_in_every_form(badge: str) -> None:
    assert read(f'<div class="footer">{CODE}{badge}</div>').party_government_badge


@pytest.mark.parametrize(
    "entry",
    [
        '<a href="https://zfwzgl.www.gov.cn/exposure/jiucuo.html?site_code=9901210001&url=x">找错</a>',
        '<a href="http://121.43.68.40/exposure/jiucuo.html?site_code=9901210001"><img src="a.png"></a>',
        '<script id="_jiucuo_" sitecode="9901210001" src="http://pucha.kaipuyun.cn/exposure/jiucuo.js"></script>',
        "<script id='_jiucuo_' src='/js/jiucuo.js' sitecode='9901210001'></script>",
        "<img src='/pic01.png' onclick=\"Link('9901210001')\">",
        "<div class='jiucuo j-jiucuo' data-setting='{sitecode:9901210001}'></div>",
    ],
)
def test_the_error_report_in_every_form(entry: str) -> None:
    marks = read(f'<div class="footer">{CODE}{entry}</div>')
    assert marks.error_report_badge
    assert marks.error_report_code == "9901210001"


def test_a_search_box_is_no_error_report() -> None:
    search = "<script>var u='http://so.example/s?siteCode=9901210002&q='+w;</script>"
    marks = read(
        WHOLE.replace("<script id", "<!-- <script id").replace("</script>", "</script> -->"), body=search + NEWS
    )
    assert not marks.error_report_badge
    assert marks.error_report_code is None


def test_marks_inside_a_comment_are_not_there() -> None:
    assert read(f'<div class="footer"><p>{CODE}<!-- 冀ICP备20261234号 --></p></div>').icp is None


def test_words_of_the_news_are_not_the_footer_s() -> None:
    assert read(f"<p>{CODE}</p>").organizer is None


@pytest.mark.parametrize(
    ("end", "why"),
    [
        ('<script src="/js/footer.js"></script>', "script"),
        ('<div id="footer"></div><script src="/js/common.js"></script>', "script"),
        ("<!-- 页脚开始 --><script src='/images/1708171610341487.js'></script>", "script"),
        ("<script>$('#footer').load('/foot.html')</script><script src='/js/a.js'></script>", "script"),
        ("<!--底部--><iframe src='/foot.html'></iframe>", "frame"),
        ("<iframe src='/columns/4a2c/index.html' height='200'></iframe>", "frame"),
        ("<div class='footer'></div><script>$('.footer').load('/common/db.html')</script>", "script"),
        ("<div id='ft'></div><script>fetch('/ft.html').then(fill)</script>", "script"),
        ("<div class='footer'><script>countVisit('/hits.jsp')</script></div>", None),
        ("<object type='text/html' data='/common/footer.html' width='100%'></object>", "frame"),
        (
            "<div class='footer'><img src='/images/1.jpg' usemap='#m'><map name='m'><area href='#'></map></div>",
            "picture",
        ),
        ("<div class='footer' style='background:url(/images/1.jpg)'></div>", "picture"),
        ("<table><tr><td><img src='/images/foot.gif' width='1000'></td></tr></table>", "picture"),
        ("<div class='footer'><p>联系电话：0999-1234567，欢迎致电咨询</p><img src='/images/1.jpg'></div>", None),
        ("<p>临河县</p>", None),
    ],
)
def test_a_footer_from_elsewhere_is_not_checkable(end: str, why: str | None) -> None:
    assert read(end).unreadable == why


def test_a_fragment_of_a_page_is_not_checkable() -> None:
    assert read_marks(parse("<div>正文</div>".encode(), url=URL)).unreadable == "fragment"


def test_a_footer_that_was_fetched_is_read() -> None:
    written = "\n".join(f"document.write('{line}');" for line in WHOLE.replace("'", "\\'").split("\n"))
    marks = read('<script src="/js/footer.js"></script>', fetched=(written,))
    assert marks.unreadable is None
    assert marks.organizer == "临河县人民政府办公室"
    assert marks.site_code == "9901210001"
    assert marks.error_report_code == "9901210001"


def test_a_fetched_script_with_escaped_characters_is_read() -> None:
    escaped = "".join(f"\\u{ord(char):04x}" if ord(char) > 127 else char for char in WHOLE.replace("\n", ""))
    marks = read('<script src="/js/footer.js"></script>', fetched=(f"var foot = '{escaped}';",))
    assert (marks.unreadable, marks.site_code, marks.organizer) == (None, "9901210001", "临河县人民政府办公室")


def test_a_list_that_was_fetched_brings_no_footer() -> None:
    assert (
        read('<script src="/js/footer.js"></script>', fetched=("[{title: '临河县召开会议'}]",)).unreadable == "script"
    )


def test_a_fetched_footer_without_one_mark_lacks_it() -> None:
    footer = "document.write('<p>网站标识码：9901210001 冀ICP备20261234号</p>');"
    marks = read('<script src="/js/footer.js"></script>', fetched=(footer,))
    assert (marks.unreadable, marks.police) == (None, None)


def test_a_footer_that_a_script_of_the_page_writes_is_read() -> None:
    lines = WHOLE.replace("'", '\\"').split("\n")
    script = "<script>var foot = " + "+\n".join(f"'{line}'" for line in lines) + ";document.write(foot);</script>"
    marks = read(script)
    assert (marks.organizer, marks.icp) == ("临河县人民政府办公室", "冀ICP备20261234号-1")


def test_a_site_map_that_leads_nowhere_is_still_there() -> None:
    assert read(WHOLE.replace("/wzdt/", "javascript:;")).site_map == URL
