"""What a host shows at addresses that do not exist, told from what it always shows."""

import asyncio
from collections.abc import Mapping

import pytest

from config.settings import FetchSettings
from crawler.fetch.absent import AbsentLooks, is_front
from crawler.fetch.door import Door
from crawler.fetch.looks import look_of
from tests.servers import Page, Portal, portal, redirect

NOTICE = "<html><title>临河县</title><body>您要找的内容暂时没有，请从首页重新进入。</body></html>"
HOME = "<html><title>某某局</title><body><p>今天召开会议，部署各项工作。</p></body></html>"
APPLICATION = (
    '<html><title>政务服务网</title><body><div id="app">正在加载</div><script src="/a.js"></script></body></html>'
)
CLOSED = "<html><title>系统维护</title><body>系统升级维护中，暂停服务，敬请谅解。</body></html>"


def outcome(site: Portal, path: str) -> str | None:
    """What is said of an address, redirects followed as a probe does."""

    async def run() -> str | None:
        async with Door(FetchSettings(), ["127.0.0.1"]) as door:
            url = site.url + path
            answer = await door.ask("GET", url)
            while answer.leads_to:
                answer = await door.ask("GET", answer.leads_to)
            return await AbsentLooks(door).outcome(url, look_of(answer))

    return asyncio.run(run())


@pytest.mark.parametrize(
    ("pages", "missing", "path", "expected"),
    [
        pytest.param({"/": HOME}, NOTICE, "/lost.html", "soft-404", id="a notice at every lost address"),
        pytest.param({"/": HOME, "/a.html": HOME + "甲"}, NOTICE, "/a.html", None, id="a page of its own"),
        pytest.param({"/": HOME}, redirect("/"), "/lost.html", "redirect-home", id="sent home"),
        pytest.param({"/": HOME, "/e.html": NOTICE}, redirect("/e.html"), "/lost.html", "soft-404", id="sent away"),
        pytest.param({"/": APPLICATION}, APPLICATION, "/item/12", None, id="an application draws every address"),
        pytest.param({"/": CLOSED}, CLOSED, "/a.html", None, id="all closed today"),
        pytest.param({"/": HOME}, redirect("/"), "/index.jsp", None, id="another name of the home page"),
        pytest.param({"/": HOME, "/x.html": HOME}, redirect("/x.html"), "/x.html", None, id="where the lost are sent"),
        pytest.param({"/": redirect("/p/"), "/p/": HOME}, redirect("/p/"), "/p/", None, id="a home page in a folder"),
        pytest.param(
            {"/": redirect("/p/"), "/p/": HOME}, redirect("/p/"), "/a.html", "redirect-home", id="sent to that folder"
        ),
    ],
)
def test_what_is_said_of_an_address(pages: Mapping[str, Page], missing: Page, path: str, expected: str | None) -> None:
    with portal(pages) as site:
        site.missing = missing
        assert outcome(site, path) == expected


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ("", True),
        ("/", True),
        ("/index.html", True),
        ("/portal/index.jsp", True),
        ("/web/", True),
        ("/index.php?id=3", False),
        ("/zwgk/", False),
        ("/indexing/a.html", False),
    ],
)
def test_names_of_a_home_page(path: str, expected: bool) -> None:
    assert is_front(f"https://www.linhe.example{path}") is expected
