from pathlib import Path

import pytest

from checks.rulebook import load_rulebook
from config.errors import ConfigError
from config.settings import load_settings
from tests.certificates import root


def workspace_that_trusts(file: str, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (folder / "duwang.toml").write_text(f'[fetch]\nca_file = "{file}"\n', "utf-8")
    monkeypatch.setenv("DUWANG_HOME", str(folder))


def test_an_authority_of_our_own_can_be_trusted(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = str(root().save(tmp_path))
    workspace_that_trusts(file, tmp_path, monkeypatch)
    assert load_settings().fetch.ca_file == file


@pytest.mark.parametrize("content", [None, "", "-----BEGIN CERTIFICATE-----\n"])
def test_a_file_without_certificates_is_refused_before_any_reading(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, content: str | None
) -> None:
    file = tmp_path / "ca.pem"
    if content is not None:
        file.write_text(content)
    workspace_that_trusts(str(file), tmp_path, monkeypatch)
    with pytest.raises(ConfigError, match=r"fetch\.ca_file”不对（没有这个文件，或文件里没有 PEM 格式的证书）"):
        load_settings()


@pytest.mark.parametrize(
    ("written", "told"),
    [
        ('processes = "x"', "“processes”不对（应是整数）。"),
        ("processes = 0", "“processes”不对（应不小于 1）。"),
        ("proceses = 2", "“proceses”不对（没有这一项）。是不是 processes？"),
        ("[fetch]\nconcurency = 3", "“fetch.concurency”不对（没有这一项）。是不是 concurrency？"),
        ('[fetch]\nautothrottle = "也许"', "“fetch.autothrottle”不对（应是 true 或 false）。"),
        ('[fetch]\nquiet_hours = "8"', "“fetch.quiet_hours”不对（应分项写明，写成 { 名称 = 值, … } 的样子）。"),
        ('today = "2026-13-01"', "“today”不对（应是日期，写成 2026-12-31 的样子）。"),
        ('[fetch.hosts]\n"a.example" = "999.1.1.1"', "“fetch.hosts”不对（a.example 的“999.1.1.1”不是 IP 地址）。"),
        ("processes = 2\n[fetch\n", "第 2 行第 7 个字符附近不合 TOML 的写法。"),
        ('a = "', "文件末尾不合 TOML 的写法。"),
        ("processes = 2 # 进程".encode("gb18030"), "文字编码不是 UTF-8。"),
    ],
)
def test_a_mistake_in_the_settings_is_told_in_chinese(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, written: str | bytes, told: str
) -> None:
    (tmp_path / "duwang.toml").write_bytes(written.encode() if isinstance(written, str) else written)
    monkeypatch.setenv("DUWANG_HOME", str(tmp_path))
    with pytest.raises(ConfigError) as caught:
        load_settings()
    assert told in str(caught.value)
    assert "duwang.toml" in caught.value.place


def test_settings_saved_by_an_editor_that_marks_utf_8_are_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "duwang.toml").write_text("processes = 3\n", "utf-8-sig")
    monkeypatch.setenv("DUWANG_HOME", str(tmp_path))
    assert load_settings().processes == 3


def test_a_variable_that_is_no_json_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DUWANG_HOME", str(tmp_path))
    monkeypatch.setenv("DUWANG_FETCH__HOSTS", "www.linhe.example=127.0.0.1")
    with pytest.raises(ConfigError, match="环境变量 DUWANG_FETCH__HOSTS：列表和分项的值应写成 JSON。"):
        load_settings()


@pytest.mark.parametrize(
    ("rule", "limit", "told"),
    [
        (
            "wording-error",
            {"severities": {"typo": "high"}},
            "“severities.typo”不对（可以是 'veto'、'deduct'、'advice'）",
        ),
        ("column-stale", {"own_deadline": "notice"}, "“own_deadline”不对（应是列表，写在方括号里）"),
        ("column-stale", {"default_days": "一年"}, "“default_days”不对（应是整数）"),
    ],
)
def test_a_limit_of_another_form_says_what_it_should_be(rule: str, limit: dict[str, object], told: str) -> None:
    with pytest.raises(ConfigError) as caught:
        load_rulebook({rule: limit})
    assert told in str(caught.value)
