import asyncio
import json
from datetime import date

import pytest
import yaml
from click.testing import CliRunner

from checks.observations.marks import MarksSeen
from checks.observations.page import PageSeen
from config.settings import FetchSettings, Settings
from config.sites import Site
from duwang.commands.discover import command
from duwang.demo.addresses import column_path
from duwang.demo.city import known_hosts
from duwang.demo.server import serving
from duwang.draft_profile import DraftProfile, draft_profile, site_code, site_level, site_name
from tests.factories import HOME, column
from tests.servers import Reply, portal

TODAY = date(2026, 11, 20)


def home(**given: object) -> PageSeen:
    return PageSeen(url=HOME, kind="home", encoding="utf-8", **given)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("name", "code", "level"),
    [
        ("江北省人民政府", None, "province"),
        ("安和市人民政府门户网站", "9901000001", "city"),
        ("武陵市人民政府", "9901810001", "county"),
        ("青汀县人民政府", None, "county"),
        ("青石镇人民政府", None, "township"),
        ("安和市教育体育局", None, "department"),
        ("国家某委员会", "bm01000001", "department"),
        ("安和市人民政府", None, None),
        ("信用安和", None, None),
        (None, None, None),
    ],
)
def test_the_level_is_told_by_name_and_code(name: str | None, code: str | None, level: str | None) -> None:
    assert site_level(name, code) == level


def test_code_and_name_come_from_the_footer_and_the_tags() -> None:
    assert site_code(home(meta={"SiteIDCode": "9901210001"})) == "9901210001"
    assert site_code(home(meta={"SiteIDCode": "x"}, marks=MarksSeen(site_code="9901210002"))) == "9901210002"
    assert site_code(home()) is None
    assert site_name(home(title="首页-临河县人民政府")) == "临河县人民政府"
    assert site_name(home(title="欢迎访问：临河县人民政府 - 首页")) == "临河县人民政府"


def test_the_yaml_is_ready_for_the_register() -> None:
    draft = DraftProfile(
        url=HOME,
        code="9901210001",
        name="临河县人民政府",
        level="county",
        unit="临河县人民政府办公室",
        columns=(column(), column(url=f"{HOME}a/?id=3", name="其他", type=None)),
    )
    text = draft.as_yaml()
    (entry,) = yaml.safe_load(text)["sites"]
    site = Site(**entry)
    assert (site.code, site.columns[0].url, site.columns[0].type) == ("9901210001", "/tzgg/", "notice")
    assert "#   - {name: 其他, url: '/a/?id=3', type: ''}" in text


def test_what_nobody_told_is_asked_for() -> None:
    draft = DraftProfile(url=HOME, code=None, name="临河", level=None, unit=None, columns=())
    assert draft.as_yaml().startswith("# 请补上：网站标识码（code）、级别（level）、责任单位（unit）\n")
    assert draft.as_json()["site"] == {"code": None, "name": "临河", "url": HOME, "level": None, "unit": None}


def test_a_sample_portal_is_discovered_in_one_reading() -> None:
    with serving(TODAY) as city:
        fetch = FetchSettings(hosts=dict.fromkeys(known_hosts(), "127.0.0.1"), allow_private=True)
        day = next(day for day in city.days.values() if not day.portal.down and day.identity.level == "county")
        url = f"http://{day.identity.host}:{city.port}/"
        draft = asyncio.run(draft_profile(url, Settings(fetch=fetch), today=TODAY, progress=lambda _: None))
        paths = {column_path(one, day.identity) for one in day.portal.columns.values()}
    assert (draft.code, draft.level, draft.name) == (day.identity.code, "county", day.identity.name)
    found = {one.url.removeprefix(url.rstrip("/")) for one in draft.columns}
    assert found <= paths
    assert len(found) >= 25
    types = {one.name: one.type for one in draft.columns}
    assert (types["通知公告"], types["政策解读"]) == ("notice", "interpretation")
    rows = draft.as_json()["columns"]
    assert {"name", "url", "type", "confidence", "items", "latest", "unreadable"} == set(rows[0])
    json.dumps(rows)


def test_a_wrong_address_is_wrong_usage() -> None:
    result = CliRunner().invoke(command, ["www.linhe.example"])
    assert result.exit_code == 2
    assert "不是完整的网址" in result.output


def test_a_file_is_no_home_page(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DUWANG_ALLOW_PRIVATE", "1")
    with portal({"/a.pdf": Reply(b"%PDF-1.4", headers={"Content-Type": "application/pdf"})}) as site:
        result = CliRunner().invoke(command, [f"{site.url}/a.pdf"])
    assert (result.exit_code, "是文件，不是网页" in result.output) == (1, True)
