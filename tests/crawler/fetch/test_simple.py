"""Single addresses, for inspect and discover."""

import asyncio
from typing import Any

import pytest

from checks.observations.fetch import Fetched, NotFetched
from config.settings import FetchSettings, Settings
from crawler.fetch.simple import fetch_many, fetch_one
from tests.servers import Asked, Reply, hang_up, portal, redirect


def fetch(url: str, *, is_home: bool = False, **settings: Any) -> Fetched | NotFetched:
    given = Settings(fetch=FetchSettings(**settings))
    return asyncio.run(fetch_one(url, given, own_hosts=["127.0.0.1"], is_home=is_home))


def test_redirects_are_followed_to_the_page() -> None:
    with portal({"/a": redirect("/b"), "/b": redirect("c.html", 301), "/c.html": "目标"}) as site:
        found = fetch(site.url + "/a")
    assert isinstance(found, Fetched)
    assert found.final_url.endswith("/c.html")
    assert found.body.decode() == "目标"


@pytest.mark.parametrize(
    "target", ["http://169.254.169.254/", "http://10.0.0.1/", "http://[::1]/", "http://0x0a000001/"]
)
def test_each_hop_is_judged(target: str) -> None:
    with portal({"/a": redirect(target)}) as site:
        found = fetch(site.url + "/a")
    assert isinstance(found, NotFetched)
    assert found.cause == "inside-address"


@pytest.mark.parametrize("pages", [{"/a": redirect("/b"), "/b": redirect("/a")}, {"/a": redirect("/a")}])
def test_a_loop_ends(pages: dict[str, Any]) -> None:
    with portal(pages) as site:
        found = fetch(site.url + "/a")
    assert isinstance(found, NotFetched)
    assert found.cause == "redirect-loop"


def test_a_chain_that_never_ends_is_cut() -> None:
    with portal() as site:
        site.pages |= {f"/{n}": redirect(f"/{n + 1}") for n in range(50)}
        found = fetch(site.url + "/0")
        assert len(site.asked) < 20
    assert isinstance(found, NotFetched)
    assert found.cause == "redirect-loop"


def test_a_missing_page_is_not_there() -> None:
    with portal() as site:
        found = fetch(site.url + "/nothing")
    assert isinstance(found, NotFetched)
    assert found.cause == "http-404"


def test_what_may_pass_is_tried_twice() -> None:
    def second_time(asked: Asked) -> Reply:
        return Reply("", 503) if site.times(asked.path) == 1 else Reply("ok")

    with portal({"/x": second_time}) as site:
        found = fetch(site.url + "/x")
        assert site.times("/x") == 2
    assert isinstance(found, Fetched)


def test_many_addresses_come_in_any_order_and_once() -> None:
    async def run(urls: list[str]) -> dict[str, Fetched | NotFetched]:
        given = Settings()
        return {url: found async for url, found in fetch_many(urls, given, own_hosts=["127.0.0.1"])}

    with portal({"/a": "A", "/b": hang_up}) as site:
        found = asyncio.run(run([site.url + path for path in ("/a", "/b", "/c", "/a")]))
        assert site.times("/a") == 1
    assert {url.rpartition("/")[2]: type(one) for url, one in found.items()} == {
        "a": Fetched,
        "b": NotFetched,
        "c": NotFetched,
    }


def test_a_page_too_large_to_be_parsed_is_not_handed_on() -> None:
    with portal(
        {"/a": "<p>" * 300_000, "/b.js": Reply(b"1;" * 50_000, headers={"Content-Type": "text/javascript"})}
    ) as site:
        page = fetch(site.url + "/a", max_page_bytes=1 << 20)
        script = fetch(site.url + "/b.js", max_page_bytes=1 << 16)
    assert isinstance(page, NotFetched)
    assert page.cause == "page-too-large"
    assert isinstance(script, Fetched)


def test_a_page_before_the_home_page_leads_on_to_it() -> None:
    with portal({"/": "<script>location.href='/portal/';</script>", "/portal/": "<p>首页</p>"}) as site:
        home, page = fetch(f"{site.url}/", is_home=True), fetch(f"{site.url}/")
    assert isinstance(home, Fetched)
    assert isinstance(page, Fetched)
    assert (home.final_url, page.final_url) == (f"{site.url}/portal/", f"{site.url}/")
