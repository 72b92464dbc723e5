"""Creates the tables, and brings older ones up to date."""

from pathlib import Path

from sqlalchemy import Connection, Engine, inspect, text

from config.errors import ConfigError

MIGRATIONS = Path(__file__).parent / "migrations"
_UPGRADE_LOCK = 20_261_120
"""Any number that nothing else in the database locks."""


def newest_revision() -> str:
    """The schema that this program needs: a step's file is named by its revision, `0001_….py`."""
    return max(path.name.split("_")[0] for path in (MIGRATIONS / "versions").glob("[0-9]*.py"))


def upgrade(engine: Engine) -> bool:
    """Create or upgrade the schema, all or nothing; True where something had to be done.

    Cheap where nothing has to be done. Programs that start at once wait for each other. Raises `ConfigError` where a
    newer program made the tables: this one could only do damage.
    """
    with engine.connect() as connection:
        found, newest = revision(connection), newest_revision()
    if found == newest:
        return False
    if found is not None and found > newest:
        place = engine.url.render_as_string(hide_password=True)
        problem = f"数据库由更新的版本建立（表的版本 {found}，本程序只认到 {newest}），没有作任何改动。"
        raise ConfigError(place, problem, "请升级读网程序，或换用与程序对应的备份。")
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
