"""`duwang report`: files, paths, and what it says when there is nothing to report."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from config.settings import load_settings
from duwang.cli import cli
from duwang.workspace import open_store
from storage.writes.readings import describe_reading, finish_reading, open_reading
from storage.writes.sites import register_sites
from tests.factories import NOW, TODAY, register_site


@pytest.fixture
def workspace(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A workspace with one site, read on `TODAY`."""
    monkeypatch.setenv("DUWANG_HOME", str(tmp_path))
    monkeypatch.setenv("DUWANG_TODAY", TODAY.isoformat())
    with open_store(load_settings()) as session:
        register_sites(session, [register_site()], source="sites.yaml", at=NOW)
        reading = open_reading(session, register_site(), mode="daily", day=TODAY, now=NOW)
        finish_reading(session, reading.id, now=NOW)
        describe_reading(session, reading.id, site=register_site(), counts={"pages": 7}, coverage={}, seen=[])
        session.commit()
    return tmp_path


def report(*args: str) -> Result:
    return CliRunner().invoke(cli, ["report", "daily", *args])


def test_all_formats_go_to_the_workspace_and_their_paths_to_standard_output(workspace: Path) -> None:
    result = report()
    assert result.exit_code == 0
    paths = [Path(line) for line in result.stdout.split()]
    assert paths == [workspace / "reports" / f"daily-2026-11-20.{name}" for name in ("html", "docx", "xlsx", "json")]
    assert all(path.is_file() for path in paths)


def test_one_format_goes_where_it_is_wanted(workspace: Path) -> None:
    result = report("--format", "docx", "--out", str(workspace / "out"))
    assert [path.name for path in (workspace / "out").iterdir()] == ["daily-2026-11-20.docx"]
    assert result.stdout.split() == [str(workspace / "out" / "daily-2026-11-20.docx")]


def test_json_stands_alone_on_standard_output(workspace: Path) -> None:
    result = report("--format", "json", "--date", "2026-11-20")
    assert json.loads(result.stdout)["lead"].startswith("当日读了 1 个网站、7 个页面")
    assert str(workspace / "reports" / "daily-2026-11-20.json") in result.stderr


def test_a_day_without_a_reading_is_said_and_leaves_with_one(workspace: Path) -> None:
    result = report("--date", "2026-11-21")
    assert result.exit_code == 1
    assert result.stderr == (
        "错误：2026年11月21日没有读网记录，写不出日读网。最近一次读网在此之前，可用 --date 2026-11-20 写那一天的。\n"
    )
    assert not (workspace / "reports").exists()


@pytest.mark.parametrize("args", [("--date", "20.11.2026"), ("--format", "pdf")])
def test_what_cannot_be_asked_is_wrong_usage(workspace: Path, args: tuple[str, str]) -> None:
    result = report(*args)
    assert result.exit_code == 2
    assert args[1] in result.stderr
