"""Runs in a process of its own: reads one file within bounds."""

import io
import zipfile
from collections.abc import Iterator
from multiprocessing.connection import Connection
from typing import Any

Part = tuple[str, str]
Table = tuple[str, list[list[str]]]


class UnreadableError(Exception):
    """Why the file cannot be read, in one of `FileSeen.unreadable`'s words."""


def bound(memory: int, seconds: int) -> None:
    """Let the kernel hold this process to its memory and processor time; systems without such bounds go on."""
    try:
        import resource
    except ImportError:
        return
    resource.setrlimit(resource.RLIMIT_AS, (memory, memory))
    resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds))


def check_archive(body: bytes, limit: int) -> None:
    """Raise where an archive is damaged or declares more than it may unpack to."""
    try:
        with zipfile.ZipFile(io.BytesIO(body)) as archive:
            if sum(info.file_size for info in archive.infolist()) > limit:
                raise UnreadableError("too-large")
    except zipfile.BadZipFile as error:
        raise UnreadableError("damaged") from error


def read_sheets(body: bytes) -> Iterator[Part | Table]:
    """Yield each row as a part and each sheet as a table."""
    from python_calamine import CalamineError, CalamineWorkbook, PasswordError

    try:
        book = CalamineWorkbook.from_filelike(io.BytesIO(body))
        for name in book.sheet_names:
            rows = [[cell_text(cell) for cell in row] for row in book.get_sheet_by_name(name).to_python()]
            for number, row in enumerate(rows, 1):
                if any(row):
                    yield f"工作表“{name}”第 {number} 行", " ".join(filter(None, row))
            yield f"工作表“{name}”", rows
    except PasswordError as error:
        raise UnreadableError("encrypted") from error
    except CalamineError as error:
        raise UnreadableError("damaged") from error


def cell_text(cell: object) -> str:
    """A cell as people read it: a whole number without its point."""
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    return str(cell).strip()


def read_docx(body: bytes) -> Iterator[Part | Table]:
    """Yield paragraphs and tables."""
    import docx
    from docx.opc.exceptions import PackageNotFoundError

    try:
        document = docx.Document(io.BytesIO(body))
    except (PackageNotFoundError, zipfile.BadZipFile, KeyError, ValueError) as error:
        raise UnreadableError("damaged") from error
    for number, paragraph in enumerate(document.paragraphs, 1):
        if paragraph.text.strip():
            yield f"第 {number} 段", paragraph.text
    for number, table in enumerate(document.tables, 1):
        rows = [[cell.text.strip() for cell in row.cells] for row in table.rows]
        for at, row in enumerate(rows, 1):
            yield f"第 {number} 个表格第 {at} 行", " ".join(row)
        yield f"第 {number} 个表格", rows


def read_pdf(body: bytes) -> Iterator[Part | Table]:
    """Yield each page's text."""
    import pypdf
    from pypdf.errors import PyPdfError

    try:
        reader = pypdf.PdfReader(io.BytesIO(body))
        if reader.is_encrypted and not reader.decrypt(""):
            raise UnreadableError("encrypted")
        for number, page in enumerate(reader.pages, 1):
            text = page.extract_text()
            if text.strip():
                yield f"第 {number} 页", text
    except (PyPdfError, ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
        raise UnreadableError("damaged") from error


def read_text(body: bytes) -> Iterator[Part | Table]:
    """Yield each line of a text or csv file."""
    from bs4 import UnicodeDammit

    text = UnicodeDammit(body, ["utf-8", "gb18030"]).unicode_markup or ""
    for number, line in enumerate(text.splitlines(), 1):
        if line.strip():
            yield f"第 {number} 行", line


READERS = {
    "xlsx": read_sheets, "xls": read_sheets, "docx": read_docx, "pdf": read_pdf, "csv": read_text, "txt": read_text,
}  # fmt: skip


def read(body: bytes, kind: str, *, unpacked: int, chars: int) -> dict[str, Any]:
    """Return parts and tables of a file; parts end where `chars` characters are reached."""
    if body[:2] == b"PK":
        check_archive(body, unpacked)
    parts: list[Part] = []
    tables: list[Table] = []
    for place, content in READERS[kind](body):
        if isinstance(content, list):
            tables.append((place, content))
            continue
        parts.append((place, content))
        chars -= len(content)
        if chars < 0:
            break
    return {"parts": parts, "tables": tables}


def answer_to(asker: Connection, body: bytes, kind: str, memory: int, seconds: int, unpacked: int, chars: int) -> None:
    """Read the file and send what it says to `asker`; where a bound ends the process, nothing is sent."""
    bound(memory, seconds)
    try:
        answer = read(body, kind, unpacked=unpacked, chars=chars)
    except UnreadableError as error:
        answer = {"unreadable": str(error)}
    except MemoryError:
        answer = {"unreadable": "memory"}
    asker.send(answer)
