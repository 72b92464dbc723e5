import pytest

from crawler.extract.next_page import next_page
from crawler.extract.page import parse

URL = "https://www.linhe.example/xwzx/tzgg/index.html"
FOLDER = "https://www.linhe.example/xwzx/tzgg/"


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("<a href='index_1.html'>下一页</a>", "index_1.html"),
        ("<a href='list_2.shtml'><span>下一页&gt;</span></a>", "list_2.shtml"),
        ("<a class='next' href='?page=2'><img src='n.gif'></a>", "index.html?page=2"),
        ("<a href='p3.html'>&gt;</a>", "p3.html"),
        ("<a href='?page=1'>下一页</a>", "index.html?page=1"),
        ("<a href='index_1.html' title='下一页'><i></i></a>", "index_1.html"),
        ('<script>createPageHTML(50, 0, "index", "html");</script>', "index_1.html"),
        ('<script>createPageHTML(50, 3, "index", "shtml", "black2", 996);</script>', "index_4.shtml"),
        ("<script>createPageHTML('page_div',10, 1,'zwgklist','shtml',200);</script>", "zwgklist_2.shtml"),
    ],
)
def test_finds(body: str, expected: str) -> None:
    assert next_page(parse(f"<body>{body}</body>".encode(), url=URL)) == FOLDER + expected


def test_counts_the_page_in_the_address() -> None:
    doc = parse(b"<script>var pageCount = 9; var currentPage = 2; id_</script>", url=FOLDER + "list.jsp?id=7&page=2")
    assert next_page(doc) == FOLDER + "list.jsp?id=7&page=3"


@pytest.mark.parametrize(
    "body",
    [
        "<span>下一页</span>",
        "<a href='?page=1'>上一页</a> <b>1</b> <a href='?page=1'>下一页</a>",
        "<a href='javascript:getList(2)'>下一页</a>",
        "<a href='#'>下一页</a>",
        '<script>createPageHTML(1, 0, "index", "html");</script>',
        "<script>createPageHTML('page_div',10, 10,'list','shtml',200);</script>",
        "<script>function createPageHTML(_nPageCount, _nCurrIndex, _sPageName, _sPageExt){}</script>",
        "<p>Next, <a href='a.html'>the text</a></p>",
    ],
)
def test_knows_no_next_page(body: str) -> None:
    assert next_page(parse(f"<body>{body}</body>".encode(), url=URL)) is None


def test_a_digit_that_is_no_number_counts_nothing() -> None:
    doc = parse(b"<script>var pageCount = 9; var currentPage = 2; id_</script>", url=FOLDER + "list.jsp?page=%C2%B2")
    assert next_page(doc) is None
