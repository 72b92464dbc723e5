"""Questions about days: which were read, and what a day left out."""

from datetime import date, timedelta

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from config.sites import Site
from storage.tables.reading import ReadingRow

_MEMORY = timedelta(days=7)
_WHOLE = ReadingRow.mode != "recheck"
"""A recheck looks at a few addresses and is no reading of its day."""


def last_day_read(session: Session, until: date) -> date | None:
    """The latest day up to and including `until` that had a reading; None: there was none."""
    return session.scalar(select(func.max(ReadingRow.day)).where(ReadingRow.day <= until, _WHOLE))


def sites_missed(session: Session, day: date) -> list[Site]:
    """Sites read within the week before `day` and not on it, by code, as they were then.

    Asks the readings and not the register, so that the answer for a past day never changes; a site taken off the
    register is missed for a week.
    """
    read = select(ReadingRow.site_code).where(ReadingRow.day == day, _WHOLE)
    latest = (
        select(func.max(ReadingRow.id))
        .where(ReadingRow.day < day, ReadingRow.day >= day - _MEMORY, _WHOLE, ReadingRow.site_code.not_in(read))
        .group_by(ReadingRow.site_code)
    )
    rows = session.scalars(select(ReadingRow.site).where(ReadingRow.id.in_(latest)).order_by(ReadingRow.site_code))
    return [Site(**site) for site in rows]
