from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crawler.extract.address import LONGEST, address_date, canonical, is_malformed, join

PAGE = "https://www.linhe.example/zwgk/tzgg/index.html?p=1"
PARTS = st.sampled_from(
    [
        "http://",
        "HTTPS://",
        "//",
        "a.example",
        "A.Example:80",
        ":443",
        "/",
        "..",
        ".",
        "a b",
        "%2f",
        "%41",
        "%zz",
        "中文",
        "?",
        "&",
        "=",
        "#",
        ";jsessionid=1",
        "sid=abcdefghij1234567890abcd",
        "PHPSESSID=1",
        "[",
        "]",
        "@",
        "\\",
        "${x}",
        "\t",
        "x.html",
    ]
)


@pytest.mark.parametrize(
    ("url", "wanted"),
    [
        ("HTTP://WWW.Linhe.Example", "http://www.linhe.example/"),
        ("http://www.linhe.example:80/a", "http://www.linhe.example/a"),
        ("https://www.linhe.example:443/a", "https://www.linhe.example/a"),
        ("https://www.linhe.example:8443/a", "https://www.linhe.example:8443/a"),
        ("http://www.linhe.example/a#top", "http://www.linhe.example/a"),
        ("http://www.linhe.example./a", "http://www.linhe.example/a"),
        ("http://www.linhe.example/a/./b/../c", "http://www.linhe.example/a/c"),
        ("http://www.linhe.example/../../a", "http://www.linhe.example/a"),
        ("http://www.linhe.example/a;jsessionid=0A1B?x=1", "http://www.linhe.example/a?x=1"),
        ("http://www.linhe.example/a?JSESSIONID=0A&x=1", "http://www.linhe.example/a?x=1"),
        ("http://www.linhe.example/a?x=1&PHPSESSID=9", "http://www.linhe.example/a?x=1"),
        ("http://www.linhe.example/a?ASPSESSIONIDQQ=K&x=1", "http://www.linhe.example/a?x=1"),
        ("http://www.linhe.example/a?sid=3f2a9c4b5d6e7f8091a2b3c4&x=1", "http://www.linhe.example/a?x=1"),
        ("http://www.linhe.example/a?sid=12&x=1", "http://www.linhe.example/a?sid=12&x=1"),
        ("http://www.linhe.example/%7eoffice/%e4%b8%ad", "http://www.linhe.example/~office/%E4%B8%AD"),
        ("http://www.linhe.example/a%2Fb", "http://www.linhe.example/a%2Fb"),
        ("http://www.linhe.example/a b.html", "http://www.linhe.example/a%20b.html"),
        ("http://www.linhe.example/通知.html", "http://www.linhe.example/%E9%80%9A%E7%9F%A5.html"),
        ("http://临河.example/", "http://xn--miq665e.example/"),
        ("http://www.linhe.example。", "http://www.linhe.example/"),
        ("  http://www.linhe.example/a\n", "http://www.linhe.example/a"),
        ("http:\\\\www.linhe.example\\a", "http://www.linhe.example/a"),
        ("http://www.linhe.example//a//b", "http://www.linhe.example//a//b"),
    ],
)
def test_one_address_has_one_spelling(url: str, wanted: str) -> None:
    assert canonical(url) == wanted


@pytest.mark.parametrize(
    ("href", "wanted"),
    [
        ("a.html", "https://www.linhe.example/zwgk/tzgg/a.html"),
        ("../a.html", "https://www.linhe.example/zwgk/a.html"),
        ("./202611/t20261120_1.html", "https://www.linhe.example/zwgk/tzgg/202611/t20261120_1.html"),
        ("/a.html", "https://www.linhe.example/a.html"),
        ("//www.other.example/a", "https://www.other.example/a"),
        ("?p=2", "https://www.linhe.example/zwgk/tzgg/index.html?p=2"),
        (" a.html ", "https://www.linhe.example/zwgk/tzgg/a.html"),
        ("..\\a.html", "https://www.linhe.example/zwgk/a.html"),
        ("http://www.linhe.example/x#y", "http://www.linhe.example/x"),
    ],
)
def test_joins_to_the_page(href: str, wanted: str) -> None:
    assert join(PAGE, href) == wanted


@pytest.mark.parametrize(
    "href",
    [
        "",
        "  ",
        "#",
        "#top",
        "javascript:void(0)",
        "JavaScript:;",
        "java\nscript:x()",
        "mailto:a@b.example",
        "tel:12345",
        "data:,x",
        "about:blank",
        "weixin://dl/chat",
        "ftp://ftp.linhe.example/x",
    ],
)
def test_what_leads_to_no_page_is_none_and_no_fault(href: str) -> None:
    assert join(PAGE, href) is None
    assert not is_malformed(href)


