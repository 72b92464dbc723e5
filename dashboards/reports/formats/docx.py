"""Report -> Word document, laid out as an official paper (GB/T 9704—2012: margins, fonts, headings, page numbers)."""

from datetime import date
from io import BytesIO
from pathlib import Path

from docx import Document
from docx.document import Document as DocumentFile
from docx.enum.section import WD_ORIENT, WD_SECTION
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.table import _Cell, _Row
from docx.text.paragraph import Paragraph

from dashboards import wording
from dashboards.reports.addresses import is_address, is_own, readable
from dashboards.reports.content import Cell, CellKind, Entry, Group, Matter, Report, Section, Table
from dashboards.reports.formats import docx_parts as parts
from dashboards.reports.formats.package import save_settled

_NUMERALS = "一二三四五六七八九十"
_FINDING_SHARES = (8, 92)
_MOST_PLACES = 3
"""Paper names so many pages of a finding; the other formats name all that are kept."""


def write(report: Report, path: Path) -> None:
    """Write the report; the same report gives the same bytes."""
    document = Document()
    parts.set_page(document.sections[0])
    parts.set_styles(document)
    parts.number_pages(document)
    properties = document.core_properties
    properties.title, properties.author, properties.comments = f"{report.title} {report.dateline}", "读网", ""
    _head(document, report)
    _body(document, report)
    _annexes(document, report)
    saved = BytesIO()
    document.save(saved)
    save_settled(saved, path, report.day)


def _head(document: DocumentFile, report: Report) -> None:
    document.add_paragraph(report.title, style="Title")
    day = report.day
    dateline = f"{wording.long_day(day)}　{wording.weekday(day)}　第{report.issue}期"
    document.add_paragraph(dateline, style="Subtitle")


def _body(document: DocumentFile, report: Report) -> None:
    _heading(document, "一、总体情况")
    _say(document, report.lead)
    for alert in report.alerts:
        _say(document, f"【暂扣】{alert}")
    _say(document, report.subline + "。各网站读网情况见附件。")
    _figures(document, report)
    for number, section in enumerate(report.sections, start=1):
        nothing = "" if section.note or section.groups else "（无）"
        _heading(document, f"{_NUMERALS[number]}、{section.heading}{nothing}")
        _say(document, section.note)
        for place, group in enumerate(section.groups, start=1):
            _group(document, section, group, place, report.day)
    _say(document, report.closing)
    for number, table in enumerate(_annexed(report), start=1):
        _say(document, f"{'附件：' if number == 1 else '　　　'}{number}.{table.heading}")


def _annexed(report: Report) -> list[Table]:
    return [table for table in report.tables if table.rows]


def _heading(document: DocumentFile, text: str, level: int = 1) -> None:
    document.add_paragraph(wording.tight(text), style=f"Heading {level}")


def _say(document: DocumentFile, text: str) -> None:
    if text:
        document.add_paragraph(wording.tight(text))


def _figures(document: DocumentFile, report: Report) -> None:
    table = parts.add_table(document, shares=(1,) * len(report.figures))
    heads, values = parts.add_row(table), parts.add_row(table)
    parts.repeat_as_head(heads)
    for place, figure in enumerate(report.figures):
        parts.fill(heads.cells[place], figure.label, bold=True, align=WD_ALIGN_PARAGRAPH.CENTER)
        parts.fill(values.cells[place], str(figure.value), align=WD_ALIGN_PARAGRAPH.CENTER)


def _group(document: DocumentFile, section: Section, group: Group, place: int, day: date) -> None:
    number = _NUMERALS[place - 1] if place <= len(_NUMERALS) else str(place)
    _heading(document, f"（{number}）{group.site}", level=2)
    unit = "" if group.unit == group.site else f"，责任单位：{group.unit}"
    heads = "编号", f"问题、位置和证据（{group.site_code}{unit}）"
    table = parts.add_table(document, shares=_FINDING_SHARES)
    head = parts.add_row(table)
    parts.repeat_as_head(head)
    for cell, text in zip(head.cells, heads, strict=True):
        parts.fill(cell, text, bold=True, align=WD_ALIGN_PARAGRAPH.CENTER)
    for matter in group.matters:
        _matter(parts.add_row(table), section, matter)
        for entry in matter.entries:
            row = parts.add_row(table)  # may break: kept whole, it would leave the foot of many a page blank
            parts.fill(row.cells[0], str(entry.id), align=WD_ALIGN_PARAGRAPH.CENTER)
            parts.fill(row.cells[1], _say_what(section, entry), bold=True)
            parts.fill(row.cells[1], wording.tight("；".join(_life(entry, day))))
            _where(row.cells[1], group, entry)
            _proof(row.cells[1], entry)


