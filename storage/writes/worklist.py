"""The work list of a reading: rows that are leased, and end together with what came of them."""

from collections.abc import Collection, Iterable, Iterator
from datetime import datetime
from enum import IntEnum
from typing import Any, Literal, NamedTuple

from sqlalchemy import Connection, Integer, String, bindparam, delete, insert, literal, or_, select, text, update

from checks.observations.link import Attempt, LinkKind
from storage.plain import from_json
from storage.tables.page import PageRow
from storage.tables.target import TargetRow
from storage.tables.work import WorkRow

Purpose = Literal["page", "link"]

_LAST = 99
"""Priority of what is listed only to say that it was left."""
_MOST_AT_ONCE = 10_000
"""Ids in one statement: both databases count its parameters."""


class State(IntEnum):
    """Where a row of the work list stands."""

    WAITING = 0
    LEASED = 1
    """In the hands of the process that holds the site's lock, however long a slow host takes."""
    DONE = 2
    LEFT = 3
    """Not done in this reading, with the cause."""


# Plain tuples: there is one for each address of a site.


class NewWork(NamedTuple):
    """An address that the reading has to do with."""

    target_id: int
    purpose: Purpose
    priority: int


class Work(NamedTuple):
    """A leased row, with what is known of its target from before."""

    target_id: int
    url: str
    kind: LinkKind
    on_site: bool
    purpose: Purpose
    priority: int
    tries: int
    etag: str | None
    last_modified: str | None
    sha256: bytes | None
    stamp: str | None
    frame_id: int | None
    links_id: int | None
    attempts: tuple[Attempt, ...]
    """Tries of this reading."""


_PRIORITY, _TRIES = Work._fields.index("priority"), Work._fields.index("tries")


def add_work(connection: Connection, reading_id: int, work: Iterable[NewWork]) -> None:
    """Put addresses on the list; none of them may be on it yet."""
    for given in _alike(work):
        connection.execute(_ADD, {**given, "reading": reading_id})


def _alike(work: Iterable[NewWork]) -> Iterator[dict[str, Any]]:
    """Parameters for rows of one purpose and priority at a time; the most urgent last, where one is named twice."""
    targets: dict[tuple[int, Purpose], list[int]] = {}
    for one in work:
        targets.setdefault((int(one.priority), one.purpose), []).append(one.target_id)
    for (priority, purpose), ids in sorted(targets.items(), reverse=True):
        for first in range(0, len(ids), _MOST_AT_ONCE):
            yield {"new_purpose": purpose, "new_priority": priority, "targets": ids[first : first + _MOST_AT_ONCE]}


# Statements are built once: to build one costs more than to run it.

_ADD = insert(WorkRow).from_select(  # by their ids alone: to hand over whole rows costs twice as much
    ["reading_id", "target_id", "purpose", "state", "priority", "tries"],
    select(
        bindparam("reading", type_=Integer),
        TargetRow.id,
        bindparam("new_purpose", type_=String),
        literal(int(State.WAITING)),
        bindparam("new_priority", type_=Integer),
        literal(0),
    ).where(TargetRow.id.in_(bindparam("targets", expanding=True))),
)
_ONE_ROW = (WorkRow.reading_id == bindparam("reading")) & (WorkRow.target_id == bindparam("target"))
_ROWS = (WorkRow.reading_id == bindparam("reading")) & WorkRow.target_id.in_(bindparam("targets", expanding=True))
_PROMOTE = (
    update(WorkRow)
    .where(_ROWS, WorkRow.state == State.WAITING)
    .values(purpose=bindparam("new_purpose"), priority=bindparam("new_priority"))
)
_PUT_BACK = (
    update(WorkRow)
    .where(_ROWS)
    .values(state=State.WAITING, purpose=bindparam("new_purpose"), priority=bindparam("new_priority"))
)
_DONE = update(WorkRow).where(_ROWS).values(state=State.DONE)
_LEFT = update(WorkRow).where(_ROWS).values(state=State.LEFT, cause=bindparam("new_cause"))
_AGAIN = (
    update(WorkRow)
    .where(_ONE_ROW)
    .values(
        state=State.WAITING,
        purpose=bindparam("new_purpose"),
        priority=bindparam("new_priority"),
        tries=WorkRow.tries + 1,
        not_before=bindparam("later"),
    )
)


