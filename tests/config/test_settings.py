from pathlib import Path

import pytest

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
