"""`duwang init` and the settings file that it writes."""

import re
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml
from click.testing import CliRunner
from pydantic import BaseModel

from config.settings import FetchSettings, Settings, load_settings
from config.sites import Site
from duwang.cli import cli
from duwang.commands.init import SITES_EXAMPLE
from duwang.settings_file import settings_file


def uncommented(text: str) -> str:
    """The file as somebody has it who removes every `#` before a setting."""
    return re.sub(r"^# (?=\w+ = )", "", text, flags=re.MULTILINE)


def all_fields(model: type[BaseModel]) -> Iterator[tuple[str, str | None]]:
    for name, field in model.model_fields.items():
        yield name, field.description


def test_a_workspace_has_settings_a_register_and_a_place_for_data(tmp_path: Path) -> None:
    result = CliRunner().invoke(cli, ["init", str(tmp_path / "ws")])
    assert result.exit_code == 0
    assert sorted(path.name for path in (tmp_path / "ws").iterdir()) == ["data", "duwang.toml", "sites.yaml"]
    assert all(words in result.stderr for words in ("duwang discover", "duwang read", "duwang report daily"))


def test_nothing_is_overwritten(tmp_path: Path) -> None:
    (tmp_path / "sites.yaml").write_text("sites: []\n")
    result = CliRunner().invoke(cli, ["init", str(tmp_path)])
    assert result.exit_code == 1
    assert "已有 sites.yaml，未作改动" in result.stderr
    assert [path.name for path in tmp_path.iterdir()] == ["sites.yaml"]


def test_every_setting_stands_in_the_file_with_a_chinese_line() -> None:
    written = tomllib.loads(uncommented(settings_file()))
    assert written.keys() == set(Settings.model_fields) - {"home"}
    assert written["fetch"].keys() == FetchSettings.model_fields.keys()
    for name, description in (*all_fields(Settings), *all_fields(FetchSettings)):
        assert description is not None, name
        assert re.search("[\u4e00-\u9fff]", description), name


@pytest.mark.parametrize("edit", [str, uncommented], ids=["as written", "with everything switched on"])
def test_the_file_is_one_that_duwang_can_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, edit: type[str]) -> None:
    monkeypatch.setenv("DUWANG_HOME", str(tmp_path))
    (tmp_path / "duwang.toml").write_text(edit(settings_file()), "utf-8")
    assert load_settings().processes == Settings.model_fields["processes"].default


def test_the_example_of_the_register_is_a_valid_site() -> None:
    text = re.sub(r"^#(?=  )", "", SITES_EXAMPLE, flags=re.MULTILINE)
    (entry,) = yaml.safe_load(text)["sites"]
    assert Site.model_validate(entry).columns[0].max_age_days == 31
