"""Chains of redirects, and the cookies that are set on them."""

import asyncio
from collections.abc import Callable
from datetime import UTC, datetime
from functools import partial

import pytest
from multidict import CIMultiDict

from config.settings import FetchSettings
from crawler.fetch.answer import Answer
from crawler.fetch.door import Door
from crawler.fetch.redirects import MOST_HOPS, Arrival, Probed, Trail, follow, landed
from tests.servers import Asked, Page, Portal, Reply, hang_up, portal, redirect

HERE = "https://www.linhe.example/a"


def go(site: Portal, may_follow: Callable[[str], bool] = lambda _: True) -> Arrival | Probed:
    """Follow the way from /a."""

    async def run() -> Arrival | Probed:
        async with Door(FetchSettings(), ["127.0.0.1"]) as door:
            return await follow(f"{site.url}/a", partial(door.ask, "GET"), may_follow=may_follow)

    return asyncio.run(run())


def guarded(asked: Asked) -> Reply:
    """A wall that lets those pass who bring its cookie back."""
    if asked.headers.get("cookie") == "seen=1":
        return Reply("甲")
    return Reply("", 302, {"Location": asked.path, "Set-Cookie": "seen=1; Path=/"})


def test_the_way_to_a_page_is_told_with_its_hops() -> None:
    with portal({"/a": redirect("/b"), "/b": redirect("/c", 301), "/c": guarded}) as site:
        found = go(site)
        asked = [one.path for one in site.asked]
    assert isinstance(found, Arrival)
    assert (found.answer.url, found.answer.body.decode()) == (f"{site.url}/c", "甲")
    assert [hop.outcome for hop in found.hops] == ["redirect"] * 3
    assert asked == ["/a", "/b", "/c", "/c"]


@pytest.mark.parametrize(
    ("pages", "outcomes", "requests"),
    [
        pytest.param({"/a": redirect("/a")}, ["redirect-loop"], 1, id="to itself"),
        pytest.param({"/a": redirect("/b"), "/b": redirect("/a")}, ["redirect-loop"], 2, id="round and round"),
        pytest.param({"/a": redirect("http://127.0.0.1:1/")}, ["redirect", "refused"], 1, id="to nobody"),
        pytest.param({"/a": redirect("http://10.0.0.1/")}, ["redirect", "inside-address"], 1, id="inside"),
    ],
)
def test_a_way_that_leads_nowhere_says_why(pages: dict[str, Page], outcomes: list[str], requests: int) -> None:
    with portal(pages) as site:
        found = go(site)
        assert len(site.asked) == requests
    assert isinstance(found, Probed)
    assert [attempt.outcome for attempt in found.attempts] == outcomes
    assert found.outcome == outcomes[-1]


def test_where_one_may_not_follow_the_redirect_itself_is_the_end() -> None:
    with portal({"/a": redirect("/b"), "/b": redirect("/c")}) as site:
        found = go(site, may_follow=lambda url: not url.endswith("/c"))
        assert len(site.asked) == 2
    assert isinstance(found, Arrival)
    assert (found.answer.url, found.answer.leads_to) == (f"{site.url}/b", f"{site.url}/c")
    assert len(found.hops) == 1


def test_what_was_asked_already_is_not_asked_again() -> None:
    async def run(site: Portal) -> Answer | None:
        async with Door(FetchSettings(), ["127.0.0.1"]) as door:
            ask = partial(door.ask, "GET")
            first = await door.ask("GET", f"{site.url}/a")
            found = await follow(f"{site.url}/a", ask, first=first)
            assert isinstance(found, Arrival)
            assert await landed(f"{site.url}/gone", ask) is None
            return await landed(found.answer.url, ask)

    with portal({"/a": guarded, "/gone": hang_up}) as site:
        landing = asyncio.run(run(site))
        assert [one.headers.get("cookie") for one in site.asked if one.path == "/a"] == [None, "seen=1", None, "seen=1"]
    assert landing is not None
    assert landing.body.decode() == "甲"


def sets(url: str, *cookies: str) -> Answer:
    headers = CIMultiDict([("Set-Cookie", cookie) for cookie in cookies])
    return Answer(url, "GET", 302, headers, b"", datetime.now(UTC), 1)


def test_a_cookie_set_on_the_way_makes_the_same_address_another_step() -> None:
    trail = Trail()
    assert trail.goes_on(HERE)
    assert not trail.goes_on(HERE)
    trail.note(sets(HERE, "a=1; Path=/; HttpOnly", "b=2"))
    assert trail.goes_on(HERE)
    assert trail.headers(HERE) == {"Cookie": "a=1; b=2"}


def test_cookies_stay_with_their_host() -> None:
    trail = Trail()
    trail.note(sets(HERE, "a=1"))
    assert trail.headers("https://other.example/") == {}


def test_a_new_cookie_at_every_step_ends_some_day() -> None:
    trail = Trail()
    steps = 0
    while trail.goes_on(HERE):
        trail.note(sets(HERE, f"sid={steps}"))
        steps += 1
    assert steps == MOST_HOPS + 1
