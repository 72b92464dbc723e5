"""What a reading looked at, what it could not look at, and since when: silence is not a pass."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from checks.observations.fetch import NotFetched
from checks.observations.site import SiteColumn, SiteSeen
from storage.queries.attachments import FilesLeft
from storage.queries.readings import ReadingBefore

NAMED_UNREAD = 50
"""So many of the pages and files that were not read are named in the coverage; all are counted."""
_NOT_FETCHED = "fetch-failed"


def coverage_of(
    seen: SiteSeen, read: int, unread: Mapping[str, int], before: ReadingBefore | None, files: FilesLeft
) -> dict[str, Any]:
    """The coverage as JSON: numbers, the first unread pages, every column whose list was not seen, and the files.

    `read` pages were read; `unread` counts the others by cause. A column has its name, the cause of today, the first
    day of the readings in a row that did not see it, and on how many days they were.
    """
    return {
        "due": read + sum(unread.values()),
        "read": read,
        "unread": dict(unread),
        "unread_pages": [{"url": page.url, "cause": page.cause} for page in not_read(seen)[:NAMED_UNREAD]],
        "unseen_columns": _unseen(seen, before),
        "files": {
            "opened": files.opened,
            "unopened": files.causes,
            "unopened_files": [{"url": url, "cause": cause} for url, cause in files.named],
        },
    }


def not_read(seen: SiteSeen) -> list[NotFetched]:
    """A page that is surely gone was looked at: it is a finding, not a gap."""
    return [page for page in seen.unread if not page.gone]


def _unseen(seen: SiteSeen, before: ReadingBefore | None) -> dict[str, dict[str, Any]]:
    causes = {page.url: page.cause for page in seen.unread}
    return {
        column.url: {"name": column.name, "cause": cause, **_how_long(column.url, seen.today, before)}
        for column in seen.columns
        if (cause := _cause(column, causes)) is not None
    }


def _cause(column: SiteColumn, causes: Mapping[str, str]) -> str | None:
    """Why the column's list was not seen; None: it was."""
    if column.seen is None:
        return causes.get(column.url, _NOT_FETCHED)
    return column.seen.unreadable


def _how_long(url: str, today: date, before: ReadingBefore | None) -> dict[str, Any]:
    known = before.coverage.get("unseen_columns", {}).get(url) if before else None
    if before is None or known is None:
        return {"since": today.isoformat(), "days": 1}
    return {"since": known["since"], "days": known["days"] + (before.day < today)}
