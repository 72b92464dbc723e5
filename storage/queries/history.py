"""Questions about a past day: the events up to it, folded. The answer stays the same whatever happens later."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date, datetime
from itertools import groupby
from typing import Any

from sqlalchemy import and_, func, or_, select
from sqlalchemy.orm import Session

from checks.lifecycle.case import STANDING, Case, Move, State
from checks.trust import Jump
from config.sites import Site
from storage.plain import from_json
from storage.seen_parts import PARTS, finding_of
from storage.tables.finding import FindingEventRow, FindingRow
from storage.tables.reading import ReadingRow
from storage.tables.site import SiteRow

_SEEING = frozenset({Move.FOUND, Move.AGED, Move.CHANGED, Move.WORSE, Move.REOPENED, Move.RETURNED})
"""Moves that mean that the finding was seen on that day."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FindingOnDay:
    """A finding as it stood at the end of a day, and what that day did to it."""

    case: Case
    site: Site
    """As the register named it then."""
    moves: frozenset[Move]


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadingOnDay:
    """One run over one site."""

    id: int
    site: Site
    """As the register named it then."""
    mode: str
    state: str
    started_at: datetime
    ended_at: datetime | None
    counts: dict[str, int]
    coverage: dict[str, Any]
    jumps: dict[str, Jump]
    """The rules that left their usual band."""


def findings_on(session: Session, day: date) -> list[FindingOnDay]:
    """What stood at the end of `day`, and what that day mended or dismissed; by site, rule, number."""
    lives = [life for life in _lives(session, day) if life.state in STANDING or life.moves]
    _see(lives, _seen_between(session, min((life.last_seen for life in lives), default=day), day))
    sites = _sites(session, day)
    lives.sort(key=lambda life: (life.row.site_code, life.row.rule, life.row.id))
    return [
        FindingOnDay(case=life.to_case(), site=sites[life.row.site_code], moves=frozenset(life.moves)) for life in lives
    ]


def readings_on(session: Session, day: date) -> list[ReadingOnDay]:
    """The readings of a day but rechecks, by site and then in the order in which they began."""
    query = select(ReadingRow).where(ReadingRow.day == day, ReadingRow.mode != "recheck")
    return [
        ReadingOnDay(
            id=row.id,
            site=Site(**row.site),
            mode=row.mode,
            state=row.state,
            started_at=row.started_at,
            ended_at=row.ended_at,
            counts=row.counts,
            coverage=row.coverage,
            jumps=from_json(dict[str, Jump], row.jumps or {}),
        )
        for row in session.scalars(query.order_by(ReadingRow.site_code, ReadingRow.id))
    ]


def days_read(session: Session, until: date) -> int:
    """How many days up to and including `until` had a reading: the number of a daily report's issue."""
    days = select(func.count(ReadingRow.day.distinct())).where(ReadingRow.day <= until, ReadingRow.mode != "recheck")
    return session.scalar(days) or 0


@dataclass(slots=True)
class _Life:
    """A finding while its events are being folded."""

    row: FindingRow
    parts: dict[str, Any] = field(default_factory=dict)
    state: State = State.SUSPECTED
    first_seen: date = date.max
    last_seen: date = date.min
    due_on: date | None = None
    fixed_on: date | None = None
    reopened: int = 0
    dismissed_by: str | None = None
    held: bool = False
    moves: set[Move] = field(default_factory=set)

    def fold(self, event: FindingEventRow, today: date) -> None:
        """Go one event further."""
        move = Move(event.kind)
        payload = dict(event.payload)
        due_on = payload.pop("due_on", None)
        self.held = payload.pop("held", self.held)
        self.parts.update(payload)
        self.state = State(event.status)
        self.first_seen = min(self.first_seen, event.day)
        self.due_on = date.fromisoformat(due_on) if due_on else None if move is Move.REOPENED else self.due_on
        self.fixed_on = event.day if move is Move.FIXED else None if move is Move.REOPENED else self.fixed_on
        self.reopened += move is Move.REOPENED
        self.dismissed_by = event.by if move is Move.DISMISSED else self.dismissed_by
        if self.state is not State.DISMISSED:
            self.dismissed_by = None
        if move in _SEEING:
            self.last_seen = max(self.last_seen, event.day)
        if event.day == today:
            self.moves.add(move)

    def to_case(self) -> Case:
        """The finding as it stood."""
        return Case(
            id=self.row.id,
            finding=finding_of(self.row.rule, self.row.subject, self.parts),
            severity=self.parts["severity"],
            state=self.state,
            first_seen=self.first_seen,
            last_seen=self.last_seen,
            due_on=self.due_on,
            fixed_on=self.fixed_on,
            reopened=self.reopened,
            dismissed_by=self.dismissed_by,
            held=self.held,
        )


def _lives(session: Session, day: date) -> Iterator[_Life]:
    """Every finding known on `day`, but not those that were mended for good before it."""
    settled = and_(FindingRow.status == State.FIXED.value, FindingRow.fixed_on < day)
    query = (
        select(FindingRow, FindingEventRow)
        .join(FindingEventRow, FindingEventRow.finding_id == FindingRow.id)
        .where(FindingEventRow.day <= day, or_(FindingRow.fixed_on.is_(None), ~settled))
        .order_by(FindingRow.id, FindingEventRow.id)
    )
    for _, pairs in groupby(session.execute(query), key=lambda pair: pair[0].id):
        life: _Life | None = None
        for row, event in pairs:
            life = life or _Life(row)
            life.fold(event, day)
        if life is not None and len(life.parts) == len(PARTS):
            yield life


def _seen_between(session: Session, start: date, end: date) -> Iterator[tuple[date, list[int]]]:
    query = select(ReadingRow.day, ReadingRow.seen).where(ReadingRow.day.between(start, end))
    yield from session.execute(query)


def _see(lives: Iterable[_Life], seen: Iterable[tuple[date, list[int]]]) -> None:
    """A finding that stayed as it was has no event; the readings tell when it was seen last."""
    last: dict[int, date] = defaultdict(lambda: date.min)
    for day, ids in seen:
        for number in ids:
            last[number] = max(last[number], day)
    for life in lives:
        life.last_seen = max(life.last_seen, last[life.row.id])


def _sites(session: Session, day: date) -> dict[str, Site]:
    """Each site as its last reading up to `day` knew it; one without a reading, as the register has it."""
    sites = {row.code: row.to_site() for row in session.scalars(select(SiteRow))}
    latest = select(func.max(ReadingRow.id)).where(ReadingRow.day <= day).group_by(ReadingRow.site_code)
    for row in session.scalars(select(ReadingRow).where(ReadingRow.id.in_(latest))):
        sites[row.site_code] = Site(**row.site)
    return sites
