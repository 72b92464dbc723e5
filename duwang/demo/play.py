"""Plays the simulated days: each one is read, looked over, and reported."""

import os
from collections.abc import Callable, Iterator
from concurrent.futures import ProcessPoolExecutor
from contextlib import contextmanager
from datetime import date, timedelta
from multiprocessing import get_context
from pathlib import Path

from config.settings import Settings, load_settings
from duwang.demo.city import City
from duwang.demo.supervisor import confirm_what_is_sure
from duwang.demo.texts import identities
from duwang.demo.workspace import lay_workspace
from duwang.jobs.publish_report import publish_daily
from duwang.jobs.read_site import SiteRead, read_one
from duwang.jobs.take_register import take_register
from duwang.workspace import open_store
from storage.writes.readings import Mode

Tell = Callable[[date, SiteRead], None]


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


def play(folder: Path, city: City, days: list[date], *, tell: Tell = lambda _day, _read: None) -> list[Path]:
    """Read the city on each of the days in a fresh workspace; the reports' paths, day by day.

    `tell` hears of each site that has been read. Raises `NotOursError` where the folder is not the demo's.
    """
    lay_workspace(folder, city)
    settings = demo_settings(folder)
    with open_store(settings) as session:
        take_register(session, folder / "sites.yaml")
    reports: list[Path] = []
    with _readers(settings) as readers:
        for day in days:
            city.turn_to(day)
            for done in _read_all(readers, settings, day, "full" if day == days[0] else "daily"):
                tell(day, done)
            reports += _close_day(folder, settings, day)
    return reports


@contextmanager
def _readers(settings: Settings) -> Iterator[ProcessPoolExecutor]:
    """Processes that read, kept over all days: starting one takes longer than reading a sample site."""
    with ProcessPoolExecutor(settings.processes, mp_context=get_context("spawn")) as pool:
        yield pool


def _read_all(pool: ProcessPoolExecutor, settings: Settings, day: date, mode: Mode) -> Iterator[SiteRead]:
    started = [pool.submit(read_one, one.code, mode, settings, today=day) for one in identities()]
    for reading in started:
        yield reading.result()


def _close_day(folder: Path, settings: Settings, day: date) -> list[Path]:
    """The supervisor looks things over, and the day's report is written."""
    with open_store(settings) as session:
        confirm_what_is_sure(session, day)
        session.commit()
        return publish_daily(session, day, folder / "reports")
