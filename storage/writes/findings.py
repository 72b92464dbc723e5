"""Findings change: by a reading, or by a person. Every change of state leaves an event that is never touched again."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Any

from sqlalchemy import insert, select
from sqlalchemy.orm import Session

from checks.lifecycle.case import Case, Move, after
from checks.lifecycle.follow import Change
from storage.queries.cases import to_case
from storage.seen_parts import parts_of
from storage.tables.finding import FindingEventRow, FindingRow

BY_READING = "reading"


@dataclass(frozen=True, slots=True, kw_only=True)
class Circumstances:
    """Who changed it, when and why."""

    by: str
    at: datetime
    day: date
    """The day that the rules took for today, Beijing."""
    reading_id: int | None = None
    reason: str | None = None


def keep_changes(session: Session, site_code: str, changes: Iterable[Change], circumstances: Circumstances) -> None:
    """Write what a reading of one site changes, as `checks.lifecycle.follow` worked it out."""
    changes = list(changes)
    rows = _rows(session, [change.case.id for change in changes if change.case.id is not None])
    written: list[tuple[FindingRow, Change]] = []
    for change in changes:
        row = rows.get(change.case.id) if change.case.id is not None else None
        if row is None:
            row = FindingRow(site_code=site_code, rule=change.case.finding.rule, subject=change.case.finding.subject)
            session.add(row)
        written.append((row, change))
    _write(session, written, circumstances)


def decide(session: Session, ids: Sequence[int], move: Move, circumstances: Circumstances) -> list[Case]:
    """A person's decision over findings, all of them or none; the cases after it, in the order of ids.

    Whatever the decision is, somebody has looked: none of them is held any more.
    Raises `NotAllowedError` where a finding's state does not allow it, `KeyError` for an id that does not exist.
    """
    rows = _rows(session, ids)
    changes = []
    for wanted in ids:
        case = to_case(rows[wanted])
        state = after(case.state, move)
        dismissed_by = circumstances.by if move is Move.DISMISSED else None
        changes.append(Change(case, replace(case, state=state, dismissed_by=dismissed_by, held=False), move))
    _write(session, [(rows[change.case.id or 0], change) for change in changes], circumstances)
    return [change.case for change in changes]


def _rows(session: Session, ids: Sequence[int]) -> dict[int, FindingRow]:
    """Locked on PostgreSQL, so that a decision and a reading cannot cross; SQLite has one writer anyway."""
    query = select(FindingRow).where(FindingRow.id.in_(ids)).order_by(FindingRow.id).with_for_update()
    return {row.id: row for row in session.scalars(query)}


def _write(session: Session, written: Sequence[tuple[FindingRow, Change]], why: Circumstances) -> None:
    for row, change in written:
        _fill(row, change.case)
    session.flush()  # new rows get their ids
    events = [_event(row.id, change, change.move, why) for row, change in written if change.move is not None]
    if events:
        session.connection().execute(insert(FindingEventRow), events)


def _fill(row: FindingRow, case: Case) -> None:
    for part, value in parts_of(case.finding, case.severity).items():
        setattr(row, part, value)
    row.status, row.first_seen, row.last_seen = case.state.value, case.first_seen, case.last_seen
    row.due_on, row.fixed_on, row.reopened = case.due_on, case.fixed_on, case.reopened
    row.dismissed_by, row.held = case.dismissed_by, case.held


def _event(finding_id: int, change: Change, move: Move, why: Circumstances) -> dict[str, Any]:
    return {
        "finding_id": finding_id,
        "at": why.at,
        "day": why.day,
        "reading_id": why.reading_id,
        "kind": move.value,
        "status": change.case.state.value,
        "by": why.by,
        "reason": why.reason if change.reason is None else change.reason,
        "payload": _payload(change, move),
    }


def _payload(change: Change, move: Move) -> dict[str, Any]:
    """What of the finding is not as it was before, and what the move brings."""
    before, case = change.before, change.case
    known = {} if before is None else parts_of(before.finding, before.severity)
    parts = parts_of(case.finding, case.severity)
    payload = {part: value for part, value in parts.items() if part not in known or known[part] != value}
    if case.held != (before is not None and before.held):
        payload["held"] = case.held
    if case.due_on is not None and move is Move.NOTIFIED:
        payload["due_on"] = case.due_on.isoformat()
    return payload
