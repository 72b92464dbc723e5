"""One real reading of a seeded portal: what the checks of columns and dates say about it."""

from pathlib import Path
from urllib.parse import urlsplit

from sqlalchemy.orm import Session

from checks.findings import Finding
from config.settings import Settings
from config.sites import Site
from duwang.jobs.read_site import read_one
from storage.engine import open_engine
from storage.queries.cases import site_cases
from storage.schema import upgrade
from storage.writes.sites import register_sites
from tests.duwang.column_portals.seeded import TODAY, SeededPortal
from tests.factories import NOW
from tests.portal import serve

CODE = "9901210001"
CHECKS = ("column-empty", "column-undated", "column-stale", "column-expiring", "date-future", "homepage-stale")


def read_portal(portal: SeededPortal, folder: Path) -> dict[tuple[str, str], Finding]:
    """(check, path of the subject) -> what the reading found."""
    with serve() as server:
        server.pages = dict(portal.pages)
        home = f"http://{portal.host}:{server.url.rsplit(':', 1)[1]}"
        settings = Settings(
            database_url=f"sqlite:///{folder / (portal.host + '.db')}",
            home=folder,
            fetch={
                "hosts": {portal.host: "127.0.0.1"},
                "allow_private": True,
                "second_try_seconds": 0,
                "autothrottle": False,
                "browser": False,
            },
        )
        site = Site(code=CODE, name=portal.name, url=home, level=portal.level, unit="办公室", exempt=portal.exempt)
        engine = open_engine(settings.database)
        try:
            upgrade(engine)
            with Session(engine) as session:
                register_sites(session, [site], source="sites.yaml", at=NOW)
                session.commit()
            read_one(CODE, "full", settings, today=TODAY)
            with Session(engine) as session:
                found = [case.finding for case in site_cases(session, CODE) if case.finding.rule in CHECKS]
        finally:
            engine.dispose()
    return {(finding.rule, _path(finding.subject)): finding for finding in found}


def _path(url: str) -> str:
    parts = urlsplit(url)
    return parts.path + (f"?{parts.query}" if parts.query else "")
