"""The commands that show findings and decide over them."""

import csv
import io
import json
from collections.abc import Sequence
from datetime import timedelta
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from sqlalchemy.orm import Session

from checks.finding_object import KEYS
from checks.findings import Finding
from checks.lifecycle.brake import brake
from checks.lifecycle.case import Move
from checks.lifecycle.follow import follow
from config.rule_file import load_rules
from config.trust import load_trust
from duwang.cli import cli
from storage.engine import open_engine
from storage.queries.cases import site_cases
from storage.schema import upgrade
from storage.seen_parts import as_kept
from storage.writes.findings import Circumstances, decide, keep_changes
from storage.writes.readings import open_reading
from storage.writes.sites import register_sites
from tests.factories import CODE, HOME, NOW, TODAY, finding, register_site, site

FOUND = [
    finding(),
    finding(rule="homepage-stale", subject=HOME, severity="veto", facts={"kind": "home-items"}),
    finding(rule="link-broken", subject=f"{HOME}wall", verdict="walled", facts={"cause": "walled"}),
    finding(rule="wording-error", subject=f"{HOME}a.html", column="=HYPERLINK(1)", facts={"wrong": "[more][/b]"}),
]


@pytest.fixture(autouse=True)
def workspace(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A workspace with one site and four findings: 1 a veto, 2 ordinary, 3 walled, 4 ordinary."""
    monkeypatch.setenv("DUWANG_HOME", str(tmp_path))
    monkeypatch.setenv("COLUMNS", "200")
    monkeypatch.setenv("DUWANG_TODAY", str(TODAY + timedelta(days=1)))
    keep(tmp_path, FOUND)


def keep(workspace: Path, found: Sequence[Finding]) -> None:
    """Have a reading find this on the site."""
    engine = open_engine(f"sqlite:///{workspace / 'data' / 'duwang.db'}")
    upgrade(engine)
    with Session(engine) as session:
        register_sites(session, [register_site()], source="sites.yaml", at=NOW)
        kept = [as_kept(one, one.severity or "deduct", urgent=False) for one in found]
        changes = follow([], kept, site(), load_rules())
        keep_changes(session, CODE, changes, Circumstances(by="reading", at=NOW, day=TODAY))
        session.commit()
    engine.dispose()


def run(*args: str, code: int = 0, answer: str | None = None) -> Result:
    result = CliRunner().invoke(cli, args, prog_name="duwang", input=answer)
    assert result.exit_code == code, result.output
    return result


def told(*args: str) -> list[dict[str, object]]:
    found: list[dict[str, object]] = json.loads(run("findings", "--format", "json", *args).stdout)
    return found


def test_json_is_alone_on_standard_output_with_every_key() -> None:
    found = told()
    assert [one["id"] for one in found] == [1, 2, 3, 4]
    assert tuple(found[0]) == KEYS


def test_what_is_asked_for_is_listed() -> None:
    assert [one["id"] for one in told("--check", "link-broken")] == [2, 3]
    assert told("--status", "fixed") == []
    assert len(told("--site", CODE)) == 4


def test_csv_opens_in_a_table_program_without_becoming_a_formula() -> None:
    rows = list(csv.DictReader(io.StringIO(run("findings", "--format", "csv").stdout)))
    assert [row["id"] for row in rows] == ["1", "2", "3", "4"]
    assert rows[3]["column"] == "'=HYPERLINK(1)"


def test_the_table_says_what_is_wrong_in_chinese() -> None:
    result = run("findings", "--check", "link-broken")
    assert "页面不存在（404）" in "".join(result.stdout.split())
    assert result.stderr == "共 1 个问题，另有 1 个没能核实、不计入。\n"  # as reports count them


def test_nothing_found_says_what_it_means(tmp_path: Path) -> None:
    assert run("findings", "--status", "fixed").stderr == "还没有读网记录，请先运行 duwang read。\n"
    engine = open_engine(f"sqlite:///{tmp_path / 'data' / 'duwang.db'}")
    with Session(engine) as session:
        open_reading(session, register_site(), mode="daily", day=TODAY, now=NOW)
        session.commit()
    engine.dispose()
    assert run("findings", "--status", "fixed").stderr == "没有符合条件的问题。\n"
    run("dismiss", "1", "2", "3", "4", "--reason", "试")
    assert run("findings").stderr == "目前没有未整改的问题。\n"


def test_brackets_of_a_page_are_no_markup() -> None:
    assert "[more][/b]" in "".join(run("findings", "--check", "wording-error").stdout.split())


def test_a_narrow_window_gets_whole_sentences_one_below_another(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("duwang.terminal.width", lambda: 60)
    lines = run("findings", "--check", "link-broken").stdout.splitlines()
    assert lines[0] == "2  临河县人民政府  link-broken"
    assert lines[1].strip() == f"扣分，待确认，确凿，{TODAY} 发现"
    assert "页面不存在（404）" in "".join(line.strip() for line in lines)


def test_what_is_mended_is_refused_without_asking_about_vetoes(tmp_path: Path) -> None:
    run("dismiss", "1", "--reason", "试")
    assert "已经排除，不能这样处理" in run("confirm", "1", code=1).stderr


@pytest.mark.parametrize(
    ("args", "expected"),
    [
        (("--check", "link-brokn"), "是不是 link-broken"),
        (("--site", "9901210002"), f"{CODE} 临河县人民政府"),
    ],
)
def test_a_mistyped_name_finds_its_neighbours(args: tuple[str, ...], expected: str) -> None:
    assert expected in run("findings", *args, code=1).stderr


def test_confirming_and_taking_it_back() -> None:
    assert "已确认：2、4。" in run("confirm", "2", "4", "2", "--reason", "已核对").stderr
    assert [one["status"] for one in told()] == ["suspected", "open", "suspected", "open"]
    assert "已经确认" in run("confirm", "2", code=1).stderr
    run("confirm", "--undo", "2")
    assert told()[1]["status"] == "suspected"


def test_dismissing_needs_a_reason_and_can_be_taken_back() -> None:
    assert "须写明理由" in run("dismiss", "2", code=2).stderr
    run("dismiss", "2", "--reason", "对方已改版")
    assert [one["id"] for one in told()] == [1, 3, 4]
    run("dismiss", "--undo", "2")
    assert told()[1]["status"] == "suspected"


def test_a_silent_account_fails_by_itself_and_not_its_site(tmp_path: Path) -> None:
    facts = {"name": "临河发布", "platform": "微博", "quiet_days": 16, "allowed_days": 14, "recorded_on": "2026-11-20"}
    keep(tmp_path, [finding(rule="account-stale", subject="weibo/临河发布", severity="veto", facts=facts)])
    assert "确认后账号即为不合格" in run("confirm", "5", code=1).stderr
    assert "微博账号“临河发布”将因内容不更新不合格" in run("sites", "show", CODE).stdout


def test_a_veto_is_not_confirmed_by_a_slip() -> None:
    assert "加 --yes" in run("confirm", "1", code=1).stderr
    assert told()[0]["status"] == "suspected"
    run("confirm", "1", "--yes")
    assert told()[0]["status"] == "open"


def test_what_is_held_shows_in_the_table_alone_until_it_is_confirmed(tmp_path: Path) -> None:
    engine = open_engine(f"sqlite:///{tmp_path / 'data' / 'duwang.db'}")
    with Session(engine) as session:
        many = [as_kept(finding(subject=f"{HOME}{n}"), "deduct", urgent=False) for n in range(11)]
        changes = brake(follow([], many, site(), load_rules()), [{}] * 3, load_trust().brake).changes
        keep_changes(session, CODE, changes, Circumstances(by="reading", at=NOW, day=TODAY))
        session.commit()
    engine.dispose()
    assert run("findings").stdout.count("暂扣") == 11
    assert tuple(told()[0]) == KEYS
    run("confirm", "5", "6")
    run("dismiss", "7", "--reason", "对方已改版")
    assert run("findings").stdout.count("暂扣") == 8


def test_a_site_shows_how_it_would_fare_if_it_were_inspected() -> None:
    shown = "".join(run("sites", "show", CODE).stdout.split())
    assert "否决演练" in shown
    assert "空白栏目0个，界限5个。" in shown


def test_what_stands_behind_a_wall_accuses_nobody() -> None:
    assert "没有查实" in run("confirm", "2", "3", code=1).stderr
    assert {one["status"] for one in told()} == {"suspected"}


def test_all_of_them_or_none(tmp_path: Path) -> None:
    assert "99" in run("confirm", "2", "99", code=1).stderr
    engine = open_engine(f"sqlite:///{tmp_path / 'data' / 'duwang.db'}")
    with Session(engine) as session:
        decide(session, [4], Move.CONFIRMED, Circumstances(by="监管员", at=NOW, day=TODAY))
        session.commit()
        assert [case.state for case in site_cases(session, CODE)].count("open") == 1
    engine.dispose()
    assert "问题 4 已经确认" in run("confirm", "2", "4", code=1).stderr
    assert told()[1]["status"] == "suspected"
