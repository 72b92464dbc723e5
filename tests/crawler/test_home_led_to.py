"""Home pages at the end of a page that only sends browsers on."""

import pytest
from sqlalchemy import Engine

from crawler.fetch.answer import Answer
from crawler.fetch.leading_on import sent_on
from tests.crawler.reading_site import article, bad, front, read
from tests.factories import NOW
from tests.servers import Asked, Reply, portal, redirect

HOST = "http://www.linhe.example"


def leads_to(html: str, url: str = f"{HOST}/") -> str | None:
    found = sent_on(Answer(url, "GET", 200, {"Content-Type": "text/html"}, html.encode(), NOW, 1))
    return found.leads_to if found else None


@pytest.mark.parametrize(
    "html",
    [
        '<html><head><meta http-equiv="refresh" content="0;URL=portal/"></head></html>',
        "<META content='2; url=/portal/' HTTP-EQUIV='Refresh'><p>正在进入本站，请稍候</p>",
        '<script language="javascript">window.location.href="portal/";</script>',
        "<body onload='go()'><script>function go(){ top.location = '/portal/'; }</script></body>",
        '<script>location.replace("/portal/")</script><a href="/portal/">如果没有跳转，请点击这里</a>',
        '<script>if(/Mobile/.test(navigator.userAgent)){location.href="/m/";}else{location.href="/portal/";}</script>',
    ],
)
def test_pages_that_only_lead_on(html: str) -> None:
    assert leads_to(html) == f"{HOST}/portal/"


@pytest.mark.parametrize(
    "html",
    [
        '<meta http-equiv="refresh" content="300"><p>每五分钟刷新</p>',
        '<meta http-equiv="refresh" content="60;url=/portal/">',
        "<script>if(isPhone()){location.href='/wap/';}</script>",
        "<script>document.cookie='a=1';location.href=location.pathname+location.search</script>",
        f"<script>function go(u){{location.href='/portal/';}}</script><p>{'工作进展顺利。' * 20}</p>",
        "<frameset><frame src='/portal/'></frameset><script>location.href='/portal/';</script>",
        '<script>location.href="/";</script>',
        "<img src='a.jpg' onclick=\"location.href='/portal/';\">",
        "<script>function s(){location.href='/s';}</script><a href='/a'>甲</a><a href='/b'>乙</a><a href='/c'>丙</a>",
    ],
)
def test_pages_that_stay(html: str) -> None:
    assert leads_to(html) is None


def test_the_site_behind_is_read(engine: Engine) -> None:
    with portal() as site:
        site.pages |= {
            "/": redirect("/index.html"),
            "/index.html": '<meta http-equiv="refresh" content="0;url=portal/index.html">',
            "/portal/index.html": front("/a.html"),
            "/a.html": article("秋粮收购", "/gone.html"),
        }
        outcome = read(engine, site)
        assert outcome.home is not None
        assert outcome.home.url == f"{site.url}/portal/index.html"
        assert set(bad(engine, site)) == {"/gone.html"}


def test_pages_that_lead_to_each_other_end(engine: Engine) -> None:
    with portal() as site:
        site.pages |= {
            "/": "<script>location.href='/b.html';</script>",
            "/b.html": "<script>location.href='/';</script>",
        }
        assert read(engine, site).state == "unreachable"
        assert len(site.asked) < 40


def test_a_cookie_set_by_a_page_that_leads_on_is_taken_along(engine: Engine) -> None:
    def guarded(asked: Asked) -> Reply:
        return Reply(front("/a.html")) if "seen=1" in asked.headers.get("cookie", "") else redirect("/")

    leading = Reply("<script>location.href='/portal/';</script>", 200, {**Reply().headers, "Set-Cookie": "seen=1"})
    with portal() as site:
        site.pages |= {"/": leading, "/portal/": guarded}
        assert read(engine, site).state == "finished"
