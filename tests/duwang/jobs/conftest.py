"""A small site that is served and registered."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import Engine
from sqlalchemy.orm import Session

from config.settings import Settings
from storage.writes.sites import register_sites
from tests.duwang.jobs.small_site import PAGES
from tests.factories import NOW, register_site
from tests.portal import Portal, serve


@pytest.fixture
def portal() -> Iterator[Portal]:
    with serve() as portal:
        portal.pages = dict(PAGES)
        yield portal


@pytest.fixture
def settings(portal: Portal, engine: Engine, database_url: str, tmp_path: Path) -> Settings:
    with Session(engine) as session:
        register_sites(session, [register_site(url=portal.url)], source="sites.yaml", at=NOW)
        session.commit()
    return portal.settings(database_url, home=tmp_path)
