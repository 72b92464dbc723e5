"""Hand-cut snippets of what portals do, one for each thing that naive code gets wrong."""

import hashlib
from datetime import UTC, date, datetime

import pytest

from checks.observations.page import PageSeen
from checks.observations.site import SiteColumn
from crawler.extract.page import parse, read_page

TODAY = date(2026, 11, 21)
URL = "https://www.linhe.example/zwgk/tzgg/content_1234567.html"
TITLE = "临河县人民政府办公室关于做好秋冬季森林防火工作的通知"
TEXT = (
    "各乡镇人民政府，县政府各部门：入秋以来，我县降水偏少，森林火险等级持续升高。各单位要压实责任，加强巡护，严管火源。"
    * 3
)
META = f'<meta name="SiteName" content="临河县人民政府"><meta name="ArticleTitle" content="{TITLE}">'


def article(
    head: str = META,
    *,
    title: str = f"<h1>{TITLE}</h1>",
    line: str = "",
    text: str = TEXT,
    before: str = "",
    after: str = "",
) -> PageSeen:
    """Read an article whose parts are given; what a test does not name is as on a healthy page."""
    body = f"<div class=main>{title}<div class=info>{line}</div><div id=zoom><p>{text}</p></div></div>"
    return read(f"<html><head>{head}</head><body>{before}{body}{after}</body></html>")


def read(html: str, url: str = URL, **known: object) -> PageSeen:
    return read_page(html.encode(), url=url, today=TODAY, marks=False, **known)  # type: ignore[arg-type]


# Dates


@pytest.mark.parametrize(
    "line",
    [
        "发布时间：2026-11-20 08:01",
        "<span>时间发布：2026-11-20 08:01</span><span>阅读次数：</span>",
        "发表时间： <span>2026-11-20</span> 来源： <span>临河日报</span>",
        "信息发布时间：2026年11月20日 08时01分",
        "更新时间：2026/11/20",
        "日期：2026-11-20",
        "时间 : 2026-11-20 08:01:32",
        "来源：临河日报 2026-11-20 08∶01",
        "( 2026-11-20)",
        "<ul><li>2026-11-20</li><li>来源：临河日报</li></ul>",
        "<img title=发布时间 src=fbsj.png>2026-11-20",
        "<table><tr><td>公开日期</td><td>2026-11-20</td></tr></table>",
        "<span>来源：临河日报</span><span>发布日期：2026-11-20</span>",
        "临河县人民政府网 www.linhe.example 发布时间：2026-11-20 【字体：大 中 小】",
        "<b>2026</b>年<b>11</b>月<b>20</b>日",
    ],
)
def test_reads_the_printed_date_in_all_its_forms(line: str) -> None:
    assert article(line=line).dates.printed == date(2026, 11, 20)


@pytest.mark.parametrize(
    "line", ["2026-11-20 08:01", "发布时间：2026年11月20日 08时01分", "时间：2026-11-20 08∶01 来源：临河日报"]
)
def test_keeps_the_printed_time_of_day(line: str) -> None:
    assert article(line=line).published_at == datetime(2026, 11, 20, 8, 1)


@pytest.mark.parametrize(
    ("before", "line", "after"),
    [
        pytest.param("<div>今天：2026年2月22日 星期四</div>", "", "", id="a clock frozen when saved"),
        pytest.param("<div>今天是2026年2月22日 星期日 欢迎您</div>", "", "", id="a clock with a greeting"),
        pytest.param("", "开始时间：2026-05-08 结束时间：2026-05-10", "", id="an event"),
        pytest.param("", "<p>活动时间：2026年5月8日至2026年5月10日</p>", "", id="an event's span"),
        pytest.param("", "报名截止时间：2026-05-08", "", id="a deadline"),
        pytest.param("<ul><li><a href=/a.html>请问如何办理？</a>2026-04-27</li></ul>", "", "", id="a side list before"),
        pytest.param(
            "", "", "<ul><li><a href=/a.html>相关新闻标题</a><span>2026-04-27</span></li></ul>", id="a list after"
        ),
        pytest.param("", "成文日期：2026-05-08", "", id="the document's date of writing"),
        pytest.param("", "", "<div class=footer>版权所有 2026-01-01</div>", id="the footer"),
    ],
)
def test_other_dates_are_not_the_pages_own(before: str, line: str, after: str) -> None:
    seen = article(line=line, before=before, after=after)
    assert (seen.dates.printed, seen.published_on) == (None, None)


