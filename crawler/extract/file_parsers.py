"""Reads the formats that offices offer for download."""

import io
import zipfile
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from crawler.extract.hints import whole

Part = tuple[str, str]
Table = tuple[str, list[list[str]]]
Reader = Callable[[bytes], Iterator[Part | Table]]

_OLE = b"\xd0\xcf\x11\xe0"
_MOST_MEMBERS = 1000
_MOST_RATIO = 200
"""Times that an archive may grow: text shrinks to a twentieth, a made-up bomb to a thousandth."""
_SURELY_HARMLESS = 10 << 20
"""Bytes; below so much unpacked the ratio does not matter."""
_MEMBER_NAMES = "压缩包内的文件名"


class UnreadableError(Exception):
    """Why the file cannot be read, in one of `FileSeen.unreadable`'s words."""


def open_archive(body: bytes, limit: int, *, names: str | None = None) -> zipfile.ZipFile:
    """Open an archive; raise where it is damaged, has too many members, or declares more than it may unpack to.

    What is unpacked never grows beyond what was declared: there `zipfile` stops reading. `names` is the encoding of
    names that do not say that they are UTF-8.
    """
    try:
        archive = zipfile.ZipFile(io.BytesIO(body), metadata_encoding=names)
    except (zipfile.BadZipFile, NotImplementedError, ValueError, OSError) as error:
        raise UnreadableError("damaged") from error
    members = archive.infolist()
    unpacked = sum(info.file_size for info in members)
    packed = sum(info.compress_size for info in members)
    is_bomb = unpacked > _SURELY_HARMLESS and unpacked > packed * _MOST_RATIO
    if len(members) > _MOST_MEMBERS or unpacked > limit or is_bomb:
        raise UnreadableError("too-large")
    return archive


def read_sheets(body: bytes) -> Iterator[Part | Table]:
    """Yield each row as a part and each sheet as a table."""
    from python_calamine import CalamineError, CalamineWorkbook, PasswordError

    _refuse_locked(body)
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

    _refuse_locked(body)
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
            text = whole(page.extract_text())  # fonts without a table of their characters give halves of some
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


def read_doc(body: bytes) -> Iterator[Part | Table]:
    """Yield the lines of a binary Word document; what is a docx with the old name is read as one."""
    import olefile

    from crawler.extract.office97 import NoWordTextError, read_word_lines

    if body[:2] == b"PK":
        yield from read_docx(body)
        return
    _refuse_locked(body)
    try:
        with olefile.OleFileIO(io.BytesIO(body)) as ole:
            for number, line in enumerate(read_word_lines(ole), 1):
                yield f"第 {number} 段", line
    except NoWordTextError as error:
        raise UnreadableError(str(error)) from error
    except (OSError, ValueError, IndexError) as error:
        raise UnreadableError("damaged") from error


def _refuse_locked(body: bytes) -> None:
    """Raise for a docx or xlsx with a password: it comes as an OLE file around the encrypted one."""
    import olefile

    if body[:4] != _OLE:
        return
    try:
        with olefile.OleFileIO(io.BytesIO(body)) as ole:
            locked = ole.exists("EncryptedPackage")
    except (OSError, ValueError, IndexError) as error:
        raise UnreadableError("damaged") from error
    if locked:
        raise UnreadableError("encrypted")


def read_ofd(body: bytes) -> Iterator[Part | Table]:
    """Yield each page's text."""
    from crawler.extract.ofd import NoOfdTextError, read_ofd_pages

    try:
        with zipfile.ZipFile(io.BytesIO(body)) as archive:
            for number, text in enumerate(read_ofd_pages(archive), 1):
                yield f"第 {number} 页", text
    except NoOfdTextError as error:
        raise UnreadableError(str(error)) from error
    except zipfile.BadZipFile as error:
        raise UnreadableError("damaged") from error


READERS: Mapping[str, Reader] = {
    "xlsx": read_sheets, "xls": read_sheets, "et": read_sheets,
    "docx": read_docx, "doc": read_doc, "wps": read_doc,
    "pdf": read_pdf, "ofd": read_ofd, "csv": read_text, "txt": read_text,
}  # fmt: skip


@dataclass(slots=True)
class Said:
    """What a file says, as far as it was read."""

    chars: int
    """How many more characters are taken."""
    parts: list[Part] = field(default_factory=list)
    tables: list[Table] = field(default_factory=list)
    gaps: list[Part] = field(default_factory=list)
    """(place, cause) of what could not be read."""

    def take(self, content: Iterator[Part | Table], inside: str = "") -> None:
        """Take in what a reader yields; `inside` goes before the places."""
        for place, text in content:
            if isinstance(text, list):
                self.tables.append((inside + place, text))
                continue
            self.parts.append((inside + place, text))
            self.chars -= len(text)
            if self.chars < 0:
                self.gaps.append((f"{inside}{place}以后", "too-large"))
                return


def read(body: bytes, kind: str, *, unpacked: int, chars: int) -> dict[str, Any]:
    """Return parts, tables and gaps of a file; parts end where `chars` characters are reached."""
    said = Said(chars)
    if kind == "zip":
        read_members(body, said, unpacked)
    else:
        take_file(body, kind, said, unpacked)
    return {"parts": said.parts, "tables": said.tables, "gaps": said.gaps}


def take_file(body: bytes, kind: str, said: Said, unpacked: int, inside: str = "") -> None:
    """Read one file that is no archive to people."""
    if body[:2] == b"PK":
        open_archive(body, unpacked).close()
    said.take(READERS[kind](body), inside)


def read_members(body: bytes, said: Said, unpacked: int) -> None:
    """Read the files in an archive, one level deep; the names are text too, and those not opened are gaps."""
    with _archive(body, unpacked) as archive:
        members = [info for info in archive.infolist() if not info.is_dir() and not _is_litter(info.filename)]
        for info in members:
            name = _shown(info.filename)
            said.parts.append((_MEMBER_NAMES, name))
            if said.chars < 0:
                said.gaps.append((name, "too-large"))
                continue
            try:
                _take_member(archive, info, said, unpacked, inside=f"压缩包内“{name}”")
            except UnreadableError as error:
                said.gaps.append((name, str(error)))
            except MemoryError:
                raise
            except Exception:  # whatever a parser stumbles over, the other members are still to be read
                said.gaps.append((name, "damaged"))


def _archive(body: bytes, unpacked: int) -> zipfile.ZipFile:
    """Names are GBK where they do not say that they are UTF-8; such as are neither are taken as they come."""
    try:
        return open_archive(body, unpacked, names="gb18030")
    except UnreadableError as error:
        if str(error) != "damaged":
            raise
    return open_archive(body, unpacked)


def _is_litter(name: str) -> bool:
    """What a Mac or an open Word window leaves in a folder."""
    base = name.rsplit("/", 1)[-1]
    return name.startswith("__MACOSX/") or base.startswith(("._", "~$", ".DS_Store"))


def _shown(name: str) -> str:
    return "".join(char for char in name if char.isprintable())[:120]


def _take_member(archive: zipfile.ZipFile, info: zipfile.ZipInfo, said: Said, unpacked: int, *, inside: str) -> None:
    kind = info.filename.rsplit(".", 1)[-1].lower()
    if kind == "zip":
        raise UnreadableError("nested")
    if kind not in READERS:
        raise UnreadableError(f"format-{kind}")
    if info.flag_bits & 1:
        raise UnreadableError("encrypted")
    take_file(archive.read(info), kind, said, unpacked, inside)
