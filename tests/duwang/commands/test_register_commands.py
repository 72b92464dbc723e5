"""The commands for the register, the database and reading, from a new workspace on."""

import os
import sqlite3
import stat
from collections.abc import Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from duwang.cli import cli
from tests.factories import CODE, TODAY
from tests.portal import Portal, serve

PAGE = "<html><head><title>临河县人民政府</title></head><body><a href='/'>首页</a></body></html>"


@pytest.fixture
def portal() -> Iterator[Portal]:
    with serve() as portal:
        portal.pages = {"/": PAGE}
        yield portal


@pytest.fixture(autouse=True)
def workspace(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("DUWANG_HOME", str(tmp_path))
    monkeypatch.setenv("DUWANG_TODAY", str(TODAY))
    monkeypatch.setenv("DUWANG_FETCH__HOSTS", '{"www.linhe.example": "127.0.0.1"}')
    monkeypatch.setenv("DUWANG_FETCH__SECOND_TRY_SECONDS", "0")
    monkeypatch.setenv("DUWANG_ALLOW_PRIVATE", "1")
    monkeypatch.delenv("DUWANG_FETCH__ALLOW_PRIVATE", raising=False)
    return tmp_path


def run(*args: str, code: int = 0) -> Result:
    result = CliRunner().invoke(cli, args, prog_name="duwang")
    assert result.exit_code == code, result.output
    return result


def write(file: Path, *sites: str) -> Path:
    file.write_text("sites:\n" + "".join(f"  - {{{site}}}\n" for site in sites), "utf-8")
    return file


def entry(code: str = CODE, name: str = "临河县人民政府", url: str = "http://www.linhe.example/") -> str:
    return f"code: '{code}', name: {name}, url: '{url}', level: county"


def test_a_register_is_imported_listed_and_shown(workspace: Path) -> None:
    assert "新增 1 个" in run("sites", "import", str(write(workspace / "new.yaml", entry()))).stderr
    assert CODE in run("sites", "list").stdout
    shown = run("sites", "show", CODE).stdout
    assert "责任单位：临河县人民政府" in shown
    assert f"{CODE} 临河县人民政府" in run("sites", "show", "990121000", code=1).stderr


def test_a_slip_in_the_workspaces_name_makes_no_new_one(workspace: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DUWANG_HOME", str(workspace / "读网1"))
    assert "没有工作区" in run("sites", "list", code=2).stderr
    assert not (workspace / "读网1").exists()


def test_an_import_tells_which_ages_are_laxer_than_the_rules(workspace: Path) -> None:
    lax = entry() + ", columns: [{name: 通知公告, url: /tzgg/, type: notice, max_age_days: 400}]"
    told = run("sites", "import", str(write(workspace / "new.yaml", lax))).stderr
    assert f"宽于国家规定，检查以填写的为准，请核对是否有依据：{CODE}“通知公告”400 天（规定 180 天）。" in told


def test_a_bad_register_imports_nothing(workspace: Path) -> None:
    bad = write(workspace / "new.yaml", entry(), entry(code="990121000"))
    assert "少 1 位" in run("sites", "import", str(bad), code=2).stderr
    assert "还没有网站" in run("sites", "list").stderr


def test_reading_takes_over_the_workspaces_register_when_it_was_edited(workspace: Path, portal: Portal) -> None:
    register = write(workspace / "sites.yaml", entry(url=portal.url))
    first = run("read")
    assert "sites.yaml 有改动" in first.stderr
    assert "读网结束：1 个网站，1 页" in first.stdout
    assert "sites.yaml" not in run("read").stderr
    write(register, entry(url=portal.url, name="临河县政府"))
    later = register.stat().st_mtime + 5
    os.utime(register, (later, later))
    assert "更改 1 个" in run("read", "--full").stderr
    assert "临河县政府" in run("sites", "list").stdout


def test_a_workspace_without_sites_says_what_to_do(workspace: Path) -> None:
    assert "登记表里还没有网站" in run("read", code=1).stderr
    (workspace / "sites.yaml").write_text("sites:\n", "utf-8")
    assert "里面还没有网站" in run("read", code=2).stderr


def test_a_code_that_nobody_registered_names_similar_ones(workspace: Path) -> None:
    write(workspace / "sites.yaml", entry())
    assert f"是不是：{CODE}" in run("read", "--site", "9901210010", code=1).stderr


def test_a_backup_is_the_database_as_it_is(workspace: Path) -> None:
    write(workspace / "sites.yaml", entry())
    run("sites", "import", str(workspace / "sites.yaml"))
    printed = Path(run("db", "backup").stdout.strip())
    assert printed.parent == workspace / "backups"
    with sqlite3.connect(printed) as copy:
        assert copy.execute("select code from sites").fetchall() == [(CODE,)]
    target = workspace / "kept.db"
    run("db", "backup", str(target))
    assert "已存在" in run("db", "backup", str(target), code=1).stderr


def test_a_backup_of_what_is_no_database_says_so(workspace: Path) -> None:
    (workspace / "data").mkdir()
    (workspace / "data" / "duwang.db").write_text("登记表" * 2000, "utf-8")
    told = run("db", "backup", code=1).stderr
    assert "这个文件不是数据库。请换一个文件" in told
    assert list((workspace / "backups").iterdir()) == []


def test_a_backup_holds_the_secret_apart_and_is_its_owners_alone(workspace: Path) -> None:
    write(workspace / "sites.yaml", entry())
    run("sites", "import", str(workspace / "sites.yaml"))
    target, key = workspace / "kept.db", workspace / "kept.db.key"
    assert "另行备份" in run("db", "backup", str(target)).stderr
    assert not key.exists()
    target.unlink()
    (workspace / "data" / "privacy.key").write_text("ab" * 32, "ascii")
    said = run("db", "backup", str(target))
    assert said.stdout.strip() == str(target)
    assert str(key) in said.stderr
    assert "分开保管" in said.stderr
    assert key.read_text("ascii") == "ab" * 32
    assert {stat.S_IMODE(path.stat().st_mode) for path in (target, key)} == {0o600}
    target.unlink()
    assert f"{key} 已存在" in run("db", "backup", str(target), code=1).stderr
    assert not target.exists()


def test_nothing_to_back_up(workspace: Path) -> None:
    assert "没有可备份的内容" in run("db", "backup", code=1).stderr
    assert list((workspace / "backups").iterdir()) == []


def test_upgrading_says_which_version_it_is(workspace: Path) -> None:
    assert "已升级到" in run("db", "upgrade").stderr
    assert "已是最新" in run("db", "upgrade").stderr


def test_a_file_that_is_no_database_says_so(workspace: Path) -> None:
    (workspace / "data").mkdir()
    (workspace / "data" / "duwang.db").write_text("这不是数据库" * 100, "utf-8")
    assert "数据库" in run("sites", "list", code=1).stderr