def test_the_label_tells_the_date_from_all_others() -> None:
    seen = article(
        before="<div>今天：2026年2月22日 星期四</div><ul><li>留言时间：2026-04-27</li></ul>",
        line="生成日期：2026-11-18<br>发布时间：2026-11-20",
        text="2026年5月8日至2026年5月10日，我县举办展会。" + TEXT,
    )
    assert seen.dates.printed == date(2026, 11, 20)


def test_a_date_inside_the_title_is_the_titles() -> None:
    title = "国有建设用地使用权出让公示（2026年4月27日至2026年4月30日）"
    meta = f'<meta name="ArticleTitle" content="{title}">'
    assert article(meta, title=f"<h1>{title}</h1>").dates.printed is None
    dated = article(meta, title=f"<h1>{title}<span>( 2026-05-11)</span></h1>")
    assert (dated.dates.printed, dated.title) == (date(2026, 5, 11), title)


def test_the_printed_date_goes_over_the_meta_date() -> None:
    seen = article(META + '<meta name="PubDate" content="2023-11-10 15:33">', line="发布时间：2009-03-02")
    assert (seen.published_on, seen.dates.printed, seen.dates.meta) == (
        date(2009, 3, 2),
        date(2009, 3, 2),
        date(2023, 11, 10),
    )


@pytest.mark.parametrize("content", ["2026-11-20 10:08", "2026-11-20  14:52", "2026年11月20日", "2026-11-20 10∶08"])
def test_the_meta_date_serves_where_none_is_printed(content: str) -> None:
    seen = article(META + f'<meta name="PubDate" content="{content}">')
    assert (seen.published_on, seen.dates.printed) == (date(2026, 11, 20), None)


def test_an_older_systems_meta_date_is_a_witness_too() -> None:
    assert article(META + '<META content="2026-11-20-12:09:00" name="firstpublishedtime">').dates.meta == date(
        2026, 11, 20
    )


def test_the_day_in_the_address_and_of_the_server_are_witnesses_of_their_own() -> None:
    seen = read(
        f"<html><head>{META}</head><body><h1>{TITLE}</h1><p>{TEXT}</p></body></html>",
        url="https://www.linhe.example/zwgk/202611/t20261119_1.html",
        last_modified=datetime(2026, 11, 20, 17, 30, tzinfo=UTC),
    )
    assert (seen.dates.address, seen.dates.last_modified) == (date(2026, 11, 19), date(2026, 11, 21))
    assert seen.published_on is None


# Titles


