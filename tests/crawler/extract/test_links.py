import pytest

from checks.observations.link import LinkSeen
from crawler.extract.links import link_kind, opened_address, read_links
from crawler.extract.page import parse

PAGE = "https://www.linhe.example/zwgk/index.html"
HERE = "https://www.linhe.example/zwgk/"


def links(html: str, url: str = PAGE) -> list[LinkSeen]:
    return list(read_links(parse(html.encode(), url=url)))


def link(html: str) -> LinkSeen:
    (only,) = links(html)
    return only


@pytest.mark.parametrize(
    ("html", "name", "kind", "embedded"),
    [
        ('<a href="a.html">x</a>', "a.html", "page", False),
        ('<a href="a.pdf">x</a>', "a.pdf", "attachment", False),
        ('<a href="P020241120.DOCX">x</a>', "P020241120.DOCX", "attachment", False),
        ('<a href="down.jsp?file=a.xls&amp;id=1">x</a>', "down.jsp?file=a.xls&id=1", "attachment", False),
        ('<a href="a.jpg">x</a>', "a.jpg", "image", False),
        ('<a href="a.mp4?v=1">x</a>', "a.mp4?v=1", "media", False),
        ('<map><area href="a.html"></map>', "a.html", "page", False),
        ('<img src="a.png">', "a.png", "image", True),
        ('<img src="data:image/gif;base64,R0" data-original="a.png">', "a.png", "image", True),
        ('<script src="a.js"></script>', "a.js", "script", True),
        ('<link rel="stylesheet" href="a.css">', "a.css", "style", True),
        ('<link rel="shortcut icon" href="favicon.ico">', "favicon.ico", "image", True),
        ('<iframe src="a.html"></iframe>', "a.html", "frame", True),
        ("<frameset><frame src=a.html></frameset>", "a.html", "frame", True),
        ('<video><source src="a.mp4"></video>', "a.mp4", "media", True),
        ('<embed src="a.swf">', "a.swf", "media", True),
        ('<object data="a.pdf"></object>', "a.pdf", "attachment", True),
        ('<input type="image" src="a.png">', "a.png", "image", True),
        ("""<div onclick="window.open('a.html')">x</div>""", "a.html", "page", False),
        ("""<a href="#" onclick="location.href='a.html'">x</a>""", "a.html", "page", False),
        (
            """<a href="javascript:;" onclick="window.open( &quot;a.html&quot;,'_blank')">x</a>""",
            "a.html",
            "page",
            False,
        ),
    ],
)
def test_finds_every_kind_of_link(html: str, name: str, kind: str, embedded: bool) -> None:
    seen = link(html)
    assert (seen.url, seen.kind, seen.embedded) == (HERE + name, kind, embedded)


@pytest.mark.parametrize(
    "html",
    [
        '<link rel="canonical" href="https://www.other.example/">',
        '<link rel="alternate" href="a.xml"><link rel="preconnect" href="//cdn.example">',
        '<a href="">x</a><a>x</a><a href="#a">x</a><a href="javascript:go()">x</a><a href="mailto:a@b.example">x</a>',
        '<img src=""><img><img src="data:image/gif;base64,R0">',
        '<input type="text" src="a.png">',
        """<a onclick="window.open('/a?id='+id)">x</a>""",
        '<!-- <a href="a.html">x</a> -->',
    ],
)
def test_leaves_out_what_leads_nowhere(html: str) -> None:
    assert links(html) == []


@pytest.mark.parametrize(
    "href", ["http://http//www.linhe.example", "C:\\a.doc", "${url}", "http://localhost/a", "file:///a"]
)
def test_keeps_a_malformed_address_as_written(href: str) -> None:
    seen = link(f'<a href=" {href} ">x</a>')
    assert (seen.url, seen.malformed) == (href, True)


