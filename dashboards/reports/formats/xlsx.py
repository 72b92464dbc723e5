"""Report -> workbook: 概览, 问题, 已整改, and a sheet for every table; heads frozen, filters set, dates typed."""

import math
from collections.abc import Iterable, Sequence
from datetime import date, datetime, time
from io import BytesIO
from pathlib import Path

from openpyxl import Workbook
from openpyxl.cell.cell import Cell as SheetCell
from openpyxl.cell.cell import MergedCell
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet

from checks import message
from dashboards import wording
from dashboards.reports.addresses import is_own
from dashboards.reports.content import Cell, Entry, Group, Matter, Report, Section, TableColumn
from dashboards.reports.formats.package import save_settled

_FONT = "宋体"
_HEAD = PatternFill("solid", fgColor="EFEDE6")
_LINE = Border(bottom=Side(style="thin", color="DEDBD1"))
_INK = {"veto": "A3201A", "deduct": "7A4B00", "advice": "36506F"}
_LINK = "1E4D5C"
_LINE_HEIGHT, _MAX_LINES = 13.5, 10
_MAX_LINKS = 60_000
"""Excel opens a sheet with 65,530 links at most."""

_PRINTED_WIDTH = 200
"""So many characters are still read on a page lying down."""

_FINDING_COLUMNS = (
    TableColumn(heading="类别", share=12),
    TableColumn(heading="编号", kind="number", share=7),
    TableColumn(heading="网站", share=22),
    TableColumn(heading="网站标识码", share=13),
    TableColumn(heading="责任单位", share=22),
    TableColumn(heading="检查项", share=18),
    TableColumn(heading="严重程度", share=10),
    TableColumn(heading="须立即处置", share=11),
    TableColumn(heading="问题", share=52),
    TableColumn(heading="对象", kind="address", share=40),
    TableColumn(heading="所在页面", kind="address", share=40),
    TableColumn(heading="栏目", share=16),
    TableColumn(heading="涉及页面数", kind="number", share=11),
    TableColumn(heading="证据", share=50),
    TableColumn(heading="判定", share=9),
    TableColumn(heading="依据", share=46),
    TableColumn(heading="怎么改", share=46),
    TableColumn(heading="整改期限（工作日）", kind="number", share=12),
    TableColumn(heading="改在", share=10),
    TableColumn(heading="线索", share=30),
    TableColumn(heading="状态", share=9),
    TableColumn(heading="标记", share=14),
    TableColumn(heading="首次发现", kind="date", share=12),
    TableColumn(heading="最近见到", kind="date", share=12),
    TableColumn(heading="整改时限", kind="date", share=12),
    TableColumn(heading="见到整改", kind="date", share=12),
    TableColumn(heading="检查项编号", share=20),
    TableColumn(heading="检查指标", share=10),
)


def write(report: Report, path: Path) -> None:
    """Write the report; the same report gives the same bytes."""
    workbook = Workbook()
    workbook.remove(workbook.worksheets[0])
    _overview(workbook.create_sheet("概览"), report)
    _findings(workbook.create_sheet("问题"), [section for section in report.sections if section.tone != "fixed"])
    _findings(workbook.create_sheet("已整改"), [section for section in report.sections if section.tone == "fixed"])
    for table in report.tables:
        _table(workbook.create_sheet(table.heading), table.columns, table.rows)
    workbook.properties.creator = "读网"
    workbook.properties.title = f"{report.title} {report.dateline}"
    saved = BytesIO()
    workbook.save(saved)
    save_settled(saved, path, report.day)


def _overview(sheet: Worksheet, report: Report) -> None:
    sheet.sheet_view.showGridLines = False
    sheet.column_dimensions["A"].width, sheet.column_dimensions["B"].width = 16, 90
    lines: tuple[tuple[str, Cell], ...] = (
        ("日期", report.day),
        ("期号", report.issue),
        ("读网", report.subline),
        ("当日概况", report.lead),
        *(("暂扣", alert) for alert in report.alerts),
        *((figure.label, figure.value) for figure in report.figures),
        ("说明", report.closing),
    )
    sheet.append([report.title])
    sheet["A1"].font = Font(name=_FONT, size=18, bold=True)
    for label, value in lines:
        sheet.append([label, _value(value)])
        head, cell = sheet[sheet.max_row]
        _dress(head, "text", bold=True)
        _dress(cell, "date" if isinstance(value, date) else "text")
        _set_height(sheet, sheet.max_row, ((value, 90.0),))
    _print_wide(sheet, landscape=False)


