"""Opens the database: SQLite in WAL mode, or PostgreSQL by its address; the same code runs on both."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy import Engine, create_engine, event
from sqlalchemy.engine import URL, make_url
from sqlalchemy.engine.interfaces import DBAPIConnection
from sqlalchemy.exc import ArgumentError, DBAPIError, NoSuchModuleError, OperationalError
from sqlalchemy.pool import ConnectionPoolEntry

from config.errors import ConfigError

BUSY_SECONDS = 30
"""How long a writer waits for another one's transaction; ours last milliseconds."""


def open_engine(url: str) -> Engine:
    """An engine whose database has answered once.

    A SQLite file and its folder are made on first use. Raises `ConfigError` where the address cannot be
    understood or the database cannot be reached.
    """
    try:
        address = make_url(url)
        engine = create_engine(address, **_options(address))
    except (ArgumentError, NoSuchModuleError, ModuleNotFoundError) as error:
        raise ConfigError("DUWANG_DATABASE_URL", f"看不懂数据库地址“{url}”。", _ADDRESS_FORMS) from error
    if address.get_backend_name() == "sqlite":
        _make_folder(address)
        event.listen(engine, "connect", _prepare_sqlite)
    with clear_errors(engine), engine.connect():
        return engine


@contextmanager
def clear_errors(engine: Engine) -> Iterator[None]:
    """Turns a database that is locked, full or out of reach into a `ConfigError` that says so."""
    try:
        yield
    except (OperationalError, sqlite3.OperationalError) as error:
        place = engine.url.render_as_string(hide_password=True)
        problem, remedy = _explain(error)
        raise ConfigError(place, problem, remedy) from error


_ADDRESS_FORMS = "可写成 sqlite:///data/duwang.db 或 postgresql+psycopg://用户:口令@主机/库名。"

_KNOWN_TROUBLES = (
    ("locked", "数据库正被另一个程序占用。", "请等它结束或关闭它，然后重试；已写入的内容不受影响。"),
    ("disk is full", "磁盘已满，写不进去。", "请腾出空间后重试；已写入的内容不受影响。"),
    ("readonly", "数据库是只读的。", "请改正文件权限后重试。"),
    ("unable to open", "打不开数据库文件。", "请检查文件夹是否存在、是否可写。"),
    ("not a database", "这个文件不是数据库。", "请换一个文件，或用备份恢复。"),
    ("authentication failed", "用户名或口令不对。", "请改正 DUWANG_DATABASE_URL。"),
    ("does not exist", "服务器上没有这个数据库。", "请先建库，或改正 DUWANG_DATABASE_URL。"),
    ("no such table", "数据库还没有建好表。", "请运行 duwang db upgrade。"),
)


def _explain(error: Exception) -> tuple[str, str]:
    said = str(error.orig if isinstance(error, DBAPIError) else error).lower()
    for mark, problem, remedy in _KNOWN_TROUBLES:
        if mark in said:
            return problem, remedy
    return f"连不上数据库（{said.splitlines()[0] if said else '没有回答'}）。", "请检查地址、网络和数据库服务后重试。"


def _options(address: URL) -> dict[str, object]:
    if address.get_backend_name() == "sqlite":
        return {"connect_args": {"timeout": BUSY_SECONDS}}
    return {"pool_pre_ping": True}


def _make_folder(address: URL) -> None:
    if not address.database or address.database == ":memory:":
        return
    folder = Path(address.database).parent
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise ConfigError(str(folder), f"不能建立数据库的文件夹（{error.strerror}）。", "请检查路径和权限。") from error


def _prepare_sqlite(connection: DBAPIConnection, _record: ConnectionPoolEntry) -> None:
    """Readers never wait for the writer (WAL); NORMAL loses nothing that a killed process had committed."""
    cursor = connection.cursor()
    for pragma in ("journal_mode=WAL", "synchronous=NORMAL", "foreign_keys=ON", f"busy_timeout={BUSY_SECONDS * 1000}"):
        cursor.execute(f"PRAGMA {pragma}")
    cursor.close()
