import pytest
from alembic.autogenerate import compare_metadata
from alembic.runtime.migration import MigrationContext
from sqlalchemy import Engine, inspect

import storage.tables  # noqa: F401 - fills the metadata
from config.errors import ConfigError
from storage.base import Base
from storage.engine import open_engine
from storage.schema import newest_revision, upgrade


def test_the_steps_lead_to_the_tables_as_the_code_has_them(engine: Engine) -> None:
    with engine.connect() as connection:
        context = MigrationContext.configure(connection)
        assert compare_metadata(context, Base.metadata) == []
        assert context.get_current_revision() == newest_revision()


def test_a_new_database_is_made_on_first_use_and_left_alone_afterwards(tmp_path) -> None:
    engine = open_engine(f"sqlite:///{tmp_path / 'data' / 'new.db'}")
    assert upgrade(engine)
    assert not upgrade(engine)
    assert inspect(engine).has_table("findings")
    engine.dispose()


def test_a_failed_upgrade_leaves_nothing_behind(tmp_path, monkeypatch) -> None:
    engine = open_engine(f"sqlite:///{tmp_path / 'new.db'}")
    monkeypatch.setattr("storage.schema._run_steps", _one_table_and_then_a_crash)
    with pytest.raises(RuntimeError):
        upgrade(engine)
    assert inspect(engine).get_table_names() == []
    engine.dispose()


def test_tables_of_a_newer_program_are_left_alone_and_said_so(tmp_path) -> None:
    engine = open_engine(f"sqlite:///{tmp_path / 'new.db'}")
    upgrade(engine)
    with engine.begin() as connection:
        connection.exec_driver_sql("update alembic_version set version_num = '9901'")
    with pytest.raises(ConfigError, match=r"由更新的版本建立（表的版本 9901.*请升级读网程序"):
        upgrade(engine)
    engine.dispose()


def _one_table_and_then_a_crash(connection) -> None:
    connection.exec_driver_sql("create table half (id integer)")
    raise RuntimeError