def _matter(row: _Row, section: Section, matter: Matter) -> None:
    """The line over the findings of one rule, across the table.

    It is not kept with the next row: some word processors then keep the whole table with what follows it, and leave
    half a page blank.
    """
    parts.keep_whole(row)
    cell = row.cells[0].merge(row.cells[-1])
    asked = "检查项：" if section.tone == "open-question" else ""
    parts.fill(cell, f"{asked}{matter.title}（{len(matter.entries)}个）", bold=True)
    if section.tone != "open-question":
        parts.fill(cell, f"依据：{wording.tight(matter.clause)}")
    if section.tone not in ("open-question", "fixed"):
        parts.fill(cell, f"整改要求：{wording.tight(matter.fix)}整改期限：通知后{matter.due_days}个工作日内。")


def _where(cell: _Cell, group: Group, entry: Entry) -> None:
    if is_address(entry.subject):
        _place(cell, "对象：", entry.subject, group)
    if entry.place_count > 1:
        places = entry.places[:_MOST_PLACES]
        listed = f"，先列{len(places)}个" if len(places) < entry.place_count else ""
        parts.fill(cell, f"涉及{entry.place_count}个页面{listed}：")
        for page in places:
            _place(cell, "", page, group)
    elif entry.page and entry.page != entry.subject:
        _place(cell, "所在页面：", entry.page, group)
    if entry.suggestion:
        _place(cell, "线索：", entry.suggestion, group)


def _say_what(section: Section, entry: Entry) -> str:
    if section.tone == "open-question":
        return wording.tight(entry.message)
    marks = [wording.SEVERITIES[entry.severity], *(["须立即处置"] if entry.urgent else []), *entry.flags]
    return wording.tight(f"〔{'、'.join(marks)}〕{entry.message}")


def _life(entry: Entry, day: date) -> list[str]:
    told = [f"{wording.near_day(entry.first_seen, day)}发现"]
    if not entry.fixed_on and entry.last_seen < day:
        told.append(f"最近见到：{wording.near_day(entry.last_seen, day)}")
    told.append(f"{wording.near_day(entry.fixed_on, day)}见到整改" if entry.fixed_on else wording.STATES[entry.status])
    told.append(f"判定：{wording.VERDICTS[entry.verdict]}")
    if entry.column:
        told.append(f"栏目：{entry.column}")
    told.append(f"改在：{entry.repair}")
    if entry.due_on:
        told.append(f"整改时限：{wording.long_day(entry.due_on)}")
    return told


def _place(cell: _Cell, label: str, address: str, group: Group) -> None:
    paragraph = parts.fill(cell, label)
    if is_own(address, group.site_url):
        parts.add_link(paragraph, readable(address), address)
    else:
        paragraph.add_run(wording.printable(readable(address)))


def _proof(cell: _Cell, entry: Entry) -> None:
    tries = [
        f"{wording.exact_clock(witness.at)} {witness.method} {witness.words}（{witness.ms}毫秒）"
        for witness in entry.witnesses
    ]
    picture = f"截图：工作区的{entry.screenshot}" if entry.screenshot else ""
    proof = [told for told in (entry.snippet, *tries, picture) if told]
    if proof:
        parts.fill(cell, "证据：" + "；".join(proof))


def _annexes(document: DocumentFile, report: Report) -> None:
    """Wide tables, on pages lying down; each begins a page of its own."""
    for number, table in enumerate(_annexed(report), start=1):
        section = document.add_section(WD_SECTION.NEW_PAGE)
        if section.orientation != WD_ORIENT.LANDSCAPE:
            parts.lay_down(section)
        document.add_paragraph(f"附件{number}", style="Annex")
        document.add_paragraph(table.heading, style="Annex Title")
        _say(document, table.note)
        _table(document, table)


def _table(document: DocumentFile, table: Table) -> None:
    made = parts.add_table(document, shares=tuple(column.share for column in table.columns), width=parts.LYING_WIDTH)
    head = parts.add_row(made)
    parts.repeat_as_head(head)
    for cell, column in zip(head.cells, table.columns, strict=True):
        parts.fill(cell, column.heading, bold=True, align=WD_ALIGN_PARAGRAPH.CENTER)
    for values in table.rows:
        row = parts.add_row(made)
        parts.keep_whole(row)
        for cell, column, value in zip(row.cells, table.columns, values, strict=True):
            _cell(cell, column.kind, value)


def _cell(cell: _Cell, kind: CellKind, value: Cell) -> Paragraph:
    if value is None:
        return parts.fill(cell, "")
    if isinstance(value, date):
        return parts.fill(cell, wording.long_day(value))
    if isinstance(value, int):
        return parts.fill(cell, str(value), align=WD_ALIGN_PARAGRAPH.CENTER)
    return parts.fill(cell, readable(value) if kind == "address" else wording.tight(value))
