"""An attachment, opened in a child process with limits."""

from dataclasses import dataclass
from typing import Literal

FileKind = Literal["xlsx", "xls", "et", "docx", "doc", "wps", "pdf", "ofd", "csv", "txt", "zip"]


@dataclass(frozen=True, slots=True)
class FilePart:
    """A piece of a file with its place as people name it."""

    place: str
    """`工作表“名单”第 3 行`, `第 2 页`, `第 4 段`, `压缩包内“名单.xlsx”工作表“名单”第 3 行`."""
    text: str


@dataclass(frozen=True, slots=True)
class FileTable:
    """A table of a file: rows of cells, as text."""

    place: str
    rows: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class FileGap:
    """A part of a file that could not be read."""

    place: str
    """A member of an archive, or from where on nothing was read."""
    cause: str
    """As `FileSeen.unreadable`; or `format-…` (its ending), `nested` (an archive in an archive)."""


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
    gaps: tuple[FileGap, ...] = ()
    """What of it could not be read: of this, too, nothing is said."""
    sha256: str = ""