_FREE = (
    select(
        WorkRow.target_id,
        TargetRow.url,
        TargetRow.kind,
        TargetRow.on_site,
        WorkRow.purpose,
        WorkRow.priority,
        WorkRow.tries,
        PageRow.etag,
        PageRow.last_modified,
        PageRow.sha256,
        PageRow.stamp,
        PageRow.frame_id,
        PageRow.links_id,
        TargetRow.attempts,
    )
    .join(TargetRow, TargetRow.id == WorkRow.target_id)
    .outerjoin(PageRow, PageRow.target_id == WorkRow.target_id)
    .where(
        WorkRow.reading_id == bindparam("reading"),
        WorkRow.purpose == bindparam("of_purpose"),
        WorkRow.priority <= bindparam("down_to"),
        text("work.state = 0"),  # no parameter: only so is the index of waiting rows used
        or_(WorkRow.not_before.is_(None), WorkRow.not_before <= bindparam("now")),
    )
    .order_by(WorkRow.priority, WorkRow.target_id)
    .limit(bindparam("rows"))
)
_LEASE = update(WorkRow).where(_ROWS).values(state=State.LEASED)


def promote(connection: Connection, reading_id: int, work: Iterable[NewWork]) -> None:
    """Change purpose and priority of rows that nobody has taken yet."""
    for given in _alike(work):
        connection.execute(_PROMOTE, {**given, "reading": reading_id})


def lease(
    connection: Connection, reading_id: int, purpose: Purpose, *, limit: int, down_to: int, now: datetime
) -> list[Work]:
    """Take up to `limit` of the most urgent rows that wait, down to a priority.

    Rows of one priority only: what the pages of this one bring may be more urgent than the next one.
    """
    asked = {"reading": reading_id, "of_purpose": purpose, "down_to": down_to, "now": now, "rows": limit}
    found = connection.execute(_FREE, asked).all()
    work = [_leased(row) for row in found if row[_PRIORITY] == found[0][_PRIORITY]]
    if work:
        connection.execute(_LEASE, {"reading": reading_id, "targets": [one.target_id for one in work]})
    return work


def _leased(row: Any) -> Work:
    attempts = from_json(tuple[Attempt, ...], row[-1]) if row[-1] and row[_TRIES] else ()
    return Work._make((*row[:-1], attempts))


def end_work(connection: Connection, reading_id: int, target_ids: Iterable[int], *, cause: str | None = None) -> None:
    """These rows are done; or, with a cause, left undone in this reading."""
    rows = {"reading": reading_id, "targets": list(target_ids)}
    if not rows["targets"]:
        return
    if cause is None:
        connection.execute(_DONE, rows)
    else:
        connection.execute(_LEFT, {**rows, "new_cause": cause})


def leave_targets(connection: Connection, reading_id: int, target_ids: Collection[int], *, cause: str) -> None:
    """These will not be read in this reading, whether or not they were on its list."""
    listed = set(
        connection.scalars(
            select(WorkRow.target_id).where(WorkRow.reading_id == reading_id, WorkRow.target_id.in_(target_ids))
        )
    )
    missing = [NewWork(target_id, "link", _LAST) for target_id in target_ids if target_id not in listed]
    add_work(connection, reading_id, missing)
    end_work(connection, reading_id, target_ids, cause=cause)


def over_budget(connection: Connection, reading_id: int, *, due_before: int, priority: int) -> int:
    """Turn the pages that still wait into links of this priority; returns how many.

    Those more urgent than `due_before` should have been read: their rows keep `budget` as the reason why not.
    """
    waiting = (WorkRow.reading_id == reading_id, WorkRow.purpose == "page", WorkRow.state == State.WAITING)
    connection.execute(update(WorkRow).where(*waiting, WorkRow.priority < due_before).values(cause="budget"))
    moved = connection.execute(update(WorkRow).where(*waiting).values(purpose="link", priority=priority))
    return moved.rowcount


def try_again(connection: Connection, reading_id: int, work: Iterable[NewWork], *, later: datetime) -> None:
    """Put leased rows that were tried back on the list, not to be taken before `later`."""
    rows = [
        {
            "reading": reading_id,
            "target": one.target_id,
            "new_purpose": one.purpose,
            "new_priority": one.priority,
            "later": later,
        }
        for one in work
    ]
    if rows:
        connection.execute(_AGAIN, rows)


def put_back(connection: Connection, reading_id: int, work: Iterable[NewWork]) -> None:
    """Free leased rows that were not tried, with another purpose and priority."""
    for given in _alike(work):
        connection.execute(_PUT_BACK, {**given, "reading": reading_id})


def return_leases(connection: Connection, reading_id: int) -> None:
    """Free what a killed process had taken. Only for whoever holds the site's lock."""
    connection.execute(
        update(WorkRow)
        .where(WorkRow.reading_id == reading_id, WorkRow.state == State.LEASED)
        .values(state=State.WAITING)
    )


def clear_work(connection: Connection, reading_id: int) -> None:
    """The reading has ended: its list goes."""
    connection.execute(delete(WorkRow).where(WorkRow.reading_id == reading_id))
