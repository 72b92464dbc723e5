"""A reading begins, goes on, ends."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, Literal

from sqlalchemy import select
from sqlalchemy.orm import Session

from config.sites import Site
from storage.tables.reading import ReadingRow

Mode = Literal["daily", "full"]


@dataclass(frozen=True, slots=True)
class OpenReading:
    """A reading under way."""

    id: int
    resumed: bool
    """True: an earlier program began it and did not end it."""


def open_reading(session: Session, site: Site, *, mode: Mode, day: date, now: datetime) -> OpenReading:
    """The reading of this site that goes on, or a new one.

    A full reading goes on over midnight; then it counts for the day on which it ends. A daily one of an earlier day,
    or one of the other mode, is given up as interrupted: today's has to look at everything anew.
    """
    resumed = None
    running = select(ReadingRow).where(ReadingRow.site_code == site.code, ReadingRow.state == "running")
    for row in session.scalars(running.order_by(ReadingRow.id)):
        if resumed is None and row.mode == mode and (row.day == day or mode == "full"):
            resumed = row
        else:
            row.state, row.ended_at = "interrupted", now
    if resumed is not None:
        resumed.day = day
        session.flush()
        return OpenReading(resumed.id, resumed=True)
    row = ReadingRow(
        site_code=site.code,
        mode=mode,
        day=day,
        state="running",
        started_at=now,
        counts={},
        coverage={},
        site=site.model_dump(mode="json", exclude_defaults=True),
        seen=[],
    )
    session.add(row)
    session.flush()
    return OpenReading(row.id, resumed=False)


def finish_reading(
    session: Session,
    reading_id: int,
    *,
    site: Site,
    now: datetime,
    counts: Mapping[str, int],
    coverage: Mapping[str, Any],
    seen: Sequence[int],
) -> bool:
    """End a reading with what it brought; False where another program has ended it already."""
    row = session.get(ReadingRow, reading_id, with_for_update=True)
    if row is None or row.state != "running":
        return False
    row.state, row.ended_at = "finished", now
    row.counts, row.coverage, row.seen = dict(counts), dict(coverage), sorted(seen)
    row.site = site.model_dump(mode="json", exclude_defaults=True)
    session.flush()
    return True