@pytest.mark.parametrize(
    ("head", "title"),
    [
        pytest.param("", f"<h1>{TITLE}</h1>", id="a heading"),
        pytest.param(META, f"<h2>{TITLE}</h2>", id="meta and a heading"),
        pytest.param(
            META, f"<div class=bt>{TITLE}</div><h1>临河县人民政府</h1>", id="the site's name is a heading too"
        ),
        pytest.param(
            f"<title>{TITLE}_通知公告_临河县人民政府</title>", f"<div>{TITLE}</div>", id="title with column and site"
        ),
        pytest.param(
            f"<title>临河县人民政府 通知公告 {TITLE}</title>",
            f"<div>{TITLE}</div>",
            id="title with site and column first",
        ),
        pytest.param(f"<title>{TITLE}-临河县人民政府</title>", "", id="only in the title element"),
        pytest.param(
            f"<title>\n {TITLE} -\n 通知公告 -\n 临河县人民政府 -\n </title>",
            f"<div>{TITLE}</div>",
            id="broken over lines",
        ),
        pytest.param("<title>临河县人民政府</title>", f"<h3>{TITLE}</h3>", id="title is only the site's name"),
        pytest.param(
            f'<meta name="SiteName" content="临河县人民政府"><title>{TITLE}-临河县人民政府</title>',
            f"<div>{TITLE}</div>",
            id="the title begins with the site's name",
        ),
        pytest.param("<title>无标题文档</title>", f"<p class=title>{TITLE}</p>", id="no title"),
        pytest.param(f"<title><h1 style='color:red'>{TITLE}</h1></title>", "", id="markup in the title"),
        pytest.param(META, f"<h1>{TITLE[:12]}<br>{TITLE[12:]}</h1>", id="broken with br"),
        pytest.param(META, f"<h1>{TITLE[:8]} {TITLE[8:]}</h1>", id="a space inside"),
        pytest.param('<meta name="ArticleTitle" content="">', f"<h2 class=ewb-trade-h>{TITLE}</h2>", id="empty meta"),
        pytest.param(
            '<meta name="ArticleTitle" content="临河县人民政府"><meta name="SiteName" content="临河县人民政府">',
            f"<h1>{TITLE}</h1>",
            id="meta holds the site's name",
        ),
        pytest.param("", f"<table><tr><td>标　　题：</td><td>{TITLE}</td></tr></table>", id="only in the block"),
    ],
)
def test_reads_the_articles_own_title(head: str, title: str) -> None:
    seen = article(head, title=title, line="发布时间：2026-11-20")
    assert (seen.title or "").replace(" ", "") == TITLE


# Source, breadcrumb


@pytest.mark.parametrize(
    ("line", "source"),
    [
        ("来源：临河日报", "临河日报"),
        ("来源: <span>临河日报</span> 字号：大 中 小", "临河日报"),
        (
            "<span>发布时间：2026-11-20</span><span>来源：临河县文化和旅游局办公室</span><span>字号：大</span>",
            "临河县文化和旅游局办公室",
        ),
        ("信息来源：临河日报 发布时间：2026-11-20", "临河日报"),
        ("时间：2026-11-20 来源 : 临河日报【打印】", "临河日报"),
        ("来源：来源：临河日报", "临河日报"),
        ("来源：宣教中心 2026-11-20 14:59:48 【字体：大】", "宣教中心"),
        ("来源：临河县援建微信公众号", "临河县援建微信公众号"),
        ("来源：县文化和旅游局（原县文广新局） 浏览次数：3", "县文化和旅游局（原县文广新局）"),
        ("文章来源：《临河日报》 作者：记者", "《临河日报》"),
    ],
)
def test_reads_the_source_in_all_its_forms(line: str, source: str) -> None:
    assert article(line=line).source == source


def test_an_empty_source_is_the_meta_tags() -> None:
    seen = article(
        META + '<meta name="ContentSource" content="临河日报">', line="<span>来源：</span><span>阅读次数：12</span>"
    )
    assert seen.source == "临河日报"


def test_the_source_of_a_photograph_is_not_the_articles() -> None:
    text = "".join(f"<p>第{n}段，内容较长的一段文字，讲述本次活动的经过。</p>" for n in range(60))
    assert article(text=text.replace("第30段", "图片来源：新华社"), line="发布时间：2026-11-20").source is None


HOME, OPEN, NOTICES = "<a href=/>首页</a>", "<a href=/zwgk/>政务公开</a>", "<a href=/tzgg/>通知公告</a>"


