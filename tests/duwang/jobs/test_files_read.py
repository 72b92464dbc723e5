"""What a whole reading makes of the files that pages offer for download."""

import asyncio
import io
import zipfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import openpyxl
import pypdf
import pytest
from sqlalchemy import Engine
from sqlalchemy.orm import Session

from checks.lifecycle.case import Case, State
from config.errors import ConfigError
from config.settings import Settings
from duwang.jobs.read_site import SiteRead, read_one
from duwang.jobs.recheck import recheck
from storage.queries.cases import site_cases
from storage.queries.history import readings_on
from storage.queries.sites import site_by_code
from storage.writes.readings import Mode
from storage.writes.sites import register_sites
from tests.crawler.extract.office_files import archive
from tests.crawler.reading_site import article, front
from tests.factories import CODE, NOW, TODAY, register_site
from tests.servers import Asked, Page, Portal, Reply, portal, raw

pytestmark = pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
TOMORROW = TODAY + timedelta(days=1)
SHEET = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
CARD = "11010119900307" + "4477"  # a checksum that is right, of nobody


def xlsx(*rows: tuple[str, ...]) -> bytes:
    book = openpyxl.Workbook()
    for row in rows:
        book.active.append(row)
    book.save(out := io.BytesIO())
    return out.getvalue()


LEAK = xlsx(("姓名", "身份证号"), ("张某", CARD))
CLEAN = xlsx(("姓名", "身份证号"), ("张某", "1101**********4477"))


def file(body: bytes, kind: str = SHEET, **headers: str) -> Reply:
    return Reply(body, headers={"Content-Type": kind, **headers})


def with_etag(body: bytes, etag: str) -> Callable[[Asked], Reply]:
    def answer(asked: Asked) -> Reply:
        same = asked.headers.get("if-none-match") == etag
        return Reply(b"", 304, {"ETag": etag}) if same else file(body, ETag=etag)

    return answer


@raw
async def endless(writer: asyncio.StreamWriter) -> None:
    """A pdf that never ends."""
    writer.write(b"HTTP/1.1 200 OK\r\nContent-Type: application/pdf\r\n\r\n%PDF-1.7")
    while not writer.is_closing():
        writer.write(b"x" * (1 << 18))
        await writer.drain()
        await asyncio.sleep(0.002)


@dataclass
class Place:
    """A site with one article that links to files."""

    web: Portal
    engine: Engine
    settings: Settings

    def offer(self, **files: Page) -> None:
        """Put files on the site, by name: `a_xlsx` is /a.xlsx, and link the article to them."""
        named = {f"/{name.replace('_', '.')}": page for name, page in files.items()}
        links = "".join(f'<p><a href="{path}">附件：临河县补助名单{path}</a></p>' for path in named)
        self.web.pages |= named | {"/a.html": article("公示").replace("</div></body>", f"{links}</div></body>")}

    def read(self, day: date = TODAY, mode: Mode = "full") -> SiteRead:
        self.web.asked.clear()
        return read_one(CODE, mode, self.settings, today=day)

    def cases(self, rule: str = "privacy-leak") -> list[Case]:
        with Session(self.engine) as session:
            return [case for case in site_cases(session, CODE) if case.finding.rule == rule]

    def unread(self, day: date = TODAY) -> dict[str, str]:
        """Path -> why it could not be read."""
        with Session(self.engine) as session:
            (reading,) = readings_on(session, day)
        files = reading.coverage["files"]["unopened_files"]
        return {"/" + file["url"].split("/", 3)[3]: file["cause"] for file in files}

    def counts(self, day: date = TODAY) -> tuple[int, dict[str, int]]:
        """How many files were opened, and why the others were not."""
        with Session(self.engine) as session:
            (reading,) = readings_on(session, day)
        assert reading.coverage["unread"] == {}
        return reading.coverage["files"]["opened"], reading.coverage["files"]["unopened"]

    def fetched(self, path: str) -> int:
        return sum(asked.path == path and asked.method == "GET" for asked in self.web.asked)


