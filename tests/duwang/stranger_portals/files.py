"""Attachments as offices save them: a workbook, a document, a paper."""

from collections.abc import Sequence
from io import BytesIO

from docx import Document
from openpyxl import Workbook

Rows = Sequence[Sequence[str]]


def workbook(title: str, rows: Rows, merged: Sequence[str] = ()) -> bytes:
    """An .xlsx with one sheet: its title in the first row, then the rows."""
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.append([title])
    for row in rows:
        sheet.append(list(row))
    for area in merged:
        sheet.merge_cells(area)
    return _saved(book)


def paper(title: str, lines: Sequence[str] = (), rows: Rows = ()) -> bytes:
    """A .docx: a title, paragraphs, and a table if there are rows."""
    document = Document()
    document.add_heading(title, 0)
    for line in lines:
        document.add_paragraph(line)
    if rows:
        table = document.add_table(rows=0, cols=len(rows[0]))
        for row in rows:
            for cell, text in zip(table.add_row().cells, row, strict=True):
                cell.text = text
    return _saved(document)


def _saved(file: object) -> bytes:
    target = BytesIO()
    file.save(target)  # type: ignore[attr-defined]
    return target.getvalue()


def pdf(lines: Sequence[str]) -> bytes:
    """A .pdf of one page whose text stands in lines, with a font that maps codes to characters as printers do."""
    shown = "".join(f"<{line.encode('utf-16-be').hex()}> Tj T*\n" for line in lines)
    content = f"BT /F1 10 Tf 14 TL 40 800 Td\n{shown}ET".encode()
    unicode_map = (
        b"/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /U def /CMapType 2 def\n"
        b"1 begincodespacerange <0000> <ffff> endcodespacerange\n"
        b"1 beginbfrange <0000> <ffff> <0000> endbfrange\nendcmap end end"
    )
    objects = (
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Resources<</Font<</F1 5 0 R>>>>/Contents 4 0 R>>",
        _stream(content),
        b"<</Type/Font/Subtype/Type0/BaseFont/SimSun/Encoding/Identity-H/DescendantFonts[6 0 R]/ToUnicode 7 0 R>>",
        b"<</Type/Font/Subtype/CIDFontType2/BaseFont/SimSun/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)"
        b"/Supplement 0>>/DW 1000>>",
        _stream(unicode_map),
    )
    made = b"%PDF-1.5\n"
    places = []
    for number, body in enumerate(objects, 1):
        places.append(len(made))
        made += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    start = len(made)
    made += b"xref\n0 8\n0000000000 65535 f \n" + table
    return made + b"trailer<</Size 8/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF\n" % start


def _stream(body: bytes) -> bytes:
    return b"<</Length %d>>stream\n%s\nendstream" % (len(body), body)
