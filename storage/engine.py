"""Opens the database: SQLite in WAL mode, or PostgreSQL by its address; the same code runs on both."""

import re
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy import Engine, create_engine, event
from sqlalchemy.engine import URL, make_url
from sqlalchemy.engine.interfaces import DBAPIConnection
from sqlalchemy.exc import ArgumentError, DBAPIError, NoSuchModuleError, OperationalError
from sqlalchemy.pool import ConnectionPoolEntry

from config.errors import ConfigError, told

BUSY_SECONDS = 30
"""How long a writer waits for another one's transaction; ours last milliseconds."""


CONNECT_SECONDS = 10
"""How long a server may take to let us in; one that says nothing would hold a command for ever."""


def open_engine(url: str) -> Engine:
    """An engine whose database has answered once.

    A SQLite file and its folder are made on first use. Raises `ConfigError` where the address cannot be
    understood or the database cannot be reached.
    """
    address = database_address(url)
    engine = create_engine(address, **_options(address))
    if address.get_backend_name() == "sqlite":
        _make_folder(address)
        event.listen(engine, "connect", _prepare_sqlite)
    with clear_errors(engine), engine.connect():
        return engine


def database_address(url: str) -> URL:
    """The address, taken apart. Raises `ConfigError` where it is none, or that of a database we do not know."""
    try:
        address = make_url(url)
        address.get_dialect().import_dbapi()
    except (ArgumentError, NoSuchModuleError, ModuleNotFoundError) as error:
        shown = re.sub(r":[^:@/]*@", ":***@", url)
        raise ConfigError(_SETTING, f"看不懂数据库地址“{shown}”。", _ADDRESS_FORMS) from error
    return address


@contextmanager
def clear_errors(engine: Engine) -> Iterator[None]:
    """Turns a database that is locked, full or out of reach into a `ConfigError` that says so."""
    try:
        yield
    except (DBAPIError, sqlite3.Error) as error:
        trouble = trouble_of(error)
        if trouble is None:
            raise
        raise ConfigError(engine.url.render_as_string(hide_password=True), *trouble) from error


_SETTING = "database_url 或环境变量 DUWANG_DATABASE_URL"
_ADDRESS_FORMS = "可写成 sqlite:///data/duwang.db 或 postgresql+psycopg://用户:口令@主机/库名。"
_WAIT = "请等它结束或关闭它，然后重试；已写入的内容不受影响。"
_MAKE_ROOM = "请腾出空间后重试；已写入的内容不受影响。"

_KNOWN_TROUBLES = (
    ("SQLITE_BUSY", "数据库正被另一个程序占用。", _WAIT),
    ("SQLITE_LOCKED", "数据库正被另一个程序占用。", _WAIT),
    ("SQLITE_FULL", "磁盘已满，写不进去。", _MAKE_ROOM),
    ("SQLITE_READONLY", "数据库是只读的。", "请改正文件权限后重试。"),
    ("SQLITE_CANTOPEN", "打不开数据库文件。", "请检查文件夹是否存在、是否可写。"),
    ("SQLITE_NOTADB", "这个文件不是数据库。", "请换一个文件，或用备份恢复。"),
    ("SQLITE_CORRUPT", "数据库文件已损坏。", "请用备份恢复。"),
    ("SQLITE_IOERR", "读写数据库文件时磁盘出错，也许已满。", "请检查磁盘后重试；已写入的内容不受影响。"),
    ("28", "用户名或口令不对。", f"请改正 {_SETTING}。"),
    ("3D000", "服务器上没有这个数据库。", f"请先建库，或改正 {_SETTING}。"),
    ("42P01", "数据库还没有建好表。", "请运行 duwang db upgrade。"),
    ("42501", "数据库账号的权限不够。", "请为它授予建表和读写的权限。"),
    ("53100", "数据库服务器的磁盘已满，写不进去。", _MAKE_ROOM),
    ("53300", "数据库服务器的连接数已满。", "请稍后重试，或提高连接数上限。"),
    ("55P03", "数据库正被另一个程序占用。", _WAIT),
    ("57P", "数据库服务器正在停止或启动。", "请稍后重试；已写入的内容不受影响。"),
)
"""(beginning of SQLite's error name or PostgreSQL's SQLSTATE, problem, remedy)."""


def trouble_of(error: BaseException) -> tuple[str, str] | None:
    """What a failing database means for people: the problem and the way out; None where it is no trouble of its own."""
    cause = error.orig if isinstance(error, DBAPIError) else error
    code = getattr(cause, "sqlstate", None) or getattr(cause, "sqlite_errorname", None)
    said = (str(cause).splitlines() or ["没有回答"])[0]
    if isinstance(cause, sqlite3.OperationalError) and "no such table" in said:
        code = "42P01"  # SQLite has no code of its own for this
    for beginning, problem, remedy in _KNOWN_TROUBLES:
        if code is not None and code.startswith(beginning):
            return problem, remedy
    if code is None and isinstance(error, OperationalError):
        return f"连不上数据库（{said}）。", "请检查地址、网络和数据库服务后重试。"
    return None


def _options(address: URL) -> dict[str, object]:
    if address.get_backend_name() == "sqlite":
        return {"connect_args": {"timeout": BUSY_SECONDS}}
    own = "connect_timeout" in address.query
    return {"pool_pre_ping": True, "connect_args": {} if own else {"connect_timeout": CONNECT_SECONDS}}


def _make_folder(address: URL) -> None:
    if not address.database or address.database == ":memory:":
        return
    folder = Path(address.database).parent
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise ConfigError(str(folder), f"不能建立数据库的文件夹（{told(error)}）。", "请检查路径和权限。") from error


def _prepare_sqlite(connection: DBAPIConnection, _record: ConnectionPoolEntry) -> None:
    """Readers never wait for the writer (WAL); NORMAL loses nothing that a killed process had committed."""
    cursor = connection.cursor()
    for pragma in ("journal_mode=WAL", "synchronous=NORMAL", "foreign_keys=ON", f"busy_timeout={BUSY_SECONDS * 1000}"):
        cursor.execute(f"PRAGMA {pragma}")
    cursor.close()