@pytest.fixture
def place(engine: Engine, database_url: str, tmp_path: Path) -> Iterator[Place]:
    with portal() as web:
        web.pages = {"/": front("/a.html")}
        with Session(engine) as session:
            register_sites(session, [register_site(url=web.url + "/")], source="sites.yaml", at=NOW)
            session.commit()
        fetch: dict[str, Any] = {
            "second_try_seconds": 0,
            "autothrottle": False,
            "timeout_seconds": 10,
            "max_bytes": 4 << 20,
        }
        yield Place(web, engine, Settings(home=tmp_path, database_url=database_url, fetch=fetch))


def test_a_private_number_in_a_file_is_found_and_mended(place: Place) -> None:
    place.offer(a_xlsx=file(LEAK))
    place.read()
    (case,) = place.cases()
    assert case.finding.subject == f"{place.web.url}/a.xlsx"
    assert (case.finding.page, case.finding.repair) == (f"{place.web.url}/a.html", "attachment")
    assert (case.finding.facts["count"], case.finding.facts["place"]) == (1, "工作表“Sheet”第 2 行")
    assert CARD not in repr(case)
    place.web.pages["/a.xlsx"] = file(CLEAN)
    place.read(TOMORROW, "daily")
    assert place.cases()[0].state is State.FIXED


def test_a_file_behind_a_cookie_is_opened(place: Place) -> None:
    def guarded(asked: Asked) -> Reply:
        if asked.headers.get("cookie") == "seen=1":
            return file(LEAK)
        return Reply("", 302, {"Location": asked.path, "Set-Cookie": "seen=1; Path=/"})

    place.offer(a_xlsx=guarded)
    place.read()
    assert len(place.cases()) == 1


def test_an_unchanged_file_keeps_its_findings_and_a_healthy_one_is_left_alone(place: Place) -> None:
    place.offer(bad_xlsx=with_etag(LEAK, '"1"'), good_xlsx=with_etag(CLEAN, '"2"'))
    place.read()
    before = place.cases()
    place.read(TOMORROW, "daily")
    (case,) = place.cases()
    assert (case.id, case.state, case.last_seen) == (before[0].id, State.SUSPECTED, TOMORROW)
    assert place.fetched("/bad.xlsx") == 1
    assert place.fetched("/good.xlsx") == 0
    place.read(TODAY + timedelta(days=7), "daily")
    assert place.fetched("/good.xlsx") == 1


def test_a_file_that_is_given_to_the_sites_own_visitors_is_opened(place: Place) -> None:
    def guarded(asked: Asked) -> Reply:
        return file(LEAK) if asked.headers.get("referer") == f"{place.web.url}/" else Reply("404", 404)

    place.offer(a_xlsx=guarded)
    place.read()
    assert len(place.cases()) == 1
    assert not place.cases("link-broken")


def test_a_file_that_is_gone_twice_mends_what_stood_on_it_and_is_a_dead_link(place: Place) -> None:
    place.offer(a_xlsx=file(LEAK))
    place.read()
    del place.web.pages["/a.xlsx"]
    place.read(TOMORROW, "daily")
    assert place.cases()[0].state is State.FIXED
    (dead,) = place.cases("link-broken")
    assert (dead.finding.subject, dead.finding.verdict) == (f"{place.web.url}/a.xlsx", "confirmed")
    assert place.fetched("/a.xlsx") == 2


@pytest.mark.parametrize("now", [Reply("", 503), file(b"PK\x03\x04 no longer a sheet"), endless])
def test_a_file_that_cannot_be_read_any_more_mends_nothing(place: Place, now: Page) -> None:
    place.offer(a_xlsx=file(LEAK))
    place.read()
    place.web.pages["/a.xlsx"] = now
    place.read(TOMORROW, "daily")
    (case,) = place.cases()
    assert (case.state, case.last_seen) == (State.SUSPECTED, TODAY)
    assert "/a.xlsx" in place.unread(TOMORROW)