def test_names_each_address_and_kind_once_at_its_first_place() -> None:
    first = '<div class="nav"><a href="a.html"><img src="a.png"></a></div>'
    html = first + '<div class="footer"><a href="./a.html#x">甲</a></div>'
    assert [(seen.url, seen.kind, seen.text, seen.region) for seen in links(html)] == [
        (HERE + "a.html", "page", "甲", "nav"),
        (HERE + "a.png", "image", "", "nav"),
    ]


@pytest.mark.parametrize(
    ("html", "text"),
    [
        ('<a href="a.html"> 关于 <b>印发</b>\n的通知 </a>', "关于 印发 的通知"),
        ('<a href="a.html" title="关于印发要点的通知">关于印发...</a>', "关于印发要点的通知"),
        ('<a href="a.html" title="关于印发要点的通知">关于印发…</a>', "关于印发要点的通知"),
        ('<a href="a.html" title="点击查看">关于印发要点的通知</a>', "关于印发要点的通知"),
        ('<a href="a.html" title="政务公开"></a>', "政务公开"),
        ('<map><area href="a.html" alt="解读"></map>', "解读"),
        ('<iframe src="a.html" title="页脚"></iframe>', "页脚"),
    ],
)
def test_takes_the_whole_words_of_a_link(html: str, text: str) -> None:
    assert link(html).text == text


def test_an_image_alone_speaks_for_its_link() -> None:
    assert links('<a href="a.html"><img src="a.png" alt="党政机关"></a>')[0].text == "党政机关"


@pytest.mark.parametrize(
    ("outer", "region"),
    [
        ("<header>", "header"),
        ('<div class="top">', "header"),
        ('<div id="head-box">', "header"),
        ("<nav>", "nav"),
        ('<ul class="main-nav">', "nav"),
        ('<div class="dqwz">', "nav"),
        ("<footer>", "footer"),
        ('<div class="foot_links">', "footer"),
        ('<table id="bottom">', "footer"),
        ("<aside>", "aside"),
        ('<div class="side-bar">', "aside"),
        ('<div class="article-head">', "main"),
        ('<div class="content no-nav-pad">', "main"),
        ('<div class="container margin-top-15 padding-bottom">', "main"),
        ("<div>", "main"),
    ],
)
def test_says_where_in_the_page_a_link_stands(outer: str, region: str) -> None:
    assert link(f'{outer}<p><span><a href="a.html">x</a></span></p>').region == region


@pytest.mark.parametrize(
    ("style", "hidden"),
    [
        ("display:none", "display-none"),
        ("DISPLAY : NONE", "display-none"),
        ("visibility: hidden", "invisible"),
        ("color:#FFF; background-color:#fff", "same-colour"),
        ("color:#fff;background:#c00", None),
        ("color:#fff;border-color:#fff", None),
        ("opacity:0", "invisible"),
        ("opacity:0.8", None),
        ("position:absolute;left:-9999px", "off-screen"),
        ("text-indent:-9999em", "off-screen"),
        ("margin-left:-10px", None),
        ("font-size:0", "tiny"),
        ("height:1px;width:1px", "tiny"),
        ("height:10px", None),
        ("border-width:1px", None),
        ("line-height:1", None),
        ("opacity:0;position:absolute;left:-500em", "off-screen"),
        ("display:none;left:-9999px", "display-none"),
    ],
)
def test_says_how_a_link_is_hidden(style: str, hidden: str | None) -> None:
    assert link(f'<div style="{style}"><p><a href="a.html">x</a></p></div>').hidden == hidden


@pytest.mark.parametrize(
    ("outer", "hidden"),
    [
        ("background:#ffffff", "same-colour"),
        ("background-color: white; padding:2px", "same-colour"),
        ("background:#c00", None),
        ("background:#fff url(/dark.png)", None),
        ("padding:2px", None),
    ],
)
def test_white_words_on_what_is_painted_white(outer: str, hidden: str | None) -> None:
    assert link(f'<div style="{outer}"><p><a style="color:#FFFFFF" href="a.html">x</a></p></div>').hidden == hidden


