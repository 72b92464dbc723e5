"""Pieces of a Word document that python-docx has no words for: Chinese fonts, page numbers, repeated heads, links."""

from typing import Any

from docx.document import Document as DocumentFile
from docx.enum.section import WD_ORIENT
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.table import WD_TABLE_ALIGNMENT
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_LINE_SPACING
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.section import Section
from docx.shared import Length, Mm, Pt
from docx.styles.style import ParagraphStyle
from docx.table import Table, _Cell, _Row
from docx.text.paragraph import Paragraph
from docx.text.run import Run

from dashboards import wording

FANGSONG, HEITI, KAITI, SONGTI, TITLE = "仿宋", "黑体", "楷体", "宋体", "方正小标宋简体"
_LATIN = "Times New Roman"
_TOP, _LEFT, _RIGHT, _BOTTOM = Mm(37), Mm(28), Mm(26), Mm(35)
"""GB/T 9704—2012, 5.2.1: the core is 156 mm by 225 mm."""
STANDING_WIDTH = Length(Mm(210) - _LEFT - _RIGHT)
LYING_WIDTH = Length(Mm(297) - _TOP - _BOTTOM)
_SIZE_2, _SIZE_3, _SIZE_4, _SIZE_5 = Pt(22), Pt(16), Pt(14), Pt(10.5)
_LINE, _NONE = Pt(28), Pt(0)


def set_page(section: Section) -> None:
    """A4 standing, with the standard's margins."""
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.top_margin, section.bottom_margin = _TOP, _BOTTOM
    section.left_margin, section.right_margin = _LEFT, _RIGHT
    section.footer_distance = _BOTTOM - Mm(7) - _SIZE_4


def lay_down(section: Section) -> None:
    """A4 lying, for wide tables: the standing page turned, its margins with it."""
    section.orientation = WD_ORIENT.LANDSCAPE
    section.page_width, section.page_height = Mm(297), Mm(210)
    section.top_margin, section.bottom_margin = _LEFT, _RIGHT
    section.left_margin, section.right_margin = _TOP, _BOTTOM


def set_styles(document: DocumentFile) -> None:
    """Body in 仿宋, headings in 黑体 and 楷体, all size 3; the title in 小标宋, size 2; tables in size 5."""
    body = _style(document, "Normal", FANGSONG, _SIZE_3)
    body.paragraph_format.first_line_indent = 2 * _SIZE_3
    body.paragraph_format.alignment = WD_ALIGN_PARAGRAPH.JUSTIFY
    _space(body, _LINE)
    for level, font in enumerate((HEITI, KAITI), start=1):
        heading = _style(document, f"Heading {level}", font, _SIZE_3)
        heading.paragraph_format.keep_with_next = True
        _space(heading, _LINE, before=Pt(6))
    title = _style(document, "Title", TITLE, _SIZE_2, align=WD_ALIGN_PARAGRAPH.CENTER)
    _space(title, Pt(36))
    for border in title.element.findall(f".//{qn('w:pBdr')}"):
        border.getparent().remove(border)
    subtitle = _style(document, "Subtitle", KAITI, _SIZE_3, align=WD_ALIGN_PARAGRAPH.CENTER)
    _space(subtitle, _LINE, after=Pt(14))
    _space(_style(document, "Annex", HEITI, _SIZE_3, align=WD_ALIGN_PARAGRAPH.LEFT), _LINE)
    _space(_style(document, "Annex Title", TITLE, _SIZE_2, align=WD_ALIGN_PARAGRAPH.CENTER), Pt(36))
    cell = _style(document, "Cell", FANGSONG, _SIZE_5, align=WD_ALIGN_PARAGRAPH.LEFT)
    _space(cell, Pt(15))
    _break_anywhere(cell)


def number_pages(document: DocumentFile) -> None:
    """Half-width Song figures between dashes: odd pages at the right, even ones at the left."""
    document.settings.odd_and_even_pages_header_footer = True
    section = document.sections[0]
    for footer, align in (
        (section.footer, WD_ALIGN_PARAGRAPH.RIGHT),
        (section.even_page_footer, WD_ALIGN_PARAGRAPH.LEFT),
    ):
        paragraph = footer.paragraphs[0]
        paragraph.style = document.styles["Normal"]
        paragraph.alignment = align
        paragraph.paragraph_format.first_line_indent = 0
        side = "right_indent" if align == WD_ALIGN_PARAGRAPH.RIGHT else "left_indent"
        setattr(paragraph.paragraph_format, side, _SIZE_4)
        for run in (paragraph.add_run("— "), _field(paragraph, "PAGE"), paragraph.add_run(" —")):
            _set_font(run, SONGTI, _SIZE_4)