def bomb() -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("xl/worksheets/sheet1.xml", b"0" * (210 << 20))
    return out.getvalue()


def locked() -> bytes:
    writer = pypdf.PdfWriter()
    writer.add_blank_page(100, 100)
    writer.encrypt("secret", algorithm="RC4-128")
    writer.write(out := io.BytesIO())
    return out.getvalue()


def test_files_that_nobody_can_read_accuse_nobody_and_are_told(place: Place) -> None:
    place.offer(
        bomb_xlsx=file(bomb()),
        endless_pdf=endless,
        large_pdf=file(b"%PDF-1.7", "application/pdf", **{"Content-Length": str(40 << 20)}),
        locked_pdf=file(locked(), "application/pdf"),
        broken_docx=file(b"\xd0\xcf\x11\xe0 not really", "application/msword"),
        page_xls=Reply("<html><title>正在打开</title><body>请稍候</body></html>"),
        fine_txt=file(b"no harm", "text/plain"),
    )
    assert place.read().state == "finished"
    assert place.cases() == []
    assert place.unread() == {
        "/bomb.xlsx": "too-large",
        "/endless.pdf": "too-large",
        "/large.pdf": "too-large",
        "/locked.pdf": "encrypted",
        "/broken.docx": "damaged",
        "/page.xls": "not-file",
    }


def zipped(**members: bytes) -> Reply:
    return file(archive({name.replace("_", "."): body for name, body in members.items()}), "application/zip")


def test_a_private_number_in_an_archive_is_found_at_its_member(place: Place) -> None:
    place.offer(a_zip=zipped(list_xlsx=LEAK, other_txt=b"fine"))
    place.read()
    (case,) = place.cases()
    assert case.finding.subject == f"{place.web.url}/a.zip"
    assert case.finding.facts["place"] == "压缩包内“list.xlsx”工作表“Sheet”第 2 行"


def test_a_private_number_in_a_members_name_is_found_and_masked(place: Place) -> None:
    body = archive({f"张某{CARD}.txt": f"张某 {CARD}".encode()})
    place.offer(a_zip=file(body, "application/zip"))
    place.read()
    (case,) = place.cases()
    assert case.finding.facts["count"] == 2
    assert case.finding.facts["place"] == "压缩包内的文件名"
    assert CARD not in repr(case)


def test_files_of_formats_that_cannot_be_opened_are_told_every_day_and_accuse_nobody(place: Place) -> None:
    place.offer(a_rar=file(b"Rar!"), b_rar=file(b"Rar!"), c_ppt=file(b"x"), d_txt=file(b"fine", "text/plain"))
    place.read()
    assert place.cases() == []
    assert place.counts() == (1, {"format-rar": 2, "format-ppt": 1})
    place.read(TOMORROW, "daily")
    assert place.counts(TOMORROW)[1] == {"format-rar": 2, "format-ppt": 1}
    assert place.fetched("/a.rar") == 0


def test_a_locked_file_is_told_on_the_days_on_which_nobody_asks_for_it(place: Place) -> None:
    place.offer(a_pdf=with_etag(locked(), '"1"'), b_zip=zipped(c_rar=b"Rar!", d_txt=b"fine"))
    place.read()
    left = {"encrypted": 1, "partly": 1}
    assert place.counts() == (0, left)
    place.read(TOMORROW, "daily")
    assert (place.counts(TOMORROW)[1], place.fetched("/a.pdf")) == (left, 0)
    next_week = TODAY + timedelta(days=7)
    place.read(next_week, "daily")
    assert (place.counts(next_week)[1], place.fetched("/a.pdf")) == (left, 1)


def test_a_member_that_is_locked_since_then_mends_nothing(place: Place) -> None:
    place.offer(a_zip=zipped(list_xlsx=LEAK))
    place.read()
    place.web.pages["/a.zip"] = zipped(list_rar=b"Rar!")
    place.read(TOMORROW, "daily")
    assert place.cases()[0].state is State.SUSPECTED
    assert place.unread(TOMORROW) == {"/a.zip": "partly"}
    place.web.pages["/a.zip"] = zipped(list_xlsx=CLEAN)
    place.read(TODAY + timedelta(days=2), "daily")
    assert place.cases()[0].state is State.FIXED


