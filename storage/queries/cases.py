"""Questions about findings as values with a life."""

from collections.abc import Collection
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from checks.lifecycle.case import Case, State
from storage.seen_parts import PARTS, finding_of
from storage.tables.finding import FindingRow


def site_cases(session: Session, site_code: str, *, lock: bool = False) -> list[Case]:
    """Every case of a site, of every state, in the order in which they were first kept.

    `lock`: nobody may change them until the transaction ends (PostgreSQL; SQLite has one writer anyway).
    """
    query = select(FindingRow).where(FindingRow.site_code == site_code).order_by(FindingRow.id)
    rows = session.scalars(query.with_for_update() if lock else query)
    return [to_case(row) for row in rows]


def keys_last_seen(session: Session, site_code: str, day: date) -> dict[int, tuple[str, str]]:
    """Id -> (rule, subject) of the site's cases that were seen last on a day, in the order in which they were kept."""
    rows = session.execute(
        select(FindingRow.id, FindingRow.rule, FindingRow.subject)
        .where(FindingRow.site_code == site_code, FindingRow.last_seen == day)
        .order_by(FindingRow.id)
    )
    return {number: (rule, subject) for number, rule, subject in rows}


def cases_by_id(session: Session, ids: Collection[int]) -> dict[int, tuple[str, Case]]:
    """Id -> (site's code, case), for those ids that exist."""
    rows = session.scalars(select(FindingRow).where(FindingRow.id.in_(ids)).order_by(FindingRow.id))
    return {row.id: (row.site_code, to_case(row)) for row in rows}


def to_case(row: FindingRow) -> Case:
    """The row as the value that rules of life work with."""
    finding = finding_of(row.rule, row.subject, {part: getattr(row, part) for part in PARTS})
    return Case(
        id=row.id,
        finding=finding,
        severity=finding.severity or "advice",
        state=State(row.status),
        first_seen=row.first_seen,
        last_seen=row.last_seen,
        due_on=row.due_on,
        fixed_on=row.fixed_on,
        reopened=row.reopened,
        dismissed_by=row.dismissed_by,
        held=row.held,
    )
