"""`duwang doctor` tells what is well, what is doubtful and what makes reading impossible."""

import re
import shutil
from collections import namedtuple
from datetime import date
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from sqlalchemy import text

from config.settings import load_settings
from duwang.cli import cli
from duwang.workspace import open_store
from storage.writes.readings import open_reading
from storage.writes.sites import register_sites
from tests.factories import NOW, TODAY, register_site

SITES = """\
sites:
  - code: "9901210001"
    name: 临河县人民政府
    url: https://www.linhe.example/
    level: county
    unit: 临河县人民政府办公室
"""
Usage = namedtuple("Usage", "total used free")


@pytest.fixture
def workspace(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A workspace with a register; its site's name is known, fonts are there."""
    monkeypatch.setenv("DUWANG_HOME", str(tmp_path))
    monkeypatch.setenv("DUWANG_TODAY", TODAY.isoformat())
    monkeypatch.setenv("DUWANG_FETCH__CONTROLS", "[]")
    monkeypatch.setattr("socket.getaddrinfo", lambda *_: [("198.51.100.7", 443)])
    monkeypatch.setattr("duwang.health._chinese_fonts", lambda: iter(["Noto Sans CJK SC"]))
    (tmp_path / "sites.yaml").write_text(SITES, "utf-8")
    return tmp_path


def doctor() -> Result:
    return CliRunner().invoke(cli, ["doctor"])


def grade(output: str, words: str) -> str:
    """The grade of the one line that contains the words."""
    (line,) = [line for line in output.splitlines() if words in line and not line.startswith(" ")]
    return line[:2]


def test_a_workspace_that_can_read_leaves_with_zero(workspace: Path) -> None:
    with open_store(load_settings()):
        pass
    result = doctor()
    assert result.exit_code == 0, result.output
    assert grade(result.output, "数据库（SQLite）可用") == "正常"
    assert grade(result.output, "登记了 1 个网站") == "正常"
    assert grade(result.output, "域名解析正常") == "正常"
    assert "不行" not in result.output


def test_looking_changes_nothing(workspace: Path) -> None:
    assert grade(doctor().output, "还没有数据库") == "注意"
    assert [path.name for path in workspace.iterdir()] == ["sites.yaml"]


def test_every_doubt_comes_with_its_remedy(workspace: Path) -> None:
    lines = doctor().output.splitlines()
    for place, line in enumerate(lines):
        if line.startswith(("注意", "不行")):
            assert re.match(r" {6}\S", lines[place + 1]), line


def test_a_register_that_cannot_be_used_makes_reading_impossible(workspace: Path) -> None:
    (workspace / "sites.yaml").write_text("sites:\n", "utf-8")
    result = doctor()
    assert result.exit_code == 1
    assert grade(result.output, "网站登记表 sites.yaml") == "不行"


def test_no_register_at_all_names_the_way_to_one(workspace: Path) -> None:
    (workspace / "sites.yaml").unlink()
    result = doctor()
    assert grade(result.output, "还没有登记网站") == "不行"
    assert "duwang sites import" in result.output


def test_imported_sites_are_a_register_too(workspace: Path) -> None:
    (workspace / "sites.yaml").unlink()
    with open_store(load_settings()) as session:
        register_sites(session, [register_site()], source="sites.xlsx", at=NOW)
        session.commit()
    assert grade(doctor().output, "登记了 1 个网站") == "正常"


def test_a_clock_behind_the_last_reading_is_wrong(workspace: Path) -> None:
    with open_store(load_settings()) as session:
        register_sites(session, [register_site()], source="sites.yaml", at=NOW)
        open_reading(session, register_site(), mode="daily", day=date(2026, 12, 1), now=NOW)
        session.commit()
    assert grade(doctor().output, "早于最近一次读网的 2026-12-01") == "不行"


def test_a_database_of_a_newer_program_is_left_alone(workspace: Path) -> None:
    with open_store(load_settings()) as session:
        session.execute(text("update alembic_version set version_num = '9999'"))
        session.commit()
    assert grade(doctor().output, "由更新的版本建立") == "不行"


def test_an_older_database_is_only_a_doubt(workspace: Path) -> None:
    with open_store(load_settings()) as session:
        session.execute(text("update alembic_version set version_num = '0000'"))
        session.commit()
    assert grade(doctor().output, "表还不是最新") == "注意"


def test_a_database_out_of_reach_is_told(workspace: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DUWANG_DATABASE_URL", f"postgresql+psycopg://nobody@/none?host={workspace}")
    result = doctor()
    assert result.exit_code == 1
    assert grade(result.output, "连不上数据库") == "不行"


def test_an_address_that_is_none_is_told(workspace: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DUWANG_DATABASE_URL", "nonsense")
    assert grade(doctor().output, "看不懂数据库地址") == "不行"


def test_names_that_nobody_knows_are_told(workspace: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def unknown(*_: object) -> None:
        raise OSError("Name or service not known")

    monkeypatch.setattr("socket.getaddrinfo", unknown)
    assert grade(doctor().output, "1 个网站的域名都无法解析") == "不行"


def test_sites_whose_addresses_are_set_need_no_name_service(workspace: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DUWANG_FETCH__HOSTS", '{"www.linhe.example": "127.0.0.1"}')
    assert grade(doctor().output, "由 fetch.hosts 指定") == "正常"


@pytest.mark.parametrize(("free", "expected"), [(2**29, "不行"), (3 * 2**30, "注意"), (9 * 2**30, "正常")])
def test_little_space_is_told_in_time(
    workspace: Path, monkeypatch: pytest.MonkeyPatch, free: int, expected: str
) -> None:
    monkeypatch.setattr(shutil, "disk_usage", lambda _: Usage(10**12, 0, free))
    assert grade(doctor().output, "磁盘剩余") == expected


def test_missing_fonts_are_a_doubt(workspace: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("duwang.health._chinese_fonts", lambda: iter(()))
    result = doctor()
    assert result.exit_code == 0
    assert grade(result.output, "没有找到中文字体") == "注意"


def test_holidays_not_published_yet_are_told(workspace: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DUWANG_TODAY", "2039-06-01")
    assert grade(doctor().output, "法定节假日安排还没有") == "注意"


def test_a_workspace_that_is_not_there_is_told(workspace: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DUWANG_HOME", str(workspace / "none"))
    result = doctor()
    assert result.exit_code == 1
    assert grade(result.output, "没有这个文件或文件夹") == "不行"


def test_a_missing_browser_is_a_doubt_with_what_to_install(workspace: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("duwang.health.has_playwright", lambda: False)
    monkeypatch.setattr("duwang.health.find_chromium", lambda: None)
    result = doctor()
    assert result.exit_code == 0
    assert grade(result.output, "没有可用的浏览器") == "注意"
    assert "用 pip 安装 duwang[browser]，并从系统软件源安装 chromium" in result.output
    monkeypatch.setattr("duwang.health.has_playwright", lambda: True)
    monkeypatch.setattr("duwang.health.find_chromium", lambda: Path("/usr/bin/chromium"))
    assert grade(doctor().output, "可以读取由脚本生成的页面") == "正常"


@pytest.mark.parametrize(("sound", "told"), [(False, True), (True, False)])
def test_a_network_that_disturbs_everybody_is_told(
    workspace: Path, monkeypatch: pytest.MonkeyPatch, sound: bool, told: bool
) -> None:
    async def refuses(_: object) -> bool:
        return not sound

    async def tells(_: object) -> bool:
        return sound

    monkeypatch.setenv("DUWANG_FETCH__CONTROLS", '["https://www.zhiming.example/"]')
    monkeypatch.setattr("duwang.health.refuses_everybody", refuses)
    monkeypatch.setattr("duwang.health.tells_ipv6", tells)
    output = doctor().output
    assert ("对照网站的证书在本机显示无效" in output) is told
    assert ("域名解析查不到对照网站的 IPv6 地址" in output) is told
