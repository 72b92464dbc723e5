"""Chains of redirects, and the cookies that are set on them."""

from datetime import UTC, datetime

from multidict import CIMultiDict

from crawler.fetch.answer import Answer
from crawler.fetch.trail import MOST_HOPS, Trail

HERE = "https://www.linhe.example/a"


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
