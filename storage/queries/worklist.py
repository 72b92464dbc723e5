"""Questions about a reading's work list."""

from sqlalchemy import Connection, func, select
from sqlalchemy.orm import Session

from checks.observations.fetch import NotFetched
from checks.observations.link import Attempt
from storage.plain import from_json
from storage.tables.target import TargetRow
from storage.tables.work import WorkRow
from storage.writes.worklist import Purpose, State


def listed_targets(connection: Connection, reading_id: int) -> dict[int, tuple[Purpose, int]]:
    """Target -> (purpose, priority) of everything on the list, done or not."""
    rows = connection.execute(
        select(WorkRow.target_id, WorkRow.purpose, WorkRow.priority).where(WorkRow.reading_id == reading_id)
    )
    return {target_id: (_purpose(purpose), priority) for target_id, purpose, priority in rows}


def _purpose(text: str) -> Purpose:
    return "page" if text == "page" else "link"


def work_counts(connection: Connection, reading_id: int) -> dict[tuple[str, State], int]:
    """(purpose, state) -> rows."""
    rows = connection.execute(
        select(WorkRow.purpose, WorkRow.state, func.count())
        .where(WorkRow.reading_id == reading_id)
        .group_by(WorkRow.purpose, WorkRow.state)
    )
    return {(purpose, State(state)): count for purpose, state, count in rows}


def left_undone(session: Session, reading_id: int, limit: int = 1000) -> tuple[NotFetched, ...]:
    """The pages that this reading did not read, and why; the most urgent first. Files: `files_left`."""
    rows = session.execute(
        select(TargetRow.url, WorkRow.cause, TargetRow.attempts, TargetRow.verdict)
        .join(TargetRow, TargetRow.id == WorkRow.target_id)
        .where(WorkRow.reading_id == reading_id, WorkRow.cause.is_not(None), TargetRow.kind != "attachment")
        .order_by(WorkRow.priority, TargetRow.url)
        .limit(limit)
    )
    return tuple(
        NotFetched(
            url=url,
            cause=cause,
            attempts=from_json(tuple[Attempt, ...], attempts or ()),
            gone=verdict == "confirmed" and cause in ("http-404", "http-410"),
        )
        for url, cause, attempts, verdict in rows
    )
