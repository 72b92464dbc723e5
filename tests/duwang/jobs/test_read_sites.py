"""Several sites side by side: one that fails takes no other down."""

import os
import signal
from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy.orm import Session

from checks.rules.links import link_broken
from config.settings import Settings
from config.sites import Site
from crawler.plan import Progress
from duwang.jobs import read_sites as job
from duwang.jobs.read_site import SiteRead
from duwang.jobs.read_sites import read_sites
from duwang.reading_view import summary
from storage.engine import open_engine
from storage.schema import upgrade
from storage.site_lock import hold_site
from storage.writes.sites import register_sites
from tests.factories import NOW, TODAY, register_site
from tests.portal import Portal, serve

PAGE = "<html><head><title>临河县人民政府</title></head><body><a href='/'>首页</a></body></html>"


class Notes:
    """Remembers what it was told."""

    def __init__(self) -> None:
        self.begun_: list[str] = []
        self.ended_: list[str] = []

    def begun(self, site: Site) -> None:
        self.begun_.append(site.code)

    def progressed(self, site: Site, progress: Progress) -> None:
        assert progress.pages >= 0

    def ended(self, site: Site, read: SiteRead) -> None:
        self.ended_.append(site.code)


@pytest.fixture
def portal() -> Iterator[Portal]:
    with serve() as portal:
        portal.pages = {"/": PAGE}
        yield portal


@pytest.fixture
def sites(portal: Portal) -> list[Site]:
    return [register_site(code=f"990121000{n}", name=f"第{n}网站", url=portal.url) for n in (1, 2, 3)]


@pytest.fixture
def settings(portal: Portal, sites: list[Site], tmp_path: Path) -> Settings:
    database = f"sqlite:///{tmp_path / 'data' / 'duwang.db'}"
    engine = open_engine(database)
    upgrade(engine)
    with Session(engine) as session:
        register_sites(session, sites, source="sites.yaml", at=NOW)
        session.commit()
    engine.dispose()
    return portal.settings(database, home=tmp_path)


def test_every_site_is_read_and_told_about(sites: list[Site], settings: Settings) -> None:
    notes = Notes()
    reads = read_sites(sites, "daily", settings, today=TODAY, watcher=notes)
    codes = [site.code for site in sites]
    assert [(read.code, read.state) for read in reads] == [(code, "finished") for code in codes]
    assert notes.begun_ == codes
    assert sorted(notes.ended_) == codes


def test_a_site_that_fails_says_so_and_the_others_go_on(sites: list[Site], settings: Settings) -> None:
    engine = open_engine(settings.database)
    with hold_site(engine, sites[1].code):
        reads = read_sites(sites, "daily", settings, today=TODAY, watcher=Notes())
    engine.dispose()
    assert [read.state for read in reads] == ["finished", "failed", "finished"]
    assert "另一个程序正在读这个网站" in (reads[1].error or "")
    told = summary(reads, 75)
    assert "2 个网站" in told
    assert "用时 1 分 15 秒" in told
    assert "没有读成：第2网站" in told


def _dies(connection: object, site: Site, *_: object) -> None:
    os.kill(os.getpid(), signal.SIGKILL)


def test_a_process_that_is_killed_is_a_site_that_failed(
    sites: list[Site], settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(job, "_run_child", _dies)
    reads = read_sites(sites, "daily", settings, today=TODAY, watcher=Notes())
    assert [read.state for read in reads] == ["failed"] * 3
    assert "再次运行会接着读" in (reads[0].error or "")


def test_what_nobody_foresaw_is_told_in_one_line_and_kept_in_the_log(
    sites: list[Site], settings: Settings, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setattr(job, "read_one", lambda *_, **__: link_broken.no_such_thing)  # type: ignore[attr-defined]
    (read,) = read_sites(sites[:1], "daily", settings, today=TODAY, watcher=Notes())
    assert read.state == "failed"
    assert "程序出现意外（AttributeError）" in (read.error or "")
    assert "no_such_thing" in caplog.text
