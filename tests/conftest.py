"""Databases for tests: a SQLite file of one's own, and a database of one's own on a real PostgreSQL."""

import getpass
import os
import shutil
import subprocess
import tempfile
import uuid
from collections.abc import Generator, Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import settings
from sqlalchemy import Engine, create_engine, text
from sqlalchemy.orm import Session

from storage.engine import open_engine
from storage.schema import upgrade

settings.register_profile("duwang", deadline=None)  # a busy machine is no failure
settings.load_profile("duwang")

BOTH = [
    "sqlite",
    pytest.param("postgresql", marks=[pytest.mark.postgresql, pytest.mark.xdist_group("postgresql")]),
]
"""`xdist_group`: one worker runs all that need the server, so that one server is enough."""


def _binaries() -> Path | None:
    """The system's newest PostgreSQL programs, which Debian keeps off the PATH."""
    folders = {path.parent for path in Path("/usr/lib/postgresql").glob("*/bin/initdb")}
    found = shutil.which("initdb")
    if found:
        folders.add(Path(found).parent)
    return max(folders, key=lambda folder: [int(part) for part in folder.parts if part.isdigit()], default=None)


@pytest.fixture(scope="session")
def postgresql_server() -> Iterator[str]:
    """Address of a server of this run's own, on a socket in a temporary folder; `{name}` stands for the database."""
    binaries = _binaries()
    if binaries is None:
        pytest.skip("PostgreSQL is not installed")
    as_user: dict[str, Any] = {}
    folder = Path(tempfile.mkdtemp(prefix="duwang-pg-"))
    user = getpass.getuser()
    if os.geteuid() == 0:  # PostgreSQL refuses to run as root
        user = "postgres"
        try:
            shutil.chown(folder, user)
        except LookupError:
            pytest.skip("running as root, and there is no user postgres to run PostgreSQL as")
        as_user = {"user": user, "extra_groups": []}

    def run(program: str, *arguments: str) -> None:
        subprocess.run(
            [str(binaries / program), *arguments], check=True, cwd=folder, stdout=subprocess.DEVNULL, **as_user
        )

    data = str(folder / "data")
    options = f"-c listen_addresses='' -c unix_socket_directories='{folder}' -c fsync=off -c full_page_writes=off"
    run("initdb", "-D", data, "-U", user, "-A", "trust", "-E", "UTF8", "--no-locale", "--no-sync")
    run("pg_ctl", "-D", data, "-w", "-l", str(folder / "log"), "-o", options, "start")
    try:
        yield f"postgresql+psycopg://{user}@/{{name}}?host={folder}"
    finally:
        run("pg_ctl", "-D", data, "-w", "-m", "immediate", "stop")
        shutil.rmtree(folder)


@pytest.fixture(scope="session")
def postgresql_template(postgresql_server: str) -> str:
    """Name of an upgraded, empty database that tests copy."""
    _administer(postgresql_server, "create database upgraded")
    engine = open_engine(postgresql_server.format(name="upgraded"))
    upgrade(engine)
    engine.dispose()
    return "upgraded"


@pytest.fixture(scope="session")
def sqlite_template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An upgraded, empty file that tests copy."""
    path = tmp_path_factory.mktemp("sqlite") / "upgraded.db"
    engine = open_engine(f"sqlite:///{path}")
    upgrade(engine)
    with engine.connect() as connection:
        connection.execute(text("pragma wal_checkpoint(truncate)"))
    engine.dispose()
    return path


@pytest.fixture(params=BOTH)
def database_url(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    """Address of an empty, upgraded database; the test runs once on SQLite and once on PostgreSQL."""
    if request.param == "sqlite":
        path = tmp_path / "duwang.db"
        shutil.copy(request.getfixturevalue("sqlite_template"), path)
        yield f"sqlite:///{path}"
        return
    server: str = request.getfixturevalue("postgresql_server")
    template: str = request.getfixturevalue("postgresql_template")
    name = f"test_{uuid.uuid4().hex}"
    _administer(server, f"create database {name} template {template}")
    yield server.format(name=name)
    _administer(server, f"drop database {name} with (force)")


@pytest.fixture
def engine(database_url: str) -> Iterator[Engine]:
    """An engine on an empty, upgraded database."""
    opened = open_engine(database_url)
    yield opened
    opened.dispose()


@pytest.fixture
def session(engine: Engine) -> Iterator[Session]:
    """A session on an empty, upgraded database."""
    with Session(engine) as opened:
        yield opened


def _administer(server: str, statement: str) -> None:
    engine = create_engine(server.format(name="postgres"), isolation_level="AUTOCOMMIT")
    with engine.connect() as connection:
        connection.execute(text(statement))
    engine.dispose()


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport() -> Generator[None, Any, Any]:
    """Where everything that tests use has been installed, a skipped test is a failure."""
    return _forbid_skips((yield))


@pytest.hookimpl(wrapper=True)
def pytest_make_collect_report() -> Generator[None, Any, Any]:
    """The same for whole modules."""
    return _forbid_skips((yield))


def _forbid_skips(report: Any) -> Any:
    if os.environ.get("DUWANG_NO_SKIP") == "1" and report.skipped and not hasattr(report, "wasxfail"):
        report.outcome = "failed"
        report.longrepr = f"skipped, and DUWANG_NO_SKIP=1 forbids it: {report.longrepr}"
    return report
