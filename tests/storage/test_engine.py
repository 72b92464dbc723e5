"""A database in trouble says so in words, and nothing that was kept is lost."""

import socket
import sqlite3
from pathlib import Path

import pytest
from sqlalchemy import text

from config.errors import ConfigError
from storage.engine import clear_errors, open_engine, trouble_of


def connect(file: Path) -> sqlite3.Connection:
    return sqlite3.connect(file, isolation_level=None, timeout=0)


def test_a_locked_database_names_the_other_program(tmp_path: Path) -> None:
    first, second = connect(tmp_path / "a.db"), connect(tmp_path / "a.db")
    first.execute("BEGIN EXCLUSIVE")
    with pytest.raises(sqlite3.OperationalError) as caught:
        second.execute("CREATE TABLE t (x)")
    assert (trouble_of(caught.value) or ("",))[0] == "数据库正被另一个程序占用。"


def test_a_foreign_file_is_no_database(tmp_path: Path) -> None:
    file = tmp_path / "foreign.db"
    file.write_bytes(b"not a database " * 100)
    with pytest.raises(ConfigError, match="这个文件不是数据库"):
        open_engine(f"sqlite:///{file}")


def test_a_full_disk_is_told(tmp_path: Path) -> None:
    engine = open_engine(f"sqlite:///{tmp_path / 'small.db'}")
    with engine.connect() as connection:
        connection.execute(text("pragma max_page_count = 3"))
        connection.execute(text("create table t (x)"))
        with pytest.raises(ConfigError, match="磁盘已满"), clear_errors(engine):
            connection.execute(text("insert into t values (zeroblob(100000))"))
    engine.dispose()


def test_a_server_out_of_reach_is_told_without_the_password(tmp_path: Path) -> None:
    with pytest.raises(ConfigError, match="连不上数据库") as caught:
        open_engine(f"postgresql+psycopg://nobody:secret@/none?host={tmp_path}")
    assert "secret" not in str(caught.value)


def test_a_server_that_never_answers_is_given_up(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("storage.engine.CONNECT_SECONDS", 2)
    with (
        socket.create_server(("127.0.0.1", 0)) as silent,
        pytest.raises(ConfigError, match=r"连不上数据库.*请检查地址、网络和数据库服务后重试"),
    ):
        open_engine(f"postgresql+psycopg://nobody@127.0.0.1:{silent.getsockname()[1]}/none")


@pytest.mark.parametrize("address", ["no address", "oracle://x", "postgres://nobody:secret@host/x"])
def test_an_address_that_cannot_be_understood_shows_how_to_write_one(address: str) -> None:
    with pytest.raises(ConfigError, match="看不懂数据库地址") as caught:
        open_engine(address)
    assert "secret" not in str(caught.value)


def test_a_missing_table_names_the_command(tmp_path: Path) -> None:
    engine = open_engine(f"sqlite:///{tmp_path / 'empty.db'}")
    with pytest.raises(ConfigError, match="duwang db upgrade"), clear_errors(engine), engine.connect() as connection:
        connection.execute(text("select * from sites"))
    engine.dispose()


def test_a_wrong_statement_stays_an_error_of_the_program(tmp_path: Path) -> None:
    engine = open_engine(f"sqlite:///{tmp_path / 'any.db'}")
    with pytest.raises(Exception, match="syntax error"), clear_errors(engine), engine.connect() as connection:
        connection.execute(text("selekt"))
    engine.dispose()
