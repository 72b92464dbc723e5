"""An attachment, opened in a child process with limits."""

from dataclasses import dataclass
from typing import Literal

FileKind = Literal["xlsx", "xls", "docx", "pdf", "csv", "txt"]


@dataclass(frozen=True, slots=True)
class FilePart:
    """A piece of a file with its place as people name it."""

    place: str
    """`工作表“名单”第 3 行`, `第 2 页`, `第 4 段`."""
    text: str


@dataclass(frozen=True, slots=True)
class FileTable:
    """A table of a file: rows of cells, as text."""

    place: str
    rows: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class FileSeen:
    """What an attachment says."""

    url: str
    page: str
    """The first page that links to it."""
    title: str
    """The link's words there."""
    kind: FileKind
    parts: tuple[FilePart, ...] = ()
    tables: tuple[FileTable, ...] = ()
    unreadable: str | None = None
    """Why it could not be read (`too-large`, `encrypted`, `damaged`, `time`, `memory`); then nothing is said of it."""
    sha256: str = ""