@pytest.mark.parametrize(
    "crumbs",
    [
        f"<div>当前位置：{HOME} &gt; {OPEN} &gt; {NOTICES} &gt; 正文</div>",
        f"<div>您现在的位置：{HOME}&gt;&gt;{OPEN}&gt;&gt;{NOTICES}</div>",
        "<div>当前位置 : 首页-&gt;政务公开-&gt;通知公告</div>",
        f"<div>{HOME} / {OPEN} / {NOTICES}</div>",
        f"<div>您所在的位置：{HOME} » {OPEN} » {NOTICES}</div>",
        f"<div class=title>栏目名</div><div>当前位置：{HOME}<i></i>{OPEN}<i></i>{NOTICES}</div>",
        "<ol class=breadcrumb>您现在所在的位置：<li>首页</li><li>政务公开</li><li>通知公告</li></ol>",
        f"<ul class=crumb><li>{HOME}</li><li>{OPEN}</li><li>{NOTICES}</li></ul>",
        f"<table><tr><td>当前位置：</td><td>{HOME}</td><td>&gt; {OPEN}</td><td>&gt; {NOTICES}</td></tr></table>",
    ],
)
def test_reads_the_breadcrumb_in_all_its_forms(crumbs: str) -> None:
    assert [crumb.name for crumb in article(before=crumbs).breadcrumb] == ["首页", "政务公开", "通知公告"]


def test_a_step_keeps_its_address_and_its_own_slash() -> None:
    seen = article(before="<div>当前位置：<a href=/>首页</a> &gt; <a href=/zb/>招标公告/资审公告</a></div>")
    assert [(crumb.name, crumb.url) for crumb in seen.breadcrumb] == [
        ("首页", "https://www.linhe.example/"),
        ("招标公告/资审公告", "https://www.linhe.example/zb/"),
    ]


def test_a_footer_menu_is_no_breadcrumb() -> None:
    after = "<div class=footer><a href=/>首页</a> | <a href=/a>网站声明</a> | <a href=/b>联系我们</a></div>"
    assert article(after=after).breadcrumb == ()


# Metadata


def test_meta_names_are_read_in_any_case_and_order() -> None:
    seen = article(
        '<meta content="临河县人民政府" name="sitename"><META NAME="SITEIDCODE" CONTENT="9901210001">' + META
    )
    assert (seen.meta["SiteName"], seen.meta["SiteIDCode"]) == ("临河县人民政府", "9901210001")


def test_of_duplicated_meta_the_first_that_is_not_empty_wins() -> None:
    twice = '<meta name="columnname" content="通知公告"><meta name="ColumnName" content="其他">'
    seen = article('<meta name="ColumnName" content="">' + twice)
    assert seen.meta["ColumnName"] == "通知公告"


def test_a_tag_that_is_there_but_empty_is_kept_and_others_are_not() -> None:
    seen = article(META + '<meta name="ColumnType" content="  "><meta name="viewport" content="width=device-width">')
    assert seen.meta["ColumnType"] == ""
    assert "viewport" not in seen.meta


# Text


def test_the_text_is_the_articles_alone() -> None:
    seen = article(
        before="<div class=nav><a href=/>首页</a></div>",
        line="发布时间：2026-11-20 分享到：微信",
        text="第一段，讲了一件事情的经过。</p><p>第二段，  讲了\n另一件事情。<script>var a=1;</script></p>"
        "<p style='display:none'>看不见的一段，不算。",
        after="<div class=footer>主办：临河县人民政府办公室，联系电话：12345。</div>",
    )
    assert seen.text == "第一段，讲了一件事情的经过。\n第二段， 讲了 另一件事情。"


# Kinds


def test_the_root_of_a_site_is_its_home_page() -> None:
    html = "<title>临河县人民政府</title><ul><li><a href=/a.html>今日要闻标题之一</a>2026-11-20</li></ul>"
    assert read(html, "https://www.linhe.example/").kind == "home"
    assert read(html, "https://www.linhe.example/index.html").kind == "home"
    assert read(html, "https://www.linhe.example/portal/", is_home=True).kind == "home"


