"""Each writer says everything, safely, and always in the same bytes."""

import json
import re
import zipfile
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
from bs4 import BeautifulSoup
from docx import Document
from docx.oxml.ns import qn
from openpyxl import load_workbook

from checks.findings import Evidence
from checks.lifecycle.case import Move
from dashboards.reports.content import Report
from dashboards.reports.daily import daily_report
from dashboards.reports.formats import FORMATS, write_report
from dashboards.wording import tight
from tests.dashboards.sample_day import DAY, READINGS, RULES, SITE, YESTERDAY, broken, rule, seen

HOSTILE = broken(
    91,
    '=HYPERLINK("x")<script>alert(1)</script>\x00',
    Move.FOUND,
    evidence=Evidence(snippet="<img src=x onerror=alert(1)>\x01"),
    facts={
        "text": '=HYPERLINK("x")<script>alert(1)</script>\x00',
        "cause": "http-404",
        "pages": ["javascript:alert(1)", "https://casino.invalid/"],
        "count": 2,
    },
    page="https://casino.invalid/",
)


@pytest.fixture(scope="module")
def report() -> Report:
    return daily_report(DAY, RULES)


@pytest.fixture(scope="module")
def hostile() -> Report:
    return daily_report(replace(DAY, findings=(HOSTILE,), readings=READINGS[1:]), RULES)


def text_of(path: Path) -> str:
    """Everything that a reader of the file can read."""
    if path.suffix == ".docx":
        return "".join(node.text or "" for node in Document(str(path)).element.iter(qn("w:t")))
    if path.suffix == ".xlsx":
        return "\n".join(
            str(cell) for sheet in load_workbook(path).worksheets for row in sheet.values for cell in row if cell
        )
    if path.suffix == ".html":
        return BeautifulSoup(path.read_bytes(), "lxml").get_text()
    return path.read_text("utf-8")


@pytest.mark.parametrize("file_format", FORMATS)
def test_every_finding_is_there_with_its_rule_and_remedy(report: Report, tmp_path: Path, file_format: str) -> None:
    path = write_report(report, tmp_path, file_format)
    assert path.name == f"daily-2026-11-20.{file_format}"
    text = text_of(path)
    for section in report.sections:
        for group, matter, entry in section.entries():
            wanted = [entry.message, group.unit]
            if section.tone == "plain":
                wanted += [
                    matter.clause,
                    matter.fix,
                    "2026-11-20 04:31:07" if file_format != "json" else "2026-11-19T20:31:07Z",
                ]
            for words in wanted if entry.witnesses else wanted[:-1]:
                assert words in text or tight(words) in text or json.dumps(words, ensure_ascii=False)[1:-1] in text


@pytest.mark.parametrize("file_format", FORMATS)
def test_the_same_report_gives_the_same_bytes(report: Report, tmp_path: Path, file_format: str) -> None:
    first = write_report(report, tmp_path / "a", file_format)
    second = write_report(daily_report(DAY, RULES), tmp_path / "b", file_format)
    assert first.read_bytes() == second.read_bytes()


@pytest.mark.parametrize("file_format", ["docx", "xlsx"])
def test_office_files_know_no_time_but_the_day(report: Report, tmp_path: Path, file_format: str) -> None:
    with zipfile.ZipFile(write_report(report, tmp_path, file_format)) as package:
        assert {entry.date_time for entry in package.infolist()} == {(2026, 11, 20, 0, 0, 0)}
        core = package.read("docProps/core.xml").decode()
    assert set(re.findall(r"\d{4}-\d\d-\d\dT[\d:]+Z", core)) == {"2026-11-20T00:00:00Z"}


