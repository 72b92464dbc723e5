"""A reading begins, goes on, ends."""

from collections.abc import Iterable, Mapping
from datetime import date, datetime
from typing import Any, Literal, NamedTuple, cast

from sqlalchemy import CursorResult, select, update
from sqlalchemy.orm import Session

from checks.trust import Jump
from config.sites import Site
from storage.plain import to_json
from storage.tables.reading import ReadingRow
from storage.writes.worklist import clear_work

Mode = Literal["daily", "full", "recheck"]
"""A recheck looks at a few findings again; it is no reading of a day, and stands in no report."""


class OpenReading(NamedTuple):
    """A reading under way."""

    id: int
    resumed: bool
    """True: an earlier program began it and did not end it."""


def open_reading(session: Session, site: Site, *, mode: Mode, day: date, now: datetime) -> OpenReading:
    """The reading of this site that goes on, or a new one.

    A full reading goes on over midnight; then it counts for the day on which it ends. A daily one of an earlier day,
    or one of another mode, is given up as interrupted: today's has to look at everything anew. A recheck is always a
    new one, and interrupts nothing.
    """
    resumed = None if mode == "recheck" else _resumable(session, site, mode, day, now)
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


def _resumable(session: Session, site: Site, mode: Mode, day: date, now: datetime) -> ReadingRow | None:
    """The running reading that may go on; all others are given up."""
    resumed = None
    running = select(ReadingRow).where(ReadingRow.site_code == site.code, ReadingRow.state == "running")
    for row in session.scalars(running.order_by(ReadingRow.id)):
        if resumed is None and row.mode == mode and (row.day == day or mode == "full"):
            resumed = row
        else:
            row.state, row.ended_at = "interrupted", now
            clear_work(session.connection(), row.id)
    return resumed


def finish_reading(session: Session, reading_id: int, *, now: datetime) -> bool:
    """End a reading; False where another program has ended it already.

    From here to the commit nobody else writes (SQLite) or ends this reading (PostgreSQL).
    """
    ended = session.execute(
        update(ReadingRow)
        .where(ReadingRow.id == reading_id, ReadingRow.state != "finished")
        .values(state="finished", ended_at=now)
    )
    return bool(cast("CursorResult[Any]", ended).rowcount)


def describe_reading(
    session: Session,
    reading_id: int,
    *,
    site: Site,
    counts: Mapping[str, int],
    coverage: Mapping[str, Any],
    seen: Iterable[int],
    new_by_rule: Mapping[str, int] | None = None,
    jumps: Mapping[str, Jump] | None = None,
) -> None:
    """What a reading brought, and the register's entry as it was: all that a report of its day needs.

    `new_by_rule` makes the band of later readings; None: this reading says nothing about what is usual.
    """
    row = session.get_one(ReadingRow, reading_id)
    row.counts, row.coverage, row.seen = dict(counts), dict(coverage), sorted(seen)
    row.new_by_rule = None if new_by_rule is None else dict(new_by_rule)
    row.jumps = {rule: to_json(jump) for rule, jump in jumps.items()} if jumps else None
    row.site = site.model_dump(mode="json", exclude_defaults=True)
    session.flush()
