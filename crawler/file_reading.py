"""From a file's bytes to what a reading keeps of it. Runs in a child (`crawler.child`): a file may be a bomb."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from checks.findings import Finding
from checks.observations.file import FileSeen
from crawler.extract.attachment import read_file

FileJudge = Callable[[FileSeen], Iterable[Finding]]


@dataclass(frozen=True, slots=True, kw_only=True)
class FileOrder:
    """A file to be opened."""

    body: bytes
    url: str
    page: str
    """A page that links to it."""
    title: str
    """What it is about."""
    sha256: str


@dataclass(frozen=True, slots=True, kw_only=True)
class FileResult:
    """What a reading keeps of a file."""

    unopened: str | None
    """Why it, or a part of it, was not read; None: all of it was."""
    findings: tuple[Finding, ...]


def read_and_judge(order: FileOrder, *, judge: FileJudge) -> FileResult:
    """Open a file and judge what it says."""
    seen = read_file(order.body, url=order.url, page=order.page, title=order.title, sha256=order.sha256)
    assert seen is not None  # only files of a readable kind are due
    return FileResult(unopened=_why_not_whole(seen), findings=() if seen.unreadable else tuple(judge(seen)))


def _why_not_whole(seen: FileSeen) -> str | None:
    if seen.unreadable or not seen.gaps:
        return seen.unreadable
    return "partly" if seen.kind == "zip" else seen.gaps[0].cause