@pytest.mark.parametrize(
    "href",
    [
        "http://http//www.linhe.example",
        "http://http://www.linhe.example/",
        "http:///a.html",
        "http://",
        "file:///C:/a.doc",
        "C:\\Users\\a.doc",
        "d:/a.doc",
        "http://localhost/a",
        "http://localhost:8080/",
        "http://127.0.0.1/a",
        "http://10.1.2.3/a",
        "http://172.16.0.9/",
        "http://192.168.1.1/a",
        "//192.168.1.1/a",
        "${item.url}",
        "/a/{{id}}.html",
        "<%=url%>",
        "http://www.linhe.example/${id}",
        "htttp://www.linhe.example/",
        "www.linhe.example:80/a",
        "http://www.linhe.example:port/",
        "http://www. linhe.example/",
        "http://\u3000www.linhe.example/",
    ],
)
def test_what_was_meant_as_an_address_and_is_none_is_malformed(href: str) -> None:
    assert is_malformed(href)
    assert join(PAGE, href) is None


@pytest.mark.parametrize(
    "href",
    [
        "http://172.32.0.1/a",
        "http://8.8.8.8/",
        "http://www.linhe.example/a(1).html",
        "a.html?u=http://x.example",
        "localhost.html",
    ],
)
def test_odd_but_good_addresses_are_not_malformed(href: str) -> None:
    assert not is_malformed(href)


@pytest.mark.parametrize("href", ["https://www.linhe.example]/a", "https://www.linhe.example:port/"])
def test_a_host_that_only_begins_like_the_sites_own_leads_nowhere(href: str) -> None:
    assert is_malformed(href)
    assert join(PAGE, href) is None


def test_a_site_on_an_inside_address_may_name_itself() -> None:
    assert join("http://127.0.0.1:8000/a/", "http://127.0.0.1:8000/b") == "http://127.0.0.1:8000/b"
    assert join("http://127.0.0.1:8000/a/", "c") == "http://127.0.0.1:8000/a/c"
    assert join("http://127.0.0.1:8000/a/", "http://127.0.0.2/b") is None


def test_a_query_is_escaped_in_the_pages_own_encoding_as_browsers_do() -> None:
    assert join(PAGE, "s.jsp?k=通知", encoding="gb18030") == "https://www.linhe.example/zwgk/tzgg/s.jsp?k=%CD%A8%D6%AA"
    assert join(PAGE, "s.jsp?k=通知") == "https://www.linhe.example/zwgk/tzgg/s.jsp?k=%E9%80%9A%E7%9F%A5"


@given(st.lists(PARTS, max_size=9).map("".join))
def test_canonical_is_settled_after_one_go_and_never_raises(url: str) -> None:
    once = canonical(url)
    assert canonical(once) == once


@given(st.text(max_size=60))
def test_no_text_makes_it_raise(text: str) -> None:
    joined = join(PAGE, text)
    assert joined is None or canonical(joined) == joined
    assert canonical(canonical(text)) == canonical(text)
    is_malformed(text)
    address_date(text)


@pytest.mark.parametrize(
    ("url", "wanted"),
    [
        ("http://www.linhe.example/art/2024/10/14/art_60085_1.html", date(2024, 10, 14)),
        ("http://www.linhe.example/2025/6/3/071bf8764a6c.shtml", date(2025, 6, 3)),
        ("http://www.linhe.example/gzdt/202107/t20210713_9468077.html", date(2021, 7, 13)),
        ("http://www.linhe.example/zhengce/content/2018-12/25/content_5352010.htm", date(2018, 12, 25)),
        ("http://www.linhe.example/jcws2/20240511/b5c2db3d781e.html", date(2024, 5, 11)),
        ("http://www.linhe.example/tjgb/202304/3f093ec3.shtml", None),
        ("http://www.linhe.example/2025/0708/c495a49500/page.htm", date(2025, 7, 8)),
        ("http://www.linhe.example/content/post_9360641.html", None),
        ("http://www.linhe.example/a/20241399.html", None),
    ],
)
def test_reads_the_day_in_an_address(url: str, wanted: date | None) -> None:
    assert address_date(url) == wanted


@pytest.mark.parametrize("href", ["%24%7Bcontent.url%7D", "/zwgk/%7B%7Bitem.id%7D%7D", "%3C%25=url%25%3E"])
def test_template_marks_are_known_when_escaped_too(href: str) -> None:
    assert is_malformed(href)


@pytest.mark.parametrize("href", ["/{}", "{}.html", "https://www.linhe.example/?x={}", "/?x={}"])
def test_an_address_that_is_too_long_to_be_kept_leads_nowhere(href: str) -> None:
    assert join(PAGE, href.format("x" * 1900)) is not None
    assert join(PAGE, href.format("x" * LONGEST)) is None
