"""Which of a site's files a reading looks at, and how many. Pure functions."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from crawler.extract.attachment import file_format, file_kind
from crawler.plan import ReadingPlan
from storage.queries.attachments import KnownFile
from storage.writes.readings import Mode

_UNTOUCHED_DAYS: Final = 7
"""A file that nothing is wrong with is asked for again after so many days."""


@dataclass(slots=True)
class FileBudget:
    """What a reading may still spend on files."""

    files: int
    size: int
    """Bytes."""

    @property
    def is_spent(self) -> bool:
        """True when no further file may be asked for."""
        return self.files <= 0 or self.size <= 0


def file_budget(plan: ReadingPlan, looked_at: int) -> FileBudget:
    """The budget of a reading that has looked at so many files already."""
    fetch = plan.settings.fetch
    if plan.mode == "full":
        return FileBudget(fetch.full_files - looked_at, fetch.full_file_bytes)
    return FileBudget(fetch.daily_files - looked_at, fetch.daily_file_bytes)


def files_due(
    known: Iterable[KnownFile], *, mode: Mode, today: date, stamp: str, only: Sequence[str]
) -> list[KnownFile]:
    """The files that a reading looks at, the most urgent first.

    Those on which something stands; of what today's pages link to, those never opened, judged by other rules, or
    not looked at for a week (`full`: all of them). A recheck looks at the addresses in `only` and at nothing else.
    """
    readable = (file for file in known if file_kind(file.url) is not None)
    if mode == "recheck":
        return [file for file in readable if file.url in only]
    due = [file for file in readable if file.has_findings or (file.read_today and _is_due(file, mode, today, stamp))]
    return sorted(due, key=lambda file: (not file.has_findings, file.sha256 is not None, file.looked_on or today))


def files_not_opened(known: Iterable[KnownFile], due: Sequence[KnownFile]) -> dict[str, list[int]]:
    """Cause -> targets of the files on today's pages that nobody will open today, though something may stand in them.

    Those of a format that cannot be opened; and those that could not be read the last time and are not due.
    """
    taken = {file.target_id for file in due}
    passed: dict[str, list[int]] = {}
    for file in known:
        if not file.read_today or file.target_id in taken:
            continue
        cause = file.unopened if file_kind(file.url) else f"format-{file_format(file.url)}"
        if cause is not None:
            passed.setdefault(cause, []).append(file.target_id)
    return passed


def _is_due(file: KnownFile, mode: Mode, today: date, stamp: str) -> bool:
    if mode == "full" or file.looked_on is None or file.stamp != stamp:
        return True
    return (today - file.looked_on).days >= _UNTOUCHED_DAYS