def add_table(document: DocumentFile, *, shares: tuple[int, ...], width: Length = STANDING_WIDTH) -> Table:
    """An empty table with hairlines, its columns as wide as their shares of `width`."""
    table: Table = document.add_table(rows=0, cols=len(shares), style="Table Grid")
    table.alignment = WD_TABLE_ALIGNMENT.CENTER
    table.autofit = False
    for column, share in zip(table.columns, shares, strict=True):
        column.width = Length(int(width * share / sum(shares)))
    return table


def repeat_as_head(row: _Row) -> None:
    """Repeat the row on every page that the table reaches."""
    _set_row(row, "w:tblHeader")
    keep_whole(row)


def keep_whole(row: _Row) -> None:
    """Never break the row between two pages."""
    _set_row(row, "w:cantSplit")


def add_row(table: Table) -> _Row:
    """Append a row."""
    row: _Row = table.add_row()  # type: ignore[no-untyped-call]  # python-docx forgot this one
    return row


def fill(cell: _Cell, text: str, *, bold: bool = False, align: WD_ALIGN_PARAGRAPH | None = None) -> Paragraph:
    """Write a paragraph into the cell, below what is there."""
    first = cell.paragraphs[0]
    paragraph: Paragraph = first if not first.runs and len(cell.paragraphs) == 1 else cell.add_paragraph()
    paragraph.style = "Cell"
    if align is not None:
        paragraph.alignment = align
    paragraph.add_run(wording.printable(text)).bold = bold
    return paragraph


def add_link(paragraph: Paragraph, text: str, address: str) -> None:
    """Append a link to the paragraph."""
    link: Any = OxmlElement("w:hyperlink")
    link.set(qn("r:id"), paragraph.part.relate_to(address, RELATIONSHIP_TYPE.HYPERLINK, is_external=True))
    run = paragraph.add_run(wording.printable(text))
    run.underline = True
    link.append(run._r)
    paragraph._p.append(link)


def _set_row(row: _Row, name: str) -> None:
    flag: Any = OxmlElement(name)
    row._tr.get_or_add_trPr().append(flag)


def _style(
    document: DocumentFile,
    name: str,
    font: str,
    size: Length,
    *,
    bold: bool = False,
    align: WD_ALIGN_PARAGRAPH | None = None,
) -> ParagraphStyle:
    """Set a style's font, making the style where the template has none; centred styles are not indented."""
    known = {style.name for style in document.styles}
    style: ParagraphStyle = (
        document.styles[name] if name in known else document.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
    )
    _set_font(style, font, size)
    style.font.bold, style.font.italic = bold, False
    style.font.color.rgb = None
    if align is not None:
        style.paragraph_format.alignment = align
        style.paragraph_format.first_line_indent = 0
    return style


def _set_font(target: ParagraphStyle | Run, font: str, size: Length) -> None:
    target.font.name, target.font.size = _LATIN, size
    fonts = target.element.get_or_add_rPr().get_or_add_rFonts()
    for theme in ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme"):
        fonts.attrib.pop(qn(f"w:{theme}"), None)
    fonts.set(qn("w:eastAsia"), font)


def _space(style: ParagraphStyle, line: Length, *, before: Length = _NONE, after: Length = _NONE) -> None:
    paragraph = style.paragraph_format
    paragraph.space_before, paragraph.space_after = before, after
    paragraph.line_spacing_rule = WD_LINE_SPACING.EXACTLY
    paragraph.line_spacing = line


def _break_anywhere(style: ParagraphStyle) -> None:
    """Let long addresses break inside a word, so that they stay in their cell."""
    wrap = OxmlElement("w:wordWrap")
    wrap.set(qn("w:val"), "0")
    style.element.get_or_add_pPr().insert_element_before(wrap, "w:spacing", "w:ind", "w:jc", "w:outlineLvl")


def _field(paragraph: Paragraph, code: str) -> Run:
    run = paragraph.add_run()
    for kind, text in (("begin", None), (None, code), ("end", None)):
        element: Any = OxmlElement("w:fldChar" if kind else "w:instrText")
        if kind:
            element.set(qn("w:fldCharType"), kind)
        element.text = text
        run._r.append(element)
    return run
