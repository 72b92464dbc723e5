"""What a site's robots.txt lets us read."""

import asyncio

import pytest

from config.settings import FetchSettings
from crawler.fetch.door import Door
from crawler.fetch.robots import Robots, read_robots
from tests.servers import Page, Reply, portal, redirect

RULES = "User-agent: *\nDisallow: /closed/\nCrawl-delay: 2"
PLAIN = {"Content-Type": "text/plain"}


def read(**pages: Page) -> tuple[Robots, float]:
    """The rules of a host with these pages, and the pause between two requests to it."""

    async def run() -> tuple[Robots, float]:
        async with Door(FetchSettings(), ["127.0.0.1"]) as door:
            return await read_robots(door, site.url + "/index.html"), door.pace(site.url).delay

    with portal({f"/{name}.txt": page for name, page in pages.items()}) as site:
        return asyncio.run(run())


@pytest.mark.parametrize(
    "robots",
    [
        pytest.param(Reply(RULES, headers=PLAIN), id="as it should be"),
        pytest.param(Reply("\ufeff" + RULES, headers=PLAIN), id="with the mark that Windows writes"),
        pytest.param(redirect("/rules.txt"), id="kept elsewhere"),
        pytest.param(Reply("# " + "x" * 100_000 + "\n" + RULES, headers=PLAIN), id="after much else"),
    ],
)
def test_rules_and_pause_are_kept(robots: Reply) -> None:
    rules, pause = read(robots=robots, rules=Reply(RULES, headers=PLAIN))
    assert not rules.allows("http://www.linhe.example/closed/a.html")
    assert rules.allows("http://www.linhe.example/open/a.html")
    assert pause == 2


@pytest.mark.parametrize(
    "robots",
    [
        pytest.param(Reply("", 404), id="no file"),
        pytest.param(Reply("", headers=PLAIN), id="an empty one"),
        pytest.param(Reply("<html>User-agent: *\nDisallow: /</html>"), id="an error page"),
        pytest.param(redirect("/robots.txt"), id="round in circles"),
    ],
)
def test_a_host_without_rules_allows_everything(robots: Reply) -> None:
    rules, pause = read(robots=robots)
    assert rules.allows("http://www.linhe.example/closed/a.html")
    assert pause == 0
