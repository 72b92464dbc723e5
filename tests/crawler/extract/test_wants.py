import pytest

from checks.observations.page import Want
from crawler.extract.page import parse
from crawler.extract.wants import is_list_data, read_wants

URL = "https://www.linhe.example/xwzx/index.html"
ROOT = "https://www.linhe.example"


def wants(body: str, *, lists: bool = True, footer: bool = True) -> list[tuple[str, str]]:
    found = read_wants(parse(f"<html><body>{body}</body></html>".encode(), url=URL), lists=lists, footer=footer)
    return [(want.role, want.url.removeprefix(ROOT)) for want in found]


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("<script src='/js/footer.js'></script>", [("footer", "/js/footer.js")]),
        ("<script src='../public/gov_bottom_2020.js?v=2'></script>", [("footer", "/public/gov_bottom_2020.js?v=2")]),
        (
            "<!--尾部 --><script src='/images/1708171610341487.js'></script>",
            [("footer", "/images/1708171610341487.js")],
        ),
        ("<script>$('#footer').load('/foot.html');</script>", [("footer", "/foot.html")]),
        ("<script>$('.f').load('/foot.html #foot')</script>", [("footer", "/foot.html")]),
        ('<!--#include virtual="/include/foot.html"-->', [("footer", "/include/foot.html")]),
        ("<iframe src='../../yewei/' width='100%' height='200'></iframe>", [("footer", "/yewei/")]),
        ("<div class='footer'><iframe src='/pub/dw.html' height='180'></iframe></div>", [("footer", "/pub/dw.html")]),
        ("<iframe src='/list/tzgg.html' width='100%' height='900'></iframe>", [("frame", "/list/tzgg.html")]),
        ("<script>$.getJSON('/col/col1/articleList.json', f)</script>", [("list", "/col/col1/articleList.json")]),
        ("<script>$.ajax({type:'post', url : \"queryList.do?id=3\"})</script>", [("list", "/xwzx/queryList.do?id=3")]),
        (
            "<script>axios.get('/api/news').then(f); fetch('/api/page_1.xml')</script>",
            [("list", "/api/news"), ("list", "/api/page_1.xml")],
        ),
    ],
)
def test_asks_for(body: str, expected: list[tuple[str, str]]) -> None:
    assert wants(body) == expected


@pytest.mark.parametrize(
    "body",
    [
        "<script src='/js/jquery.footscroll.js'></script>",
        "<!--底部 end--><script src='/js/web.js'></script>",
        "<!-- footer --><script src='/js/swiper.min.js'></script>",
        "<script>$.get('/list?id=' + id)</script>",
        "<script>$.get('/visitcount/articlehits.do')</script>",
        "<script>$.post('/user/checkLogin.json')</script>",
        "<script>fetch(`/api/list/${id}`)</script>",
        "<iframe src='/tianqi/list.html' width='100%' height='900'></iframe>",
        "<iframe src='/visitcount/visit.jsp' style='display:none'></iframe>",
        "<script>$('#nav').load('/nav.html')</script>",
    ],
)
def test_leaves_alone(body: str) -> None:
    assert wants(body) == []


def test_asks_only_for_what_is_missing() -> None:
    body = "<script src='/foot.js'></script><script>$.getJSON('/list.json')</script>"
    assert wants(body, footer=False) == [("list", "/list.json")]
    assert wants(body, lists=False) == [("footer", "/foot.js")]


def test_a_frameset_is_always_wanted() -> None:
    html = b"<html><frameset rows='90,*'><frame src='top.html'><frame src='main.html'></frameset></html>"
    found = read_wants(parse(html, url=URL), lists=False, footer=False)
    assert found == (Want(f"{ROOT}/xwzx/top.html", "frame"), Want(f"{ROOT}/xwzx/main.html", "frame"))


def test_counters_are_no_list_data() -> None:
    assert is_list_data("/jsearch/list.json")
    assert not is_list_data("/news/hits.json")
