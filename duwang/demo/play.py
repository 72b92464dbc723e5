"""Plays the simulated days: what the last one left is looked over, the new one read and reported."""

import os
from collections.abc import Callable, Sequence
from datetime import date, timedelta
from pathlib import Path

from config.settings import Settings, load_settings
from duwang.demo.accounts import write_ledger
from duwang.demo.city import City
from duwang.demo.supervisor import confirm_what_is_sure
from duwang.demo.workspace import lay_workspace
from duwang.find_sites import find_sites
from duwang.jobs.publish_report import publish_daily
from duwang.jobs.read_site import SiteRead
from duwang.jobs.read_sites import Watcher, read_sites
from duwang.jobs.take_ledger import take_ledger
from duwang.jobs.take_register import WORKSPACE_REGISTER, take_register
from duwang.workspace import open_store
from storage.writes.readings import Mode

LEDGER = "ledger.csv"
TellDay = Callable[[date, Sequence[SiteRead]], None]


def simulated_days(last: date, count: int) -> list[date]:
    """The last `count` days up to `last`."""
    return [last - timedelta(days=back) for back in reversed(range(count))]


def demo_settings(folder: Path) -> Settings:
    """The settings of the demo's workspace; the database is always its own, whatever the environment says."""
    before = os.environ.get("DUWANG_HOME")
    os.environ["DUWANG_HOME"] = str(folder)
    try:
        return load_settings(database_url=f"sqlite:///{(folder / 'data' / 'duwang.db').absolute()}")
    finally:
        if before is None:
            del os.environ["DUWANG_HOME"]
        else:
            os.environ["DUWANG_HOME"] = before


def play(
    folder: Path, city: City, days: Sequence[date], *, watcher: Watcher, tell_day: TellDay = lambda _day, _reads: None
) -> list[Path]:
    """Read the city on each of the days in a fresh workspace; the reports' paths, day by day.

    The first day is read in full, the others as every day. Raises `NotOursError` where the folder is not the demo's.
    """
    lay_workspace(folder, city)
    settings = demo_settings(folder)
    with open_store(settings) as session:
        take_register(session, folder / WORKSPACE_REGISTER)
        sites = find_sites(session, ())
    reports: list[Path] = []
    for day in days:
        city.turn_to(day)
        _begin_day(folder, settings, city)
        mode: Mode = "full" if day == days[0] else "daily"
        reads = read_sites(sites, mode, settings, today=day, watcher=watcher)
        with open_store(settings) as session:
            reports += publish_daily(session, day, folder / "reports")
        tell_day(day, reads)
    return reports


def _begin_day(folder: Path, settings: Settings, city: City) -> None:
    """The supervisor looks over what was found before, and the office imports what its accounts have posted."""
    ledger = folder / LEDGER
    write_ledger(ledger, city.accounts, city.today)
    with open_store(settings) as session:
        confirm_what_is_sure(session, city.today)
        session.commit()
        take_ledger(session, ledger, today=city.today)
