"""Other people's hosts that a site links to, from their front pages to findings."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Engine, select
from sqlalchemy.orm import Session

from checks.lifecycle.case import Case, State
from checks.observations.external import HostLook
from config.settings import Settings
from crawler.external_hosts import is_spared
from duwang.jobs.read_site import read_one
from storage.queries.cases import site_cases
from storage.tables.external_host import ExternalHostRow
from storage.writes.external_hosts import host_silent, keep_look
from storage.writes.readings import Mode
from storage.writes.sites import register_sites
from tests.crawler.reading_site import front
from tests.factories import CODE, NOW, TODAY, register_site
from tests.servers import Portal, Reply, endless_body, portal, redirect

TOMORROW = TODAY + timedelta(days=1)
FRIEND = "friend.example"
HEALTHY = "<html><title>某某协会</title><body>协会简介</body></html>"
CASINO = "<html><title>澳门新葡京娱乐</title><body>百家乐 老虎机 真人荷官 时时彩</body></html>"
PARKED = "<html><title>friend.example</title><body>The domain friend.example. Buy this domain!</body></html>"
sqlite_only = pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)


@dataclass
class Place:
    web: Portal
    friend: Portal
    engine: Engine
    settings: Settings

    def read(self, day: date = TODAY, mode: Mode = "full") -> list[Case]:
        """What is known of planted and lapsed links after a reading."""
        self.friend.asked.clear()
        read_one(CODE, mode, self.settings, today=day)
        with Session(self.engine) as session:
            return [case for case in site_cases(session, CODE) if case.finding.rule == "hidden-link"]


@pytest.fixture
def place(engine: Engine, database_url: str, tmp_path: Path) -> Iterator[Place]:
    with portal() as web, portal({"/": HEALTHY}) as friend:
        web.pages = {"/": front(f"http://{FRIEND}:{friend.port}/about.html")}
        friend.pages["/about.html"] = HEALTHY
        with Session(engine) as session:
            register_sites(session, [register_site(url=web.url + "/")], source="sites.yaml", at=NOW)
            session.commit()
        fetch: dict[str, Any] = {
            "second_try_seconds": 0,
            "autothrottle": False,
            "timeout_seconds": 10,
            "allow_private": True,
            "hosts": {FRIEND: "127.0.0.1"},
            "browser": False,
        }
        yield Place(web, friend, engine, Settings(home=tmp_path, database_url=database_url, fetch=fetch))


@sqlite_only
def test_a_friend_that_lapsed_is_found_within_a_week_and_mended_when_the_link_goes(place: Place) -> None:
    assert place.read() == []
    place.friend.pages |= {"/": CASINO, "/about.html": CASINO}
    assert place.read(TOMORROW) == []
    assert place.friend.times("/") == 0
    (case,) = place.read(TODAY + timedelta(days=7))
    assert (case.finding.facts["kind"], case.finding.verdict) == ("spam-target", "confirmed")
    assert case.finding.subject == f"http://{FRIEND}:{place.friend.port}/about.html"
    assert case.finding.attempts
    place.web.pages["/"] = front("/tzgg.html")
    assert place.read(TODAY + timedelta(days=8))[0].state is State.FIXED


@sqlite_only
def test_what_is_odd_is_asked_for_every_day_and_a_recovered_host_is_mended(place: Place) -> None:
    place.friend.pages["/"] = PARKED
    (case,) = place.read()
    assert (case.finding.facts["kind"], case.severity) == ("parked", "deduct")
    place.friend.pages["/"] = Reply("", 500)
    assert place.read(TOMORROW)[0].state is State.SUSPECTED
    place.friend.pages["/"] = HEALTHY
    assert place.read(TOMORROW + timedelta(days=1))[0].state is State.FIXED


@sqlite_only
@pytest.mark.parametrize(
    "page", [Reply("", 503), redirect("/"), endless_body, Reply(b"\0" * 99)], ids=["503", "loop", "endless", "nuls"]
)
def test_a_host_that_shows_no_page_accuses_nobody(place: Place, page: Any) -> None:
    place.friend.pages["/"] = page
    assert place.read() == []


def test_public_bodies_are_not_asked() -> None:
    assert is_spared("www.linhe.gov.cn")
    assert is_spared("baidu.com:443")
    assert not is_spared("notgov.cn")


def look(**given: str) -> HostLook:
    return HostLook(**{"host": FRIEND, "title": "某某协会", "certificate": "friend.example", **given})


def kept(engine: Engine) -> ExternalHostRow:
    with Session(engine) as session:
        return session.scalars(select(ExternalHostRow)).one()


def test_a_host_that_changes_name_and_certificate_at_once_keeps_the_old_ones(engine: Engine) -> None:
    with engine.begin() as connection:
        keep_look(connection, look(), today=TODAY)
        keep_look(connection, look(title="海外购物", certificate="shop.example"), today=TOMORROW)
        keep_look(
            connection, look(title="海外购物中心", certificate="shop.example"), today=TOMORROW + timedelta(days=7)
        )
    row = kept(engine)
    assert (row.first_seen, row.title, row.is_odd) == (TODAY, "海外购物中心", True)
    assert (row.look["title_before"], row.look["changed_on"]) == ("某某协会", str(TOMORROW))


@pytest.mark.parametrize("later", [look(title="某某协会官网"), look(certificate="cdn.example"), look(certificate="")])
def test_one_change_alone_is_nothing_odd(engine: Engine, later: HostLook) -> None:
    with engine.begin() as connection:
        keep_look(connection, look(), today=TODAY)
        keep_look(connection, later, today=TOMORROW)
    assert not kept(engine).is_odd


def test_a_silent_host_keeps_what_it_showed(engine: Engine) -> None:
    with engine.begin() as connection:
        host_silent(connection, FRIEND, today=TODAY)
        assert connection.scalar(select(ExternalHostRow.last_seen)) is None
        keep_look(connection, look(), today=TODAY)
        host_silent(connection, FRIEND, today=TOMORROW)
    row = kept(engine)
    assert (row.title, row.last_seen, row.asked_on) == ("某某协会", TODAY, TOMORROW)
