"""Parts of the template that are known again: nothing may come out otherwise than when they are read."""

from collections.abc import Iterator
from datetime import date

import pytest

from checks.observations.page import PageSeen
from crawler.extract import template
from crawler.extract.page import read_page

TODAY = date(2026, 11, 20)
HOST = "https://www.linhe.example"


@pytest.fixture(autouse=True)
def _nothing_known() -> Iterator[None]:
    template.forget()
    yield
    template.forget()


def menu(href: str = "/col{0}/index.html", more: str = "") -> str:
    entries = "\n".join(f'<li><a href="{href.format(n)}">栏目第{n}号</a><!-- {n} --> 之{n}</li>' for n in range(30))
    return f'<div class="nav"><ul>{entries}</ul>{more}</div> 菜单之后'


def article(number: int, head: str, *, script: str = "") -> bytes:
    return f"""<html lang="zh"><head><title>第{number}号通知</title></head><body>{script}{head}
    <div class="position">当前位置：<a href="/">首页</a> &gt; <a href="/tzgg/">通知公告</a></div>
    <h1>第{number}号通知</h1><p>发布时间：2026-11-0{number}</p>
    <div id="zoom"><p>各乡镇人民政府，县政府各部门：现将有关事项通知如下，请认真贯彻执行。</p>
    <a href="file{number}.pdf">附件</a></div>
    <div class="footer">主办：临河县人民政府</div></body></html>""".encode()


def read(body: bytes, url: str) -> PageSeen:
    return read_page(body, url=url, today=TODAY)


def read_anew(body: bytes, url: str) -> PageSeen:
    template.forget()
    return read(body, url)


@pytest.mark.parametrize(
    "head",
    [
        menu(),
        menu("col{0}.html"),
        menu("#", more='<a href="javascript:void(0)">更多</a>'),
        menu(more='<div style="display:none"><a href="http://a.example/">藏起来的</a></div><img src="/logo.png">'),
        menu(more='<a href="" onclick="window.open(\'/service.html\')">办事</a>'),
        menu(more='<noscript><img src="http://count.example/1.gif"></noscript>'),
        menu() + menu("/m{0}.html").replace("nav", "mobile-nav"),
        f"<div class=header>{menu()}<p>今天是星期五</p></div>",
    ],
)
@pytest.mark.parametrize("folders", [("/a/", "/a/", "/a/"), ("/a/", "/b/", "/c/d/")])
def test_a_known_part_gives_what_reading_it_gives(head: str, folders: tuple[str, ...]) -> None:
    pages = [(article(n, head), f"{HOST}{folder}t{n}.html") for n, folder in enumerate(folders, 1)]
    known = [read(*page) for page in pages]
    assert known == [read_anew(*page) for page in pages]


def test_a_menu_on_another_host_leads_to_that_host() -> None:
    for host in ("https://a.example", "https://a.example", "https://b.example"):
        seen = read(article(1, menu()), f"{host}/x/t1.html")
    assert {link.url for link in seen.links if "/col" in link.url} == {
        f"https://b.example/col{n}/index.html" for n in range(30)
    }


def test_what_a_script_hides_on_one_page_is_hidden_there_alone() -> None:
    box = menu(more='<div id="planted"><a href="http://spam.example/">真人娱乐</a></div>')
    script = "<script>document.getElementById('planted').style.display='none';</script>"
    plain = [(article(n, box), f"{HOST}/t{n}.html") for n in (1, 2, 3)]
    hiding = (article(4, box).replace(b"</body>", script.encode() + b"</body>"), f"{HOST}/t4.html")
    seen = [read(*page) for page in (*plain, hiding, plain[0])]
    assert seen == [read_anew(*page) for page in (*plain, hiding, plain[0])]


def test_white_words_are_hidden_on_the_page_whose_ground_is_white() -> None:
    box = menu(more='<p style="color:#fff"><a style="color:#fff" href="http://spam.example/">真人娱乐</a></p>')
    plain = [(article(n, box), f"{HOST}/t{n}.html") for n in (1, 2, 3)]
    white = article(4, box).replace(b"<body>", b'<body style="background:#fff">')
    for page in plain:
        read(*page)
    hidden = {link.url: link.hidden for link in read(white, f"{HOST}/t4.html").links}
    assert hidden["http://spam.example/"] == "same-colour"