def test_a_list_of_dated_titles_is_a_column() -> None:
    rows = "".join(
        f"<li><a href=/a/{n}.html>关于第{n}项工作安排的通知</a><span>2026-11-{n:02}</span></li>" for n in range(1, 16)
    )
    seen = read(
        '<title>通知公告_临河县人民政府</title><meta name="ColumnName" content="通知公告">'
        f"<h2>通知公告</h2><ul class=list>{rows}</ul>",
        "https://www.linhe.example/zwgk/tzgg/",
    )
    assert (seen.kind, seen.title, seen.column and seen.column.latest) == ("column", "通知公告", date(2026, 11, 15))


def test_a_known_column_stays_one_whatever_it_looks_like() -> None:
    known = SiteColumn(url=URL, name="统计数据", type="statistics")
    seen = read(f"<title>统计数据</title><p>{TEXT}</p>", column=known)
    assert seen.kind == "column"


@pytest.mark.parametrize(
    ("body", "content_type", "kind"),
    [
        (b"%PDF-1.7 x", None, "attachment"),
        (b"PK\x03\x04 x", "text/html", "attachment"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", None, "attachment"),
        (b"\x89PNG x", "image/png", "other"),
        (b"abc", "application/octet-stream", "attachment"),
    ],
)
def test_a_file_is_no_page(body: bytes, content_type: str | None, kind: str) -> None:
    seen = read_page(body, url="https://www.linhe.example/down?id=1", today=TODAY, content_type=content_type)
    assert (seen.kind, seen.sha256) == (kind, hashlib.sha256(body).hexdigest())


def test_a_page_is_read_though_the_server_calls_it_a_file() -> None:
    body = f"<html><head>{META}</head><body><h1>{TITLE}</h1></body></html>".encode()
    assert read_page(body, url=URL, today=TODAY, content_type="application/octet-stream").title == TITLE


# The rest


def test_counts_images_and_reads_the_language() -> None:
    seen = read('<html lang="zh-CN"><body><img src=a.png alt=""><img src=b.png></body></html>')
    assert (seen.language, seen.images, seen.images_without_alt) == ("zh-CN", 2, 1)


def test_reads_the_footer_only_when_asked() -> None:
    body = "<div class=footer>主办：临河县人民政府办公室</div>".encode()
    assert read_page(body, url=URL, today=TODAY, marks=False).marks is None
    assert read_page(body, url=URL, today=TODAY).marks is not None


def test_takes_a_list_that_a_script_brought() -> None:
    url = "https://www.linhe.example/zwgk/tzgg/"
    script = '<script>$.get("list.json",show)</script>'
    html = f'<meta name="ColumnName" content="通知公告"><div class=list id=list></div>{script}'
    known = SiteColumn(url=url, name="通知公告", type="notice")
    seen = read(html, url, column=known)
    assert seen.column is not None
    assert seen.column.unreadable == "script"
    assert [want.url for want in seen.wants] == [url + "list.json"]
    records = ",".join(
        f'{{"title":"关于第{n}项工作的通知","url":"/a/{n}.html","date":"2026-11-{n:02}"}}' for n in range(1, 9)
    )
    whole = read(html, url, column=known, parts={url + "list.json": f'{{"data":[{records}]}}'.encode()})
    assert whole.column is not None
    assert (whole.column.unreadable, whole.column.latest) == (None, date(2026, 11, 8))


def test_a_declaration_of_xml_or_two_documents_in_one_do_no_harm() -> None:
    assert parse(b'<?xml version="1.0" encoding="gbk"?><html><body>x</body></html>', url=URL).root.tag == "html"
    twice = parse("<html><body><p>甲</p></body></html><html><body><p>乙</p></body></html>".encode(), url=URL)
    assert [line.text for line in twice.flow.lines] == ["甲", "乙"]


# Layout tables and empty articles


def test_the_text_does_not_take_in_the_table_that_lays_out_the_page() -> None:
    page = read(
        f"<html><head>{META}</head><body><TABLE><TR><TD>您现在的位置：<A HREF='/'>首页</A> → 正文</TD></TR>"
        f"<TR><TD><B>{TITLE}</B></TD></TR><TR><TD>更新时间：2026-11-3</TD></TR>"
        f"<TR><TD ID=fontzoom><P>临政办发〔2026〕12号</P><P>{TEXT}</P></TD></TR>"
        "<TR><TD>上一篇：没有了</TD></TR></TABLE></body></html>"
    )
    assert page.text.startswith("临政办发〔2026〕12号")
    assert "上一篇" not in page.text


def test_a_line_of_date_source_and_hits_is_no_text() -> None:
    line = "2026年11月03日 09:21　来源：县融媒体中心　点击：[12]"
    page = read(
        f"<html><head>{META}</head><body><div><h1>{TITLE}</h1><div>{line}</div>"
        "<div id=vsb_content><p></p></div></div></body></html>"
    )
    assert page.kind == "article"
    assert page.text == ""


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("<table><tr><th>序号</th><th>事项</th></tr><tr><td>1</td><td>检查</td></tr></table>", "检查"),
        ("<p>请在此处输入正文</p>", "请在此处输入正文"),
    ],
)
def test_few_words_are_the_text_before_the_byline_and_the_neighbours_are(text: str, expected: str) -> None:
    page = read(
        f"<html><head>{META}</head><body><div><h1>{TITLE}</h1><div>2026年11月03日 来源：县融媒体中心 点击：[12]</div>"
        f"<div id=zoom>{text}</div><div>上一篇：没有了</div><div>【打印此文】【关闭窗口】</div></div></body></html>"
    )
    assert expected in page.text
    assert "来源" not in page.text


