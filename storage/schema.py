"""Creates the tables, and brings older ones up to date."""

from pathlib import Path

from sqlalchemy import Connection, Engine, inspect, text

MIGRATIONS = Path(__file__).parent / "migrations"
_UPGRADE_LOCK = 20_261_120
"""Any number that nothing else in the database locks."""


def newest_revision() -> str:
    """The schema that this program needs: a step's file is named by its revision, `0001_….py`."""
    return max(path.name.split("_")[0] for path in (MIGRATIONS / "versions").glob("[0-9]*.py"))


def upgrade(engine: Engine) -> bool:
    """Create or upgrade the schema, all or nothing; True where something had to be done.

    Cheap where nothing has to be done. Programs that start at once wait for each other.
    """
    with engine.connect() as connection:
        if revision(connection) == newest_revision():
            return False
    with engine.connect() as connection:
        _lock(connection)
        _run_steps(connection)
        connection.commit()
    return True


def revision(connection: Connection) -> str | None:
    """The schema that the database has; None: no tables yet."""
    if not inspect(connection).has_table("alembic_version"):
        return None
    return connection.execute(text("select version_num from alembic_version")).scalar()


def _lock(connection: Connection) -> None:
    if connection.dialect.name == "sqlite":
        connection.exec_driver_sql("BEGIN IMMEDIATE")  # the driver itself would begin only at the first INSERT
    else:
        connection.execute(text("select pg_advisory_xact_lock(:number)"), {"number": _UPGRADE_LOCK})


def _run_steps(connection: Connection) -> None:
    from alembic import command  # 100 ms that only the first use has to spend
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS).replace("%", "%%"))
    config.attributes["connection"] = connection
    command.upgrade(config, "head")
