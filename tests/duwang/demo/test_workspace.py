from datetime import date
from pathlib import Path

import pytest
from click.testing import CliRunner

from config.ledger_file import load_accounts
from config.site_file import load_sites
from duwang.commands.demo import FOLDER, command
from duwang.demo.accounts import write_ledger
from duwang.demo.city import City, known_hosts
from duwang.demo.play import demo_settings
from duwang.demo.workspace import NotOursError, lay_workspace

CITY = City(port=8750, anchor=date(2026, 11, 21))


def test_the_register_names_the_six_sites_under_example(tmp_path: Path) -> None:
    lay_workspace(tmp_path / "demo", CITY)
    sites = load_sites(tmp_path / "demo" / "sites.yaml")
    assert len(sites) == 6
    assert all(site.code.startswith("99") and ".example:8750/" in site.url for site in sites)


def test_every_host_is_led_to_this_machine(tmp_path: Path) -> None:
    lay_workspace(tmp_path / "demo", CITY)
    hosts = demo_settings(tmp_path / "demo").fetch.hosts
    assert set(hosts) == set(known_hosts())
    assert set(hosts.values()) == {"127.0.0.1"}


def test_the_office_has_listed_what_must_be_reprinted(tmp_path: Path) -> None:
    lay_workspace(tmp_path / "demo", CITY)
    listed = demo_settings(tmp_path / "demo").checks["reprint-late"]["documents"]
    assert [one["published_on"] for one in listed] == [date(2026, 11, 10), date(2026, 11, 16)]


def test_the_ledger_is_one_that_can_be_imported(tmp_path: Path) -> None:
    write_ledger(tmp_path / "ledger.csv", CITY.accounts, CITY.today)
    accounts = load_accounts(tmp_path / "ledger.csv", sites=CITY.accounts, today=CITY.today)
    silent = {one.name for one in accounts if (CITY.today - (one.last_post or CITY.today)).days > 14}
    assert len(accounts) == 10
    assert silent == {"柳坪发布"}


def test_the_demo_never_writes_to_a_database_of_the_environment(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DUWANG_DATABASE_URL", "postgresql+psycopg://office/duwang")
    monkeypatch.setenv("DUWANG_HOME", "somewhere-else")
    lay_workspace(tmp_path / "demo", CITY)
    settings = demo_settings(tmp_path / "demo")
    assert settings.database == f"sqlite:///{tmp_path}/demo/data/duwang.db"
    assert settings.home == tmp_path / "demo"


def test_the_workspace_is_fresh_each_time(tmp_path: Path) -> None:
    folder = tmp_path / "demo"
    lay_workspace(folder, CITY)
    (folder / "data" / "duwang.db").write_bytes(b"of yesterday")
    lay_workspace(folder, CITY)
    assert list((folder / "data").iterdir()) == []


def test_a_folder_that_the_demo_did_not_make_is_left_alone(tmp_path: Path) -> None:
    folder = tmp_path / "demo"
    folder.mkdir()
    (folder / "thesis.docx").write_bytes(b"years of work")
    with pytest.raises(NotOursError):
        lay_workspace(folder, CITY)
    assert (folder / "thesis.docx").read_bytes() == b"years of work"


def test_the_command_says_so_in_one_line(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / FOLDER).mkdir()
    (tmp_path / FOLDER / "thesis.docx").write_bytes(b"years of work")
    result = CliRunner().invoke(command, ["--no-serve"])
    assert result.exit_code == 1
    assert "里有别的内容，没有动它" in result.output
