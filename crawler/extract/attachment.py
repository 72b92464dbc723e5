"""Attachments (documents, sheets, zip archives) -> text and tables.

A file from outside may be made to eat memory or time: whoever reads one does so in a child process with limits. What
cannot be read is said to be unreadable, never empty.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import get_args
from urllib.parse import parse_qsl, urlsplit

from checks.observations.file import FileGap, FileKind, FilePart, FileSeen, FileTable
from checks.privacy import mask_private
from crawler.extract.file_parsers import UnreadableError, read
from crawler.extract.links import link_kind

READABLE: Mapping[str, FileKind] = {kind: kind for kind in get_args(FileKind)}
"""File name endings that can be opened."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FileLimits:
    """How much of a file is read."""

    unpacked_bytes: int = 200 * 1024 * 1024
    """Sum of the sizes that an archive declares."""
    text_chars: int = 2_000_000


def file_kind(url: str) -> FileKind | None:
    """The kind that an address's ending names, or None where Duwang cannot open such a file.

    Where a script hands files out, the name stands in its query: `/download.jsp?fileName=名单.xlsx`.
    """
    return next((READABLE[ending] for ending in _endings(url) if ending in READABLE), None)


def file_format(url: str) -> str:
    """The ending that names a file's format, for people: `rar`; `other` where the address names none."""
    endings = (ending for ending in _endings(url) if link_kind(f"x.{ending}") == "attachment")
    return next(endings, "other")


def _endings(url: str) -> Iterator[str]:
    parts = urlsplit(url)
    names = (parts.path, *(value for key, value in parse_qsl(parts.query) if "file" in key.lower()))
    return (name.rsplit(".", 1)[-1].lower() for name in names)


def read_file(
    body: bytes, *, url: str, page: str, title: str, sha256: str = "", limits: FileLimits | None = None
) -> FileSeen | None:
    """Open a file's bytes and return what it says; None where the address names no kind that can be opened.

    Raises `MemoryError` where the process may use no more.
    """
    kind = file_kind(url)
    if kind is None:
        return None
    limits = limits or FileLimits()
    try:
        answer = read(body, kind, unpacked=limits.unpacked_bytes, chars=limits.text_chars)
    except UnreadableError as error:
        answer = {"unreadable": str(error)}
    except MemoryError:
        raise
    except Exception:  # parsers stumble over broken files in a hundred ways
        answer = {"unreadable": "damaged"}
    return FileSeen(
        url=url,
        page=page,
        title=title,
        kind=kind,
        parts=tuple(FilePart(place, text) for place, text in answer.get("parts", ())),
        tables=tuple(FileTable(place, tuple(tuple(row) for row in rows)) for place, rows in answer.get("tables", ())),
        unreadable=answer.get("unreadable"),
        gaps=_gaps(answer.get("gaps", ())),
        sha256=sha256,
    )


def _gaps(missed: Sequence[tuple[str, str]]) -> tuple[FileGap, ...]:
    """What an archive's members hide; pictures and programs hide nothing that people would read as a document."""
    told = (pair for pair in missed if not pair[1].startswith("format-") or link_kind(pair[0]) == "attachment")
    return tuple(FileGap(mask_private(place), cause) for place, cause in told)