def test_the_address_tells_the_kind_where_the_server_says_anything(place: Place) -> None:
    place.offer(a_xlsx=file(LEAK, "text/html; charset=utf-8"), b_xlsx=file(LEAK, "application/octet-stream"))
    place.read()
    assert len(place.cases()) == 2


def test_a_daily_reading_opens_no_more_files_than_its_budget(place: Place) -> None:
    names = {f"f{number}_txt": file(f"第{number}号文件".encode(), "text/plain") for number in range(5)}
    place.offer(**names)
    fetch = place.settings.fetch.model_copy(update={"daily_files": 2})
    place.settings = place.settings.model_copy(update={"fetch": fetch})
    place.read(TODAY, "daily")
    assert sorted(place.unread().values()) == ["budget"] * 3
    place.read(TOMORROW, "daily")
    assert sum(place.fetched(f"/f{number}.txt") for number in range(5)) == 2


def test_of_a_file_that_no_page_links_to_only_what_is_still_open_to_everybody_stands(place: Place) -> None:
    rows = [("序号", "公开事项", "公开内容", "公开依据", "公开时限"), ("1", "养老补助", "标准", "条例", "20日内")]
    place.offer(a_xlsx=file(xlsx(*rows, ("2", CARD, "", "", ""))))
    page = place.web.pages["/a.html"]
    assert isinstance(page, str)
    place.web.pages["/a.html"] = page.replace("补助名单", "基层政务公开标准目录")
    place.read()
    (catalogue,) = place.cases("catalogue-element-missing")
    assert catalogue.finding.page == f"{place.web.url}/a.html"
    place.web.pages["/a.html"] = article("公示")
    place.read(TOMORROW, "daily")
    assert place.cases("catalogue-element-missing")[0].state is State.FIXED
    assert place.cases()[0].state is State.SUSPECTED


@pytest.mark.parametrize(("body", "state"), [(LEAK, State.SUSPECTED), (CLEAN, State.FIXED)])
def test_a_recheck_opens_the_file_again_and_no_other(place: Place, body: bytes, state: State) -> None:
    place.offer(a_xlsx=file(LEAK), b_xlsx=file(CLEAN))
    place.read()
    place.web.pages["/a.xlsx"] = file(body)
    place.web.asked.clear()
    with Session(place.engine) as session:
        site = site_by_code(session, CODE)
    assert site is not None
    recheck(site, place.cases(), place.settings, today=TOMORROW)
    assert place.cases()[0].state is state
    assert place.fetched("/b.xlsx") == 0


def test_a_reading_that_is_taken_up_again_opens_no_file_twice(place: Place, monkeypatch: pytest.MonkeyPatch) -> None:
    place.offer(a_xlsx=file(LEAK), broken_docx=file(b"no document", "application/msword"))

    def cut_short(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr("duwang.jobs.read_site.finish", cut_short)
        with pytest.raises(KeyboardInterrupt):
            place.read()
    place.read()
    assert (place.fetched("/a.xlsx"), place.fetched("/broken.docx")) == (0, 0)
    assert place.cases()[0].state is State.SUSPECTED
    assert place.unread() == {"/broken.docx": "damaged"}


def test_a_full_disk_ends_the_reading_with_a_clear_error(place: Place, monkeypatch: pytest.MonkeyPatch) -> None:
    place.offer(a_xlsx=file(LEAK))

    def full(*_: object, **__: object) -> None:
        raise ConfigError("data/duwang.db", "磁盘已满，写不进去。", "请腾出空间后重试。")

    monkeypatch.setattr("crawler.attachments.keep_pages", full)
    with pytest.raises(ConfigError, match="磁盘已满"):
        place.read()
