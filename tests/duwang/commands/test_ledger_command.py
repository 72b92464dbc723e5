"""The ledger from its file to a finding that a later record mends."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from sqlalchemy.orm import Session

from checks.lifecycle.case import Case, State
from config.settings import load_settings
from duwang.cli import cli
from duwang.jobs.read_site import read_one
from storage.engine import open_engine
from storage.queries.cases import site_cases
from tests.factories import CODE
from tests.portal import Portal, serve

HEAD = "网站标识码,平台,账号名称,最近发布日期,登记截至日期\n"


@pytest.fixture(autouse=True)
def portal(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Portal]:
    monkeypatch.setenv("DUWANG_HOME", str(tmp_path))
    monkeypatch.setenv("DUWANG_TODAY", "2026-12-10")
    monkeypatch.setenv("DUWANG_FETCH__HOSTS", '{"www.linhe.example": "127.0.0.1"}')
    monkeypatch.setenv("DUWANG_FETCH__SECOND_TRY_SECONDS", "0")
    with serve() as portal:
        portal.pages = {"/": "<html><head><title>临河县人民政府</title></head><body>首页</body></html>"}
        entry = f"code: '{CODE}', name: 临河县人民政府, url: '{portal.url}', level: county"
        (tmp_path / "sites.yaml").write_text(f"sites:\n  - {{{entry}}}\n", "utf-8")
        run("sites", "import", str(tmp_path / "sites.yaml"))
        yield portal


def run(*args: str, code: int = 0) -> Result:
    result = CliRunner().invoke(cli, args, prog_name="duwang")
    assert result.exit_code == code, result.output
    return result


def take(folder: Path, *rows: str, code: int = 0) -> str:
    (folder / "ledger.csv").write_text(HEAD + "\n".join(rows), "utf-8")
    return run("ledger", "import", str(folder / "ledger.csv"), code=code).stderr


def stale(day: date) -> list[Case]:
    """What stands about accounts after a reading on this day."""
    settings = load_settings()
    read_one(CODE, "daily", settings, today=day)
    engine = open_engine(settings.database)
    with Session(engine) as session:
        found = [case for case in site_cases(session, CODE) if case.finding.rule == "account-stale"]
    engine.dispose()
    return found


def test_an_account_that_fell_silent_stands_until_the_ledger_knows_of_a_post(tmp_path: Path) -> None:
    assert "新增 1 个" in take(tmp_path, f"{CODE},微信,临河发布,2026-11-01,2026-11-20")
    (case,) = stale(date(2026, 11, 20))
    assert (case.finding.subject, case.state) == ("微信:临河发布", State.SUSPECTED)
    assert case.finding.facts["quiet_days"] == 19
    assert stale(date(2026, 11, 21))[0].state is State.SUSPECTED
    assert "更改 1 个" in take(tmp_path, f"{CODE},微信,临河发布,,2026-11-22")
    assert stale(date(2026, 11, 22))[0].state is State.SUSPECTED
    assert "更改 1 个" in take(tmp_path, f"{CODE},微信,临河发布,2026-11-23,2026-11-24")
    assert stale(date(2026, 11, 24))[0].state is State.FIXED


def test_an_account_that_is_signed_off_is_nobodys_fault_any_more(tmp_path: Path) -> None:
    take(tmp_path, f"{CODE},微信,临河发布,2026-11-01,2026-11-20")
    assert stale(date(2026, 11, 20))[0].state is State.SUSPECTED
    closed = f"{HEAD.strip()},状态\n{CODE},微信,临河发布,2026-11-01,2026-11-25,已注销\n"
    (tmp_path / "closed.csv").write_text(closed, "utf-8")
    assert "注销 1 个" in run("ledger", "import", str(tmp_path / "closed.csv")).stderr
    assert stale(date(2026, 11, 25))[0].state is State.FIXED
    assert "台账里还没有账号" in run("ledger", "list").stderr


def test_a_ledger_is_listed_and_an_older_one_changes_nothing(tmp_path: Path) -> None:
    assert "台账里还没有账号" in run("ledger", "list").stderr
    take(tmp_path, f"{CODE},微博,临河微博,2026-11-19,2026-11-20")
    assert "未用 1 个" in take(tmp_path, f"{CODE},微博,临河微博,2026-10-01,2026-10-02")
    shown = run("ledger", "list").stdout
    assert "临河微博" in shown
    assert "2026-11-19" in shown


def test_one_bad_row_keeps_the_whole_ledger_out(tmp_path: Path) -> None:
    good = f"{CODE},微信,临河发布,2026-11-01,2026-11-20"
    assert "没有填写" in take(tmp_path, good, f"{CODE},,临河微博,,2026-11-20", code=2)
    assert "台账里还没有账号" in run("ledger", "list").stderr
