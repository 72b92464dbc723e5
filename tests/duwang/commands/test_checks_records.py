"""`duwang checks` shows how often people upheld what a rule found."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner
from sqlalchemy.orm import Session

from checks.lifecycle.case import Move
from checks.lifecycle.follow import follow
from config.rule_file import load_rules
from duwang.cli import cli
from storage.engine import open_engine
from storage.schema import upgrade
from storage.writes.findings import Circumstances, decide, keep_changes
from storage.writes.sites import register_sites
from tests.factories import CODE, HOME, NOW, TODAY, finding, register_site, site


@pytest.fixture
def workspace(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("DUWANG_HOME", str(tmp_path))
    monkeypatch.setenv("DUWANG_TODAY", TODAY.isoformat())
    return tmp_path


@pytest.fixture
def decided(workspace: Path) -> None:
    """Ten broken links, of which people dismissed two."""
    engine = open_engine(f"sqlite:///{workspace / 'data' / 'duwang.db'}")
    upgrade(engine)
    person = Circumstances(by="监管员", at=NOW, day=TODAY)
    with Session(engine) as session:
        register_sites(session, [register_site()], source="sites.yaml", at=NOW)
        changes = follow([], [finding(subject=f"{HOME}{number}") for number in range(10)], site(), load_rules())
        keep_changes(session, CODE, changes, Circumstances(by="reading", at=NOW, day=TODAY))
        decide(session, range(1, 9), Move.CONFIRMED, person)
        decide(session, (9, 10), Move.DISMISSED, person)
        session.commit()
    engine.dispose()


def run(*args: str) -> str:
    result = CliRunner().invoke(cli, ("checks", *args), prog_name="duwang", env={"COLUMNS": "200"})
    assert result.exit_code == 0, result.output
    return result.stdout


@pytest.mark.usefixtures("decided")
def test_the_catalogue_and_the_page_tell_what_people_made_of_a_rule() -> None:
    assert "8/2，80%，只复核" in run()
    page = run("link-broken")
    assert "维持 8 个，排除 2 个，精度 80%" in page
    assert "只复核" in page
    assert "还没有人核看" in run("column-stale")


@pytest.mark.usefixtures("decided")
def test_other_programs_get_the_same_figures() -> None:
    assert json.loads(run("link-broken", "--format", "json"))["record"] == {
        "days": 90,
        "upheld": 8,
        "dismissed": 2,
        "precision": 0.8,
        "standing": "review",
    }


def test_the_catalogue_makes_no_database(workspace: Path) -> None:
    assert "—" in run()
    assert list(workspace.iterdir()) == []
