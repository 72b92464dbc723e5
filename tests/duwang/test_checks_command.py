"""`duwang checks`: the catalogue, and a rule's page."""

import json

import pytest
from click.testing import CliRunner, Result

from config.rule_file import load_rules
from duwang.cli import cli


@pytest.fixture(autouse=True)
def workspace(tmp_path, monkeypatch):
    monkeypatch.setenv("DUWANG_HOME", str(tmp_path))
    return tmp_path


def run(*args: str) -> Result:
    return CliRunner().invoke(cli, ("checks", *args), prog_name="duwang")


def test_the_catalogue_names_every_rule():
    result = run()
    assert result.exit_code == 0
    assert all(rule_id in result.stdout for rule_id in load_rules())


def test_a_page_explains_one_rule():
    result = run("column-stale")
    rule = load_rules()["column-stale"]
    assert result.exit_code == 0
    for words in (rule.title, "怎么改", "不合格", "查出：", "不算问题", "default_days", "news_local"):
        assert words in result.stdout


def test_json_stands_alone_on_standard_output():
    every = json.loads(run("--format", "json").stdout)
    assert [entry["id"] for entry in every] == list(load_rules())
    one = json.loads(run("link-broken", "--format", "json").stdout)
    assert one["indicator"] == {"id": "D4.3", "name": "可用性"}
    assert {"clause", "why", "fix", "examples", "limits"} <= one.keys()
    assert one["examples"][0]["says"].startswith("“申请表”（附件）打不开")
    assert one["examples"][0]["passes"][0]["seen"]["targets"][0]["tries"] == ["timeout", "ok"]


def test_limits_of_the_workspace_are_shown(workspace):
    (workspace / "duwang.toml").write_text("[checks.homepage-stale]\nmax_age_days = 10\n", "utf-8")
    one = json.loads(run("homepage-stale", "--format", "json").stdout)
    assert one["limits"][0]["value"] == 10
    assert "本单位" in run("homepage-stale").stdout


def test_a_misspelt_id_names_its_neighbours():
    result = run("colum-stale")
    assert result.exit_code == 1
    assert "column-stale" in result.stderr