def test_a_hub_that_leaves_out_its_columns_name_is_no_article() -> None:
    boxes = "".join(
        f'<div class="box"><h3><a href="/{name}/list.shtml">{name}</a></h3><ul><li><a href="/{name}/202610/1.shtml">'
        f'关于{name}的公示</a><span class="date">2026-10-0{number}</span></li></ul></div>'
        for number, name in enumerate(("规划计划", "统计信息", "行政许可公示", "行政处罚公示"), 1)
    )
    page = f"""<html><head><title>法定主动公开内容 - 某某局</title><meta name="ColumnType" content="法定主动公开内容">
    </head><body><div>当前位置：<a href="/">首页</a> &gt; <a href="/fading/list.shtml">法定主动公开内容</a></div>
    <div class="hub"><h1>法定主动公开内容</h1>{boxes}</div></body></html>"""
    seen = read_page(page.encode(), url="http://j.example/fading/list.shtml", today=date(2026, 11, 21))
    assert seen.kind == "column"


OLD_LIST = (
    "<ul>"
    + "".join(f"<li><a href='/zd/{n}.html'>县教育局机关制度第{n}号</a><i>2024-09-1{n}</i></li>" for n in range(3))
    + "</ul>"
)
NEWS = f"<ul><li><a href='/xw/1.html'>{TITLE}</a><i>2026-11-20</i></li></ul>"


@pytest.mark.parametrize(
    ("brings", "address", "part"),
    [
        (
            "<div id='n'></div><script>$.getJSON('/data/news.json', draw)</script>",
            "data/news.json",
            '[{"title": "关于做好秋冬季森林防火工作的通知", "url": "/xw/1.html", "date": "2026-11-20"}]',
        ),
        ("<iframe src='/in/news.html' width='600' height='300'></iframe>", "in/news.html", f"<body>{NEWS}</body>"),
    ],
)
def test_what_a_quiet_home_page_leaves_to_scripts_and_frames_is_looked_at(brings: str, address: str, part: str) -> None:
    home = "https://www.linhe.example/"
    html = f"<html><body>{brings}{OLD_LIST}</body></html>"
    seen = read(html, home)
    assert (seen.newest_item, [want.url for want in seen.wants]) == (date(2024, 9, 12), [home + address])
    whole = read_page(html.encode(), url=home, today=TODAY, parts={home + address: part.encode()})
    assert whole.newest_item == date(2026, 11, 20)
    assert read(html.replace(OLD_LIST, NEWS), home).wants == ()
