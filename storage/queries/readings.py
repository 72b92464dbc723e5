"""Questions about readings."""

from datetime import date
from typing import Any, NamedTuple

from sqlalchemy import Connection, func, or_, select
from sqlalchemy.orm import Session

from storage.tables.page import PageRow
from storage.tables.reading import ReadingRow
from storage.tables.site import SiteRow
from storage.tables.target import TargetRow

_LATE_READINGS = 30
"""So many of the readings that ended last are looked through."""
_FEW_HOMES = 3


class ReadingBefore(NamedTuple):
    """What the next reading of a site goes by."""

    day: date
    coverage: dict[str, Any]


def pages_and_links(session: Session, reading_id: int, site_code: str) -> tuple[int, int]:
    """How many pages a reading looked at, and how many addresses it asked after, over all its processes."""
    pages = select(func.count()).where(
        PageRow.site_code == site_code,
        PageRow.kind != "attachment",
        or_(PageRow.read_in == reading_id, PageRow.gone_in == reading_id),
    )
    links = select(func.count()).where(TargetRow.site_code == site_code, TargetRow.checked_in == reading_id)
    return session.scalar(pages) or 0, session.scalar(links) or 0


def homes_read_lately(connection: Connection, but: str) -> list[str]:
    """Addresses of a few other sites whose home pages were read last, the latest first."""
    rows = connection.execute(
        select(SiteRow.url, ReadingRow.counts)
        .join(ReadingRow, ReadingRow.site_code == SiteRow.code)
        .where(ReadingRow.state == "finished", SiteRow.active, SiteRow.code != but)
        .order_by(ReadingRow.ended_at.desc())
        .limit(_LATE_READINGS)
    )
    read = dict.fromkeys(url for url, counts in rows if counts.get("pages"))
    return list(read)[:_FEW_HOMES]


def other_readings_running(session: Session, reading_id: int) -> bool:
    """True where any other reading is under way."""
    running = select(ReadingRow.id).where(ReadingRow.state == "running", ReadingRow.id != reading_id).limit(1)
    return session.scalar(running) is not None


def new_findings_before(session: Session, reading_id: int, *, limit: int) -> list[dict[str, int]]:
    """Rule -> new findings, of the finished readings of the same site and mode before this one, latest first."""
    this = session.get_one(ReadingRow, reading_id)
    rows = session.scalars(
        select(ReadingRow.new_by_rule)
        .where(
            ReadingRow.site_code == this.site_code,
            ReadingRow.mode == this.mode,
            ReadingRow.id < reading_id,
            ReadingRow.new_by_rule.is_not(None),
        )
        .order_by(ReadingRow.id.desc())
        .limit(limit)
    )
    return [counts for counts in rows if counts is not None]


def reading_before(session: Session, reading_id: int) -> ReadingBefore | None:
    """The last finished reading of the same site before this one, rechecks left out; None: there is none."""
    this = session.get_one(ReadingRow, reading_id)
    found = session.execute(
        select(ReadingRow.day, ReadingRow.coverage)
        .where(
            ReadingRow.site_code == this.site_code,
            ReadingRow.id < reading_id,
            ReadingRow.state == "finished",
            ReadingRow.mode != "recheck",
        )
        .order_by(ReadingRow.id.desc())
        .limit(1)
    ).first()
    return None if found is None else ReadingBefore(*found)