def _findings(sheet: Worksheet, sections: Iterable[Section]) -> None:
    rows = [
        (_row(section, group, matter, entry), group, entry)
        for section in sections
        for group, matter, entry in section.entries()
    ]
    _table(sheet, _FINDING_COLUMNS, [row for row, _, _ in rows], width=580)
    sheet.print_title_cols = "B:C"  # number and site, on each of the pages side by side
    for number, (_, group, entry) in enumerate(rows[: _MAX_LINKS // 2], start=2):
        for place, address in ((10, entry.subject), (11, entry.page)):
            if address and is_own(address, group.site_url):
                _link(sheet.cell(number, place), address)
    for number, (row, _, entry) in enumerate(rows, start=2):
        if row[6] is not None:
            sheet.cell(number, 7).font = Font(name=_FONT, size=10, bold=True, color=_INK[entry.severity])


def _row(section: Section, group: Group, matter: Matter, entry: Entry) -> tuple[Cell, ...]:
    accuses = section.tone != "open-question"
    return (
        section.heading,
        entry.id,
        group.site,
        group.site_code,
        group.unit,
        matter.title,
        wording.SEVERITIES[entry.severity] if accuses else None,
        "是" if accuses and entry.urgent else None,
        entry.message,
        message.kind(entry.subject),
        entry.page,
        entry.column,
        entry.place_count or None,
        _proof(entry),
        wording.VERDICTS[entry.verdict],
        matter.clause if accuses else None,
        matter.fix if accuses else None,
        matter.due_days if accuses else None,
        entry.repair,
        entry.suggestion,
        wording.STATES[entry.status],
        "、".join(entry.flags) if accuses else None,
        entry.first_seen,
        entry.last_seen,
        entry.due_on,
        entry.fixed_on,
        entry.check,
        entry.indicator,
    )


def _proof(entry: Entry) -> str:
    tries = (
        f"{wording.exact_clock(witness.at)} {witness.method} {witness.words}，{witness.ms} 毫秒"
        for witness in entry.witnesses
    )
    picture = f"截图：工作区的 {entry.screenshot}" if entry.screenshot else ""
    return "\n".join(part for part in (entry.snippet, *tries, picture) if part)


def _table(
    sheet: Worksheet, columns: Sequence[TableColumn], rows: Sequence[Sequence[Cell]], *, width: int = 200
) -> None:
    """Fill a sheet; `width` is that of all columns together, in characters."""
    sheet.append([column.heading for column in columns])
    unit = width / sum(column.share for column in columns)
    widths = [round(column.share * unit, 1) for column in columns]
    for place, column in enumerate(columns, start=1):
        sheet.column_dimensions[get_column_letter(place)].width = widths[place - 1]
        _dress(sheet.cell(1, place), column.kind, bold=True).fill = _HEAD
    for number, row in enumerate(rows, start=2):
        for place, (column, value) in enumerate(zip(columns, row, strict=True), start=1):
            cell = sheet.cell(number, place)
            cell.value = _value(value)
            _dress(cell, column.kind)
        _set_height(sheet, number, zip(row, widths, strict=True))
    sheet.freeze_panes = "A2"
    sheet.auto_filter.ref = sheet.dimensions
    sheet.print_title_rows = "1:1"
    _print_wide(sheet, landscape=True, pages=math.ceil(width / _PRINTED_WIDTH))


def _value(value: Cell) -> str | int | datetime | None:
    if isinstance(value, date):
        return datetime.combine(value, time())
    return wording.printable(value) if isinstance(value, str) else value


def _dress(cell: SheetCell | MergedCell, kind: str, *, bold: bool = False) -> SheetCell | MergedCell:
    cell.font = Font(name=_FONT, size=10, bold=bold)
    cell.border = _LINE
    across = "right" if kind == "number" else "left"
    cell.alignment = Alignment(
        vertical="top", horizontal=across, wrap_text=kind in ("text", "address"), indent=int(kind == "number")
    )
    if kind == "date":
        cell.number_format = "yyyy-mm-dd"
    if isinstance(cell.value, str):
        cell.data_type = "s"  # a page's words that begin with "=" are no formula
    return cell


def _set_height(sheet: Worksheet, number: int, cells: Iterable[tuple[Cell, float]]) -> None:
    """Set a row as high as its longest text needs, up to a limit: not every program does it on opening."""
    lines = max((_lines(value, width) for value, width in cells if isinstance(value, str)), default=1)
    sheet.row_dimensions[number].height = _LINE_HEIGHT * min(lines, _MAX_LINES) + 3


def _lines(text: str, width: float) -> int:
    """How many lines a text takes in a column of so many characters, a Chinese one being two wide."""
    return sum(max(1, math.ceil(sum(1 + (char > "\u2e80") for char in line) / width)) for line in text.split("\n"))


def _link(cell: SheetCell | MergedCell, address: str) -> None:
    if isinstance(cell, SheetCell):
        cell.hyperlink = address
        cell.font = Font(name=_FONT, size=10, color=_LINK, underline="single")


def _print_wide(sheet: Worksheet, *, landscape: bool, pages: int = 1) -> None:
    """Print on A4, so many pages side by side."""
    sheet.page_setup.orientation = "landscape" if landscape else "portrait"
    sheet.page_setup.paperSize = 9  # A4
    sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight = pages, 0
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
