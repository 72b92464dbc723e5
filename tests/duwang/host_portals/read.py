"""Reads the hosts on two days, as an office would, and says what was found on each."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta, timezone
from pathlib import Path

from sqlalchemy.orm import Session

from config.settings import FetchSettings, Settings
from config.sites import Site
from duwang.demo.city import Seeded
from duwang.demo.truth import differences, found_on
from duwang.jobs.read_site import read_one
from storage.engine import open_engine
from storage.schema import upgrade
from storage.writes.sites import register_sites
from tests.certificates import root
from tests.duwang.host_portals.names import answering
from tests.duwang.host_portals.seeded import BETWEEN, CONTROL, GROUPS, ISSUER, ISSUER_FILE, NOT_IN_DNS
from tests.duwang.host_portals.server import Hosts, served
from tests.duwang.host_portals.state import HostSite, State

CHECKS = ("domain-irregular", "ipv6-missing", "link-insecure", "tls-expiring", "tls-invalid")
_BEIJING = timezone(timedelta(hours=8))

Standing = Mapping[date, frozenset[Seeded]]


@dataclass(frozen=True)
class Compared:
    """What must stand at the end of each day, and what does."""

    expected: Standing
    found: Standing
    spotless: int
    """Hosts of which nothing may be said on either day: they are traps."""

    @property
    def differences(self) -> Sequence[tuple[str, Seeded, list[date]]]:
        """Everything missed or invented, with its days."""
        return differences(self.expected, self.found, CHECKS)


def read_hosts(folder: Path, groups: Iterable[str] = GROUPS) -> Compared:
    """Read the hosts of these groups on both days, and compare. The first day is the real one, as certificates are."""
    today = datetime.now(_BEIJING).date()
    days = (today, today + timedelta(days=1))
    with served(root().issue(folder, "default.xugou.example")) as hosts:
        hosts.files[ISSUER_FILE] = BETWEEN.der
        issuer = hosts.origin("http", ISSUER)
        sites = [site for group in groups for site in GROUPS[group](folder, issuer)]
        hosts.states[CONTROL] = State(certificate=root().issue(folder, CONTROL))
        settings = _settings(folder, hosts.origin("https", CONTROL))
        expected: dict[date, frozenset[Seeded]] = {}
        with answering(lambda host: hosts.states[host].ipv6 if host in hosts.states else None):
            for number, day in enumerate(days):
                expected[day] = frozenset(_turn(hosts, sites, number))
                _read(hosts, sites, number, day, settings)
    engine = open_engine(settings.database)
    with Session(engine) as session:
        found = {
            day: frozenset(one for one in standing if one.check in CHECKS)
            for day, standing in found_on(session, days).items()
        }
    engine.dispose()
    return Compared(expected, found, sum(not any(day.found for day in site.days) for site in sites))


def _turn(hosts: Hosts, sites: list[HostSite], number: int) -> Iterable[Seeded]:
    """Let every host show its next day; what must be found of it."""
    for place, site in enumerate(sites):
        state = site.days[number]
        hosts.states[site.host] = state
        if state.register:
            hosts.states[state.register] = state
        for check, subject in state.found:
            yield Seeded(_code(place), check, hosts.filled(subject, site.host))


def _read(hosts: Hosts, sites: list[HostSite], number: int, today: date, settings: Settings) -> None:
    register = [_entry(hosts, site, number, place) for place, site in enumerate(sites)]
    engine = open_engine(settings.database)
    upgrade(engine)
    with Session(engine) as session:
        register_sites(session, register, source="sites.yaml", at=datetime.now(UTC))
        session.commit()
    engine.dispose()
    for site, entry in zip(sites, register, strict=True):
        if number == 0 or site.days[0] != site.days[1]:
            read_one(entry.code, "full", settings, today=today)


def _entry(hosts: Hosts, site: HostSite, number: int, place: int) -> Site:
    host = site.days[number].register or site.host
    return Site(code=_code(place), name=site.name, url=hosts.filled(site.url, host), level=site.level)


def _code(place: int) -> str:
    return f"99{place:08}"


def _settings(folder: Path, control: str) -> Settings:
    fetch = FetchSettings(
        hosts=dict.fromkeys((CONTROL, ISSUER, NOT_IN_DNS), "127.0.0.1"),
        ca_file=str(root().save(folder)),
        controls=(control,),
        second_try_seconds=0,
        autothrottle=False,
        browser=False,
    )
    return Settings(database_url=f"sqlite:///{folder / 'hosts.db'}", home=folder, fetch=fetch)
