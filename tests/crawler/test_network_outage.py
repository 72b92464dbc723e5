"""Hosts that cannot be reached are at fault only while our own network works. Real sockets on loopback."""

import socket
from collections.abc import Iterator
from contextlib import closing

import pytest
from sqlalchemy import Engine
from sqlalchemy.orm import Session

from checks.run import judge_site
from storage.queries.readings import homes_read_lately
from storage.tables.reading import ReadingRow
from storage.writes.sites import register_sites
from tests.crawler.reading_site import article, bad, front, read, the_site
from tests.factories import CODE, NOW, TODAY, register_site
from tests.factories import site as site_of
from tests.servers import Asked, Portal, Reply, hang_up, portal

pytestmark = pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
HOSTS = {f"{name}{number}.example": "127.0.0.1" for name in ("up", "down") for number in range(9)}
UNDECIDED = ("undecided", "own-network")


@pytest.fixture
def site() -> Iterator[Portal]:
    with portal() as running:
        yield running


@pytest.fixture
def closed() -> int:
    """A port that nobody listens on."""
    with closing(socket.socket()) as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


def links(site: Portal, closed: int, *, up: int, down: int, path: str = "/a.html") -> list[str]:
    """Addresses on other hosts, of which some answer and some refuse."""
    answering = [f"http://up{number}.example:{site.port}{path}" for number in range(up)]
    return answering + [f"http://down{number}.example:{closed}/" for number in range(down)]


def verdicts(engine: Engine, site: Portal) -> dict[str, tuple[str | None, str | None]]:
    return {url: (target.verdict, target.cause) for url, target in bad(engine, site).items()}


@pytest.mark.parametrize(
    ("up", "down"),
    [
        pytest.param(1, 1, id="another host answers"),
        pytest.param(0, 1, id="there is no other host, and the home page answers"),
        pytest.param(2, 2, id="half of the hosts"),
        pytest.param(1, 2, id="two dead hosts are an everyday thing"),
    ],
)
def test_a_host_that_refuses_while_others_answer_is_dead(
    engine: Engine, site: Portal, closed: int, up: int, down: int
) -> None:
    site.pages |= {"/": front("/a.html", *links(site, closed, up=up, down=down)), "/a.html": article("甲")}
    read(engine, site, hosts=HOSTS)
    found = verdicts(engine, site)
    assert len(found) == down
    assert set(found.values()) == {("confirmed", "refused")}


@pytest.mark.parametrize(("up", "down"), [(0, 2), (1, 3), (2, 3)])
def test_where_most_hosts_refuse_none_is_dead(engine: Engine, site: Portal, closed: int, up: int, down: int) -> None:
    site.pages |= {"/": front("/a.html", *links(site, closed, up=up, down=down)), "/a.html": article("甲")}
    read(engine, site, hosts=HOSTS)
    found = verdicts(engine, site)
    assert len(found) == down
    assert set(found.values()) == {UNDECIDED}


def test_an_address_that_is_gone_is_gone_whatever_the_network_does(engine: Engine, site: Portal, closed: int) -> None:
    gone = f"http://up0.example:{site.port}/gone.html"
    site.pages["/"] = front("/gone.html", gone, *links(site, closed, up=0, down=4))
    read(engine, site, hosts=HOSTS)
    found = verdicts(engine, site)
    assert found["/gone.html"] == found[gone] == ("confirmed", "http-404")


def test_names_that_nobody_can_have_say_nothing_about_our_network(engine: Engine, site: Portal) -> None:
    names = [f"http://gone{number}.example/" for number in range(5)]
    site.pages["/"] = front(*names)
    read(engine, site)
    assert verdicts(engine, site) == dict.fromkeys(names, ("confirmed", "dns"))


def test_when_everything_falls_silent_at_once_nobody_is_accused(engine: Engine, site: Portal) -> None:
    names = [f"http://up{number}.example:{site.port}/x{number}.html" for number in range(9)]

    def then_nothing(asked: Asked) -> Reply:
        site.pages |= dict.fromkeys(("/", *(f"/x{number}.html" for number in range(9))), hang_up)
        return Reply(article("甲"))

    site.pages |= {f"/x{number}.html": then_nothing for number in range(9)} | {"/": front(*names)}
    read(engine, site, hosts=HOSTS)
    assert {verdict for verdict, _ in verdicts(engine, site).values()} == {"undecided"}


def test_a_site_that_goes_down_is_not_a_site_of_dead_links(engine: Engine, site: Portal) -> None:
    def then_nothing(asked: Asked) -> Reply:
        site.pages |= dict.fromkeys(("/", "/b.html", "/c.jpg"), hang_up)
        return Reply(article("甲", "/b.html", "/c.jpg"))

    site.pages |= {"/": front("/last.html"), "/last.html": then_nothing}
    read(engine, site)
    assert verdicts(engine, site) == {"/b.html": ("undecided", "reset"), "/c.jpg": ("undecided", "reset")}


NOWHERE = "http://www.no-such-county-of-ours.gov.cn"


@pytest.mark.parametrize("up", [True, False], ids=["a control answers", "no control answers"])
def test_a_home_page_is_out_of_reach_only_while_others_can_be_reached(
    engine: Engine, site: Portal, closed: int, up: bool
) -> None:
    control = f"http://127.0.0.1:{site.port if up else closed}/"
    own = the_site(NOWHERE)
    outcome = read(engine, site, plan={"site": own}, controls=(control,), allow_private=True)
    assert outcome.state == "unreachable"
    assert (outcome.home_attempts[-1].outcome == "own-network") is not up
    reached = site_of(site=own, home=None, home_attempts=outcome.home_attempts)
    assert [finding.subject for finding in judge_site(reached) if finding.rule == "site-unreachable"] == [own.url] * up


def test_sites_that_were_read_last_vouch_for_our_network(engine: Engine, site: Portal) -> None:
    with Session(engine) as session:
        register_sites(session, [register_site(url=site.url + "/")], source="test", at=NOW)
        session.add(
            ReadingRow(
                site_code=CODE, mode="daily", day=TODAY, state="finished", started_at=NOW, ended_at=NOW,
                counts={"pages": 7}, coverage={}, site={}, seen=[],
            )
        )  # fmt: skip
        session.commit()
        connection = session.connection()
        assert homes_read_lately(connection, "9901999999") == [site.url + "/"]
        assert homes_read_lately(connection, CODE) == []


@pytest.mark.parametrize("is_whole_site", [True, False])
def test_a_site_that_goes_down_while_it_is_read_is_no_hundred_dead_links(
    engine: Engine, site: Portal, is_whole_site: bool
) -> None:
    def home(asked: Asked) -> Reply:
        is_down = is_whole_site and site.times("/") > 1
        return Reply("", 503) if is_down else Reply(front("/a.html", "/b.html"))

    site.pages |= {"/": home, "/a.html": Reply("", 503), "/b.html": Reply("", 503)}
    read(engine, site)
    verdict = "undecided" if is_whole_site else "confirmed"
    assert verdicts(engine, site) == dict.fromkeys(("/a.html", "/b.html"), (verdict, "http-503"))
