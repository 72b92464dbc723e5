"""What the rules are timed on: a read portal with all that a real one has, and files of the usual size."""

import io
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

from docx import Document
from docx.document import Document as DocxDocument
from openpyxl import Workbook
from sqlalchemy.orm import Session

from benchmarks.read_portal.our_runs import Workspace, site_code
from benchmarks.read_portal.portal import TODAY, make_portal
from benchmarks.read_portal.web_server import served
from checks.observations.account import AccountSeen
from checks.observations.consultation import ConsultationSeen
from checks.observations.document import DocumentSeen
from checks.observations.external import ExternalLink, HostLook
from checks.observations.file import FileSeen
from checks.observations.host import HostSeen, ProbesSeen
from checks.observations.letter import LetterSeen
from checks.observations.site import PageFacts, SiteSeen
from crawler.extract.attachment import read_file
from storage.engine import open_engine
from storage.queries.columns import site_columns
from storage.queries.site_seen import site_seen
from storage.queries.sites import site_by_code

_EVERY = {"document": 10, "interpretation": 20, "letter": 25, "consultation": 100}
"""One page of so many is one: about what portals have."""
_ROWS = 300
_PARAGRAPHS = 60


def read_portal(folder: Path, pages: int) -> SiteSeen:
    """What a full reading of a generated portal hands to the site rules, dressed up as `_dressed` says."""
    portal = make_portal(folder / "site", pages)
    with served(portal.folder, folder / "nginx") as server:
        workspace = Workspace(folder / "workspace", (server,))
        workspace.make()
        workspace.read()
    engine = open_engine(f"sqlite:///{workspace.database}")
    with Session(engine) as session:
        site = site_by_code(session, site_code())
        assert site is not None
        reading = 1  # the first of its database
        columns = site_columns(session, site.code)
        return _dressed(site_seen(session, reading, site, TODAY, columns=columns))


def _dressed(site: SiteSeen) -> SiteSeen:
    """Add what a generated portal lacks: documents, letters, … and what ledger, probes and other hosts show."""
    return replace(
        site,
        pages=tuple(_page(number, page, site.pages) for number, page in enumerate(site.pages)),
        accounts=tuple(_account(number) for number in range(6)),
        external=tuple(_external(number, site) for number in range(20)),
        probes=ProbesSeen(count=100, failed=1),
        host=HostSeen(host="www.linhe.example", ipv4=("192.0.2.1",)),
    )


def _page(number: int, page: PageFacts, pages: tuple[PageFacts, ...]) -> PageFacts:
    day = page.published_on or TODAY
    if number % _EVERY["interpretation"] == 1:
        return replace(page, title=f"《{pages[number - 1].title}》解读", interprets=(pages[number - 1].url,))
    if number % _EVERY["document"] == 0:
        return replace(page, document=_document(number, day))
    if number % _EVERY["letter"] == 2:
        letter = LetterSeen(url=page.url, title=page.title or "", asked_on=day, answered_on=day, answered=True)
        return replace(page, letters=(letter,))
    if number % _EVERY["consultation"] == 3:
        return replace(page, consultation=ConsultationSeen(starts_on=day, ends_on=day + timedelta(30)))
    return page


def _document(number: int, day: date) -> DocumentSeen:
    return DocumentSeen(
        index_number=f"000000000/{day:%Y}-{number:05}",
        number=f"临政发〔{day:%Y}〕{number}号",
        issuer="临河县人民政府",
        written_on=day - timedelta(7),
        published_on=day,
        is_policy=True,
        disclosure_mark="此件公开发布",
        length=2000,
        has_block=True,
        labels=("index_number", "number", "issuer", "written_on", "published_on"),
    )


def _account(number: int) -> AccountSeen:
    return AccountSeen(platform="微信", name=f"临河发布{number}", last_post=TODAY - timedelta(20), recorded_on=TODAY)


def _external(number: int, site: SiteSeen) -> ExternalLink:
    host = f"friend{number}.example"
    look = HostLook(host=host, title="友情单位", domain=host, size=3000, parked=("域名出售",))
    return ExternalLink(url=f"http://{host}/", look=look, pages=(site.site.url,), count=1, text="友情单位")


def files() -> list[FileSeen]:
    """A list of persons and a document, opened."""
    bodies = {"xlsx": _xlsx(), "docx": _docx()}
    url = "https://www.linhe.example"
    found = [
        read_file(body, url=f"{url}/files/1.{kind}", page=f"{url}/1.html", title=f"政府信息公开基本目录.{kind}")
        for kind, body in bodies.items()
    ]
    assert all(file is not None and file.unreadable is None for file in found)
    return [file for file in found if file is not None]


def _xlsx() -> bytes:
    book = Workbook()
    for row in _rows():
        book.worksheets[0].append(row)
    return _saved(book)


def _rows() -> Iterator[list[str]]:
    yield ["序号", "公开事项", "公开内容", "公开依据", "公开时限", "公开主体", "公开渠道", "咨询电话"]
    for number in range(1, _ROWS):
        matter = f"第{number}项行政许可的办理结果"
        law = "《中华人民共和国政府信息公开条例》第二十条"
        channel = "政府网站、政务服务大厅、公告栏"
        yield [str(number), matter, matter * 3, law, "20个工作日内", "县政务服务局", channel, "0999-5550100"]


def _docx() -> bytes:
    document = Document()
    for number in range(_PARAGRAPHS):
        document.add_paragraph(f"（{number}）各乡镇人民政府、县政府各部门要加强组织领导，明确责任分工，按时完成。" * 3)
    return _saved(document)


def _saved(file: "Workbook | DocxDocument") -> bytes:
    out = io.BytesIO()
    file.save(out)
    return out.getvalue()
