"""Copies the database while it is in use, and the secret that its masked numbers were made with."""

import os
import shutil
import sqlite3
import subprocess
from contextlib import closing
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

import click
from sqlalchemy.engine import URL

from config.settings import Settings
from config.zone import BEIJING
from duwang.privacy_key import key_file
from storage.engine import CONNECT_SECONDS, database_address, trouble_of


@dataclass(frozen=True, slots=True)
class Backup:
    """Where a backup lies; its files can be read by their owner alone."""

    database: Path
    key: Path | None
    """A copy of the secret. Beside the digests it gives the masked numbers away to whoever has time, so it is a file
    of its own, to be kept elsewhere. None: no secret was made yet."""


def back_up(settings: Settings, file: Path | None = None) -> Backup:
    """Write a copy to `file`, or to `backups` in the workspace under the present time; the secret goes beside it.

    SQLite gives a database file, PostgreSQL an archive for `pg_restore`. A copy that could not be finished leaves no
    file. Raises `ClickException` where a file of that name exists, or there is nothing to copy or to copy it with.
    """
    address = database_address(settings.database)
    lite = address.get_backend_name() == "sqlite"
    target = (
        file or settings.home / "backups" / f"duwang-{datetime.now(BEIJING):%Y%m%d-%H%M%S}.{'db' if lite else 'dump'}"
    )
    key = target.with_name(f"{target.name}.key")
    for there in filter(Path.exists, (target, key)):
        raise click.ClickException(f"{there} 已存在，没有覆盖。请换一个文件名。")
    target.parent.mkdir(parents=True, exist_ok=True)
    unfinished = target.with_name(f"{target.name}.part")
    unfinished.unlink(missing_ok=True)
    _own(unfinished, b"")
    try:
        _copy_sqlite(address, unfinished) if lite else _dump_postgresql(address, unfinished)
        unfinished.replace(target)
    finally:
        unfinished.unlink(missing_ok=True)
    secret = key_file(settings)
    if not secret.is_file():
        return Backup(target, None)
    _own(key, secret.read_bytes())
    return Backup(target, key)


def _own(path: Path, content: bytes) -> None:
    """Write a new file that nobody else may read, from its first moment on."""
    with open(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as file:
        file.write(content)


def _copy_sqlite(address: URL, target: Path) -> None:
    source = Path(address.database or "")
    if not source.is_file():
        raise click.ClickException(f"还没有数据库 {source}，没有可备份的内容。")
    with closing(sqlite3.connect(source)) as live, closing(sqlite3.connect(target)) as copy:
        try:
            live.backup(copy)
            (verdict,) = copy.execute("pragma quick_check").fetchone()
        except sqlite3.Error as error:
            problem, remedy = trouble_of(error) or (f"出错（{error}）。", "请检查磁盘后重试。")
            raise click.ClickException(f"从 {source} 备份到 {target.parent}：{problem}{remedy}") from error
    if verdict != "ok":
        raise click.ClickException(f"数据库 {source} 已损坏（{verdict}），备份没有完成。请用较早的备份恢复。")


def _dump_postgresql(address: URL, target: Path) -> None:
    program = shutil.which("pg_dump")
    if program is None:
        raise click.ClickException("备份 PostgreSQL 需要 pg_dump，这台机器上没有。请安装 PostgreSQL 的客户端程序。")
    plain = address.set(drivername="postgresql", password=None).render_as_string()
    password = {"PGPASSWORD": str(address.password)} if address.password else {}
    done = subprocess.run(
        [program, "--format=custom", f"--file={target}", f"--dbname={plain}"],
        # an argument would show the password to everybody on the machine
        env={"PGCONNECT_TIMEOUT": str(CONNECT_SECONDS), **os.environ, **password},
        capture_output=True,
        text=True,
        errors="replace",
    )
    if done.returncode:
        raise click.ClickException(f"pg_dump 没有完成：{done.stderr.strip()}")
