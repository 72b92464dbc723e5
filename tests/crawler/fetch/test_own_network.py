"""Which addresses nobody is accused of where most hosts cannot be reached."""

import asyncio

import pytest

from crawler.fetch.own_network import doubtful_targets, is_near
from storage.queries.targets import AskedOutside


def asked(url: str, cause: str | None = "refused", *, known: bool = False) -> AskedOutside:
    return AskedOutside(hash(url), url, cause, "confirmed" if cause else None, (), known)


def test_hosts_that_were_dead_before_today_stay_dead_and_say_nothing() -> None:
    old = [asked(f"http://a{number}.com/", known=True) for number in range(9)]
    assert doubtful_targets(old) == []
    assert doubtful_targets([*old, asked("http://new.com/"), asked("http://up.com/", None)]) == []


def test_a_wrong_clock_or_a_proxy_is_not_their_fault() -> None:
    failed = [asked(f"https://a{number}.com/", "tls-expired") for number in range(3)]
    assert len(doubtful_targets(failed)) == 3
    assert doubtful_targets([*failed, *(asked(f"https://up{number}.com/", "http-404") for number in range(3))]) == []


def test_one_answer_of_a_host_is_enough() -> None:
    pages = [
        asked(f"http://a{number}.com/{page}", cause)
        for number in range(3)
        for page, cause in ((1, "timeout"), (2, None))
    ]
    assert doubtful_targets(pages) == []


def test_addresses_that_were_not_asked_for_say_nothing() -> None:
    inside = [asked(f"http://10.0.0.{number}/", "inside-address") for number in range(9)]
    assert len(doubtful_targets([*inside, asked("http://a.com/"), asked("http://b.com/")])) == 2


@pytest.mark.parametrize(
    ("url", "near"),
    [
        ("http://127.0.0.1/", True),
        ("http://10.1.2.3/", True),
        ("http://www.linhe.example/", True),
        ("http://mapped.com/", True),
        ("http://223.5.5.5/", False),
        ("http://no-such-name-of-ours.gov.cn/", False),
        ("http:///", False),
    ],
)
def test_what_lies_in_our_own_network_needs_no_internet(url: str, near: bool) -> None:
    assert asyncio.run(is_near(url, {"mapped.com": "127.0.0.1"})) is near