def test_the_nearest_ground_counts() -> None:
    html = '<div style="background:#fff"><p style="background:#c00"><a style="color:#fff" href="a.html">x</a></p></div>'
    assert link(html).hidden is None


def test_an_address_that_is_also_in_sight_is_not_hidden() -> None:
    assert link('<div style="display:none"><a href="a.html">x</a></div><a href="a.html">x</a>').hidden is None


def test_joins_to_the_base_that_the_page_names() -> None:
    assert links('<base href="/other/"><a href="a.html">x</a>')[0].url == "https://www.linhe.example/other/a.html"


def test_an_included_header_that_ends_the_document_hides_nothing() -> None:
    html = "<html><body><div>页头</div></html>\n<div><a href='a.html'>x</a></div></body></html>"
    assert link(html).url == HERE + "a.html"


@pytest.mark.parametrize(
    ("page", "href", "address"),
    [
        ("http", "http:///www.x.example/a", "http://www.x.example/a"),
        ("http", "https:/www.x.example/a", "https://www.x.example/a"),
        ("https", "http:/www.x.example/a", "http://www.x.example/a"),
        ("https", "http:www.x.example/a", "http://www.x.example/a"),
        ("https", "///www.x.example/a", "https://www.x.example/a"),
        ("http", "http:/www.x.example/a", None),
        ("http", "http:///a.html", None),
        ("http", "http:///", None),
        ("http", "http:// www.x.example/a", None),
        ("https", "http://http//www.x.example/a", None),
    ],
)
def test_slashes_too_many_or_too_few_are_read_as_browsers_do(page: str, href: str, address: str | None) -> None:
    html = f"<html><body><div class='content'><a href='{href}'>x</a></div></body></html>"
    (seen,) = links(html, f"{page}://www.linhe.example/x/a.html")
    assert (seen.url, seen.malformed) == (address or href, address is None)


@pytest.mark.parametrize(
    ("script", "address"),
    [
        ("window.open('a.html','_blank')", "a.html"),
        ('location.href="a.html"; return false', "a.html"),
        ("window.location = 'a.html'", "a.html"),
        ("location.replace('a.html')", "a.html"),
        ("window.open('a.html?id='+id)", None),
        ("location.href='a.html?id='+id+'&from=1'", None),
        ('location.href = "/x/" + n + ".html"', None),
        ("window.open('a.html'.concat(x))", None),
        ("window.open(url)", None),
        ("show('a.html')", None),
    ],
)
def test_reads_what_a_script_opens(script: str, address: str | None) -> None:
    assert opened_address(script) == address


def test_an_address_without_a_known_extension_is_a_page() -> None:
    assert link_kind("https://www.linhe.example/a/b.shtml") == "page"
    assert link_kind("https://www.linhe.example/a/b") == "page"
    assert link_kind("https://www.linhe.example/") == "page"


def test_what_stands_in_a_template_is_no_link_until_a_script_takes_it_up() -> None:
    inert = (
        '<template><a href="${item.url}">${item.title}</a><script src="http://old.example/a.js"></script></template>'
    )
    assert [one.url for one in links(f'<body>{inert}<a href="a.html">x</a></body>')] == [HERE + "a.html"]


def test_what_only_browsers_without_scripts_load_is_not_embedded() -> None:
    (seen,) = links('<body><noscript><p><img src="http://stat.example/hm.gif"></p></noscript></body>')
    assert (seen.kind, seen.embedded) == ("image", False)


@pytest.mark.parametrize(
    "html",
    [
        '<a href="a.jpg"><img src="a.jpg" alt="图片"></a>',
        '<img src="a.jpg" alt="图片"><a href="a.jpg">图片</a>',
        '<noscript><img src="a.jpg"></noscript><img src="a.jpg">',
    ],
)
def test_a_picture_that_is_both_shown_and_led_to_is_shown(html: str) -> None:
    assert link(html).embedded
