"""A site for readings in tests: pages in one line each, and one call that reads them."""

from collections.abc import Iterable
from datetime import UTC, date, datetime
from typing import Any

from sqlalchemy import Engine
from sqlalchemy.orm import Session

from checks.findings import Finding
from checks.observations.file import FileSeen
from checks.observations.link import TargetSeen
from checks.observations.page import PageSeen
from config.settings import FetchSettings, Settings
from config.sites import Site
from crawler.plan import ReadingOutcome, ReadingPlan
from crawler.reading import read_site
from storage.queries.targets import bad_targets
from storage.writes.readings import Mode, finish_reading, open_reading
from storage.writes.sites import register_sites
from storage.writes.worklist import clear_work
from tests.servers import Portal

CODE = "9901210001"
TODAY = date(2026, 11, 20)


def article(title: str, *links: str, text: str = "") -> str:
    """An article with links in its main part."""
    words = text or f"{title}。各乡镇人民政府、县政府各部门要高度重视，认真抓好贯彻落实，确保各项工作取得实效。" * 4
    shown = "".join(f'<p><a href="{link}">{link.rpartition("/")[2]}</a></p>' for link in links)
    return (
        f'<html lang="zh"><head><meta charset="utf-8"><title>{title}_临河县人民政府</title>'
        f'<meta name="ArticleTitle" content="{title}"><meta name="PubDate" content="2026-11-18"></head>'
        f'<body><div class="nav"><a href="/">首页</a></div><div class="content"><h1>{title}</h1>'
        f"<p>发布时间：2026-11-18</p><p>{words}</p>{shown}</div></body></html>"
    )


def front(*links: str) -> str:
    """A home page that names these."""
    shown = "".join(f'<li><a href="{link}">{link}</a></li>' for link in links)
    return (
        '<html lang="zh"><head><meta charset="utf-8"><title>临河县人民政府</title></head>'
        f"<body><div class='main'><ul>{shown}</ul></div></body></html>"
    )


def settings(database: str, **fetch: Any) -> Settings:
    """Settings that wait for nothing."""
    given = {"second_try_seconds": 0, "autothrottle": False, "timeout_seconds": 10, "browser": False, **fetch}
    return Settings(database_url=database, fetch=FetchSettings(**given))


def the_site(url: str, **given: Any) -> Site:
    """The register's entry for a portal."""
    return Site(code=CODE, name="临河县人民政府", url=url + "/", level="county", unit="县政府办公室", **given)


def begin(engine: Engine, site: Site, mode: Mode = "full", day: date = TODAY) -> int:
    """Register the site and open a reading, or go on with the one that runs."""
    now = datetime.now(UTC)
    with Session(engine) as session:
        register_sites(session, [site], source="test", at=now)
        reading = open_reading(session, site, mode=mode, day=day, now=now)
        session.commit()
        return reading.id


def end(engine: Engine, reading_id: int) -> None:
    """Finish a reading."""
    with Session(engine) as session:
        finish_reading(session, reading_id, now=datetime.now(UTC))
        clear_work(session.connection(), reading_id)
        session.commit()


def judge_nothing(_: PageSeen | FileSeen) -> Iterable[Finding]:
    """Finds nothing."""
    return ()


def read(
    engine: Engine, portal: Portal, *, mode: Mode = "full", plan: dict[str, Any] | None = None, **fetch: Any
) -> ReadingOutcome:
    """One whole reading; the portal's list of requests begins anew with it."""
    given = {"judge": judge_nothing, **(plan or {})}
    judge = given.pop("judge")
    site = given.pop("site", None) or the_site(portal.url)
    reading_id = begin(engine, site, mode)
    portal.asked.clear()
    url = engine.url.render_as_string(hide_password=False)
    return read_site(
        ReadingPlan(site=site, reading_id=reading_id, mode=mode, today=TODAY, settings=settings(url, **fetch), **given),
        judge=judge,
        judge_file=judge_nothing,
    )


def bad(engine: Engine, portal: Portal, reading_id: int | None = None) -> dict[str, TargetSeen]:
    """Path -> what is not ok, of the latest reading."""
    with Session(engine) as session:
        latest = reading_id or begin(engine, the_site(portal.url))
        found = bad_targets(session, latest, CODE)
    return {target.url.removeprefix(portal.url): target for target in found}
