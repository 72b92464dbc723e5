"""One reading a site at a time, on this machine or any other that shares the database."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from filelock import FileLock, Timeout
from sqlalchemy import Engine, func, select

from config.errors import ConfigError


@contextmanager
def hold_site(engine: Engine, site_code: str) -> Iterator[None]:
    """Hold a site while it is read; the lock falls with the process that holds it, however that ends.

    PostgreSQL: an advisory lock of a session; SQLite: a locked file beside the database. Raises `ConfigError` where
    another process is reading the site.
    """
    if engine.dialect.name == "postgresql":
        yield from _hold_in_database(engine, site_code)
    else:
        yield from _hold_file(engine, site_code)


def _hold_in_database(engine: Engine, site_code: str) -> Iterator[None]:
    key = func.hashtextextended(f"duwang-site-{site_code}", 0)
    with engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
        if not connection.scalar(select(func.pg_try_advisory_lock(key))):
            raise _busy(site_code)
        try:
            yield
        finally:
            connection.execute(select(func.pg_advisory_unlock(key)))


def _hold_file(engine: Engine, site_code: str) -> Iterator[None]:
    database = engine.url.database
    if not database or database == ":memory:":
        yield  # nobody else can see a database in memory
        return
    folder = Path(database).parent / "locks"
    folder.mkdir(exist_ok=True)
    try:
        with FileLock(folder / f"{site_code}.lock", timeout=0):
            yield
    except Timeout as error:
        raise _busy(site_code) from error


def _busy(site_code: str) -> ConfigError:
    return ConfigError(site_code, "另一个程序正在读这个网站。", "请等它结束后再试。")
