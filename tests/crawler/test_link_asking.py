"""Which links are asked after next: seldom and many at a time while pages are read, at once when no page is left."""

import asyncio

import pytest
from sqlalchemy import Engine

from checks.observations.link import LinkSeen
from config.settings import FetchSettings
from crawler.fetch.door import Door
from crawler.fetch.failures import FetchError
from crawler.fetch.own_network import OwnNetwork
from crawler.fetch.redirects import Probed
from crawler.keep import Keeper
from crawler.link_asking import LinkAsking
from crawler.targets import Priority, TargetBook
from tests.crawler.reading_site import TODAY, begin, the_site

HOME = "http://www.linhe.example"
FAILED = Probed("http-502", (FetchError("http-502").attempt(),))


@pytest.fixture
def asking(engine: Engine) -> LinkAsking:
    """A reading with three links to be asked after, and no page."""
    site = the_site(HOME)
    reading = begin(engine, site)
    with engine.begin() as connection:
        book = TargetBook(connection, site, reading_id=reading, mode="full")
    keeper = Keeper(engine, book, reading_id=reading, today=TODAY, stamp="")
    for name in "abc":
        keeper.want(LinkSeen(f"{HOME}/{name}.pdf", name, "attachment"), Priority.LINK)
    keeper.flush()
    network = OwnNetwork(Door(FetchSettings()), HOME, fresh_seconds=0)
    return LinkAsking(keeper, book, network, second_try_seconds=0, is_stopped=lambda: False)


def test_the_last_links_are_leased_one_after_the_other_without_a_pause(asking: LinkAsking) -> None:
    assert [len(asking.lease_links(2)), len(asking.lease_links(2)), len(asking.lease_links(2))] == [2, 1, 0]


def test_while_pages_are_read_links_are_leased_seldom(asking: LinkAsking, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("crawler.link_asking._LEASES_APART_SECONDS", 60)
    asking.keeper.want(LinkSeen(f"{HOME}/", "", "page"), Priority.HOME)
    asking.keeper.flush()
    assert [len(asking.lease_links(2)), len(asking.lease_links(2))] == [2, 0]


def test_a_second_try_is_written_and_leased_as_soon_as_no_other_link_is_left(asking: LinkAsking) -> None:
    first, *_ = asking.lease_links(3)
    asyncio.run(asking.probed(first, FAILED))
    (again,) = asking.lease_links(3)
    assert (again.url, again.tries, len(again.attempts)) == (first.url, 1, 1)


def test_when_nothing_is_left_all_is_written(asking: LinkAsking) -> None:
    for work in asking.lease_links(3):
        asyncio.run(asking.probed(work, Probed("ok", ())))
    assert asking.keeper.is_empty
