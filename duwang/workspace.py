"""What every command of a workspace needs: its database, and which day it is."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, datetime
from pathlib import Path
from urllib.parse import urlsplit

from sqlalchemy.orm import Session

from config.errors import ConfigError
from config.settings import Settings
from config.zone import BEIJING
from storage.engine import database_address, open_engine
from storage.queries.sites import all_sites
from storage.schema import upgrade


def today(settings: Settings) -> date:
    """The day that rules take for today: the settings' own, or the calendar's in China."""
    return settings.today or datetime.now(BEIJING).date()


def database_file(settings: Settings) -> Path | None:
    """The file that is the database; None: it is on a server, or in memory."""
    url = database_address(settings.database)
    is_file = url.get_backend_name() == "sqlite" and url.database not in (None, "", ":memory:")
    return Path(str(url.database)) if is_file else None


def registered_hosts(settings: Settings) -> list[str]:
    """The hosts of the registered sites, which may always be fetched; none where there is no database yet."""
    file = database_file(settings)
    if file is not None and not file.exists():
        return []
    with open_store(settings) as session:
        return [host for site in all_sites(session) if (host := urlsplit(site.url).hostname)]


@contextmanager
def open_store(settings: Settings) -> Iterator[Session]:
    """A session on the workspace's database, its tables made or brought up to date first.

    The caller commits. Raises `ConfigError` where there is no such workspace, or the database cannot be opened.
    """
    if not settings.home.is_dir():  # a slip in its name would make a new, empty workspace
        raise ConfigError("DUWANG_HOME", f"没有工作区“{settings.home}”。", "请改正，或先用 duwang init 新建。")
    engine = open_engine(settings.database)
    try:
        upgrade(engine)
        with Session(engine) as session:
            yield session
    finally:
        engine.dispose()