def test_a_file_that_cannot_be_written_leaves_nothing_behind(
    report: Report, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("dashboards.reports.formats.json.write", full)
    with pytest.raises(OSError, match="No space"):
        write_report(report, tmp_path, "json")
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("file_format", ["html", "docx"])
def test_what_the_day_did_not_see_again_says_when_it_was_last_seen(file_format: str, tmp_path: Path) -> None:
    found = broken(5, "甲")
    unseen = replace(found, case=replace(found.case, last_seen=YESTERDAY))
    told = [
        text_of(write_report(daily_report(replace(DAY, findings=(one,)), RULES), tmp_path, file_format))
        for one in (found, unseen)
    ]
    assert ["最近见到" in text for text in told] == [False, True]


@pytest.mark.parametrize("file_format", FORMATS)
def test_the_proof_names_the_picture_and_the_demand_its_working_days(file_format: str, tmp_path: Path) -> None:
    pictured = broken(5, "甲", evidence=Evidence(screenshot="data/evidence/5.png"))
    text = text_of(write_report(daily_report(replace(DAY, findings=(pictured,)), RULES), tmp_path, file_format))
    assert "data/evidence/5.png" in text
    due = {"json": '"due_days": 5', "xlsx": "整改期限（工作日）"}.get(file_format, "整改期限：通知后5个工作日内。")
    assert due in text or due in tight(text)


def test_the_page_stands_alone_and_runs_nothing(hostile: Report, tmp_path: Path) -> None:
    page = BeautifulSoup(write_report(hostile, tmp_path, "html").read_bytes(), "lxml")
    assert page.html is not None
    assert page.html["lang"] == "zh-CN"
    assert not page.find_all(["script", "img", "link", "iframe"])
    assert not [name for tag in page.find_all(True) for name in tag.attrs if name.startswith("on")]
    assert len(page.find_all("h1")) == 1


def test_only_addresses_of_the_site_itself_are_links(hostile: Report, tmp_path: Path) -> None:
    page = BeautifulSoup(write_report(hostile, tmp_path, "html").read_bytes(), "lxml")
    links = {str(link["href"]) for link in page.find_all("a") if not str(link["href"]).startswith("#")}
    assert links == {"https://www.linhe.example/zwgk/wj/2023/P91.pdf"}
    with zipfile.ZipFile(write_report(hostile, tmp_path, "docx")) as package:
        assert "casino" not in package.read("word/_rels/document.xml.rels").decode()
    sheet = load_workbook(write_report(hostile, tmp_path, "xlsx"))["问题"]
    assert [cell.hyperlink.target for cell in sheet[2] if cell.hyperlink] == [
        "https://www.linhe.example/zwgk/wj/2023/P91.pdf"
    ]


@pytest.mark.parametrize("file_format", FORMATS)
def test_an_address_that_cannot_be_taken_apart_is_reported_like_any_other(file_format: str, tmp_path: Path) -> None:
    finding = broken(92, "x", Move.FOUND)
    finding = replace(
        finding, case=replace(finding.case, finding=replace(finding.case.finding, subject="http://[www.linhe.example/"))
    )
    told = daily_report(replace(DAY, findings=(finding,)), RULES)
    assert "[www.linhe.example" in text_of(write_report(told, tmp_path, file_format))


def test_each_number_of_the_head_leads_to_its_list(report: Report, tmp_path: Path) -> None:
    page = BeautifulSoup(write_report(report, tmp_path, "html").read_bytes(), "lxml")
    for link in page.select("nav a"):
        assert page.find(id=str(link["href"])[1:]) is not None


def test_what_is_undecided_carries_no_severity_and_no_demand(report: Report, tmp_path: Path) -> None:
    page = BeautifulSoup(write_report(report, tmp_path, "html").read_bytes(), "lxml")
    undecided = page.find(id="undecided")
    assert undecided is not None
    assert not undecided.select(".sv, .fix")
    sheet = load_workbook(write_report(report, tmp_path, "xlsx"))["问题"]
    heads = [cell.value for cell in sheet[1]]
    row = next(row for row in sheet.iter_rows(min_row=2, values_only=True) if row[0] == "未能判定")
    told = dict(zip(heads, row, strict=True))
    assert (told["严重程度"], told["怎么改"]) == (None, None)


def test_the_workbook_has_typed_dates_frozen_heads_and_filters(report: Report, tmp_path: Path) -> None:
    book = load_workbook(write_report(report, tmp_path, "xlsx"))
    assert book.sheetnames == [
        "概览",
        "问题",
        "已整改",
        "否决演练",
        "临期栏目",
        "读网覆盖情况",
        "没有读到的栏目、页面和附件",
        "没有打开的附件",
        "连续没有读到的栏目",
        "不适用的检查项",
    ]
    sheet = book["问题"]
    assert sheet.freeze_panes == "A2"
    assert sheet.auto_filter.ref == sheet.dimensions
    first_seen = next(cell for cell in sheet[2] if sheet.cell(1, cell.column).value == "首次发现")
    assert isinstance(first_seen.value, datetime)
    assert first_seen.number_format == "yyyy-mm-dd"


def test_what_is_wrong_is_named_in_chinese_where_it_is_a_kind_of_page(tmp_path: Path) -> None:
    day = replace(DAY, findings=(seen("column-stale", "home", facts={"column": "甲"}),))
    sheet = load_workbook(write_report(daily_report(day, RULES), tmp_path, "xlsx"))["问题"]
    assert sheet["J2"].value == "首页"


def test_a_printed_list_of_findings_can_be_read(report: Report, tmp_path: Path) -> None:
    book = load_workbook(write_report(report, tmp_path, "xlsx"))
    findings = book["问题"]
    assert (findings.page_setup.fitToWidth, findings.print_title_rows, findings.print_title_cols) == (
        3,
        "$1:$1",
        "$B:$C",
    )
    assert book["读网覆盖情况"].page_setup.fitToWidth == 1


def test_a_page_cannot_write_formulas_into_the_workbook(hostile: Report, tmp_path: Path) -> None:
    sheet = load_workbook(write_report(hostile, tmp_path, "xlsx"))["问题"]
    assert "f" not in {cell.data_type for row in sheet.iter_rows() for cell in row}


def test_the_document_is_an_official_paper(report: Report, tmp_path: Path) -> None:
    document = Document(str(write_report(report, tmp_path, "docx")))
    page = document.sections[0]
    assert page.page_width is not None
    assert page.top_margin is not None
    assert (round(page.page_width.mm), round(page.top_margin.mm)) == (210, 37)
    headings = [paragraph.text for paragraph in document.paragraphs if paragraph.style.name == "Heading 1"]
    assert headings[:3] == ["一、总体情况", "二、须立即处置", "三、新增问题"]
    assert all(table.rows[0]._tr.xpath("./w:trPr/w:tblHeader") for table in document.tables)
    assert "PAGE" in page.footer._element.xml


def headings_of(document: Any) -> list[str]:
    return [paragraph.text for paragraph in document.paragraphs if paragraph.style.name.startswith("Heading")]


def test_a_sites_table_names_it_on_every_page_and_its_findings_may_break_between_pages(
    report: Report, tmp_path: Path
) -> None:
    document = Document(str(write_report(report, tmp_path, "docx")))
    assert f"（一）{SITE.name}" in headings_of(document)
    head = f"问题、位置和证据（{SITE.code}，责任单位：{SITE.unit}）"
    table = next(table for table in document.tables if table.rows[0].cells[-1].text == head)
    assert not table.rows[-1]._tr.xpath("./w:trPr/w:cantSplit")


def test_a_section_without_findings_takes_one_line(tmp_path: Path) -> None:
    document = Document(str(write_report(daily_report(replace(DAY, findings=()), RULES), tmp_path, "docx")))
    assert headings_of(document)[1:3] == ["二、须立即处置（无）", "三、新增问题（无）"]


def test_json_is_the_content(report: Report, tmp_path: Path) -> None:
    told = json.loads(write_report(report, tmp_path, "json").read_bytes())
    assert (told["kind"], told["day"], told["issue"]) == ("daily", "2026-11-20", 324)
    new = next(block for block in told["blocks"] if block["id"] == "new")
    entry = new["groups"][0]["matters"][0]["entries"][0]
    assert (entry["id"], entry["check"], entry["verdict"], entry["first_seen"]) == (
        11,
        "link-broken",
        "confirmed",
        "2026-11-20",
    )


@pytest.mark.parametrize("file_format", FORMATS)
def test_every_format_says_what_is_held_and_what_would_fail(file_format: str, tmp_path: Path) -> None:
    held = broken(1, "甲", Move.FOUND, held=True)
    empty = [seen("column-empty", f"https://www.linhe.example/{n}/", number=n, severity="deduct") for n in range(2, 7)]
    rules = {**RULES, "column-empty": rule("column-empty", "空白栏目", "“{column}”没有内容。")}
    told = tight(
        text_of(write_report(daily_report(replace(DAY, findings=(held, *empty)), rules), tmp_path, file_format))
    )
    assert "临河县人民政府“链接打不开”：还有1个此前暂扣的问题没有核看，请先核看再发出。" in told
    assert "今天检查，临河县人民政府将因栏目不更新不合格：空白栏目5个，达到界限5个。" in told
