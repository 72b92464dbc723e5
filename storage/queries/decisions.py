"""Questions about what people made of findings."""

from collections import Counter
from datetime import date, timedelta
from itertools import groupby

from sqlalchemy import select
from sqlalchemy.orm import Session

from checks.findings import ACCUSING
from checks.lifecycle.case import Move
from checks.trust import Decisions, Record, standing
from config.trust import PrecisionLimits
from storage.tables.finding import FindingEventRow, FindingRow

_UPHELD, _DISMISSED = Move.CONFIRMED, Move.DISMISSED
_TAKEN_BACK = (Move.WITHDRAWN, Move.RESTORED)
_BY_PERSONS = (_UPHELD, _DISMISSED, *_TAKEN_BACK)


def rule_decisions(session: Session, *, since: date, until: date) -> dict[str, Decisions]:
    """Rule -> what persons decided over its findings on the days `since` to `until`, both included.

    Each finding counts once, with the last decision that was not taken back. What the register exempts nobody decided,
    and what was only met behind a wall accused nobody. Later days never change the answer.
    """
    upheld: Counter[str] = Counter()
    dismissed: Counter[str] = Counter()
    for _, pairs in groupby(_events(session, since, until), key=lambda pair: pair[0].finding_id):
        events, rules = zip(*pairs, strict=True)
        decision = _last_decision(events, since)
        if decision is not None:
            (upheld if decision is _UPHELD else dismissed)[rules[0]] += 1
    return {rule: Decisions(upheld[rule], dismissed[rule]) for rule in sorted({*upheld, *dismissed})}


def rule_records(session: Session, *, on: date, limits: PrecisionLimits) -> dict[str, Record]:
    """Rule -> how it fared in the window that ends on a day.

    A rule over which nobody decided is left out; its findings may notify.
    """
    since = on - timedelta(days=limits.window_days - 1)
    decisions = rule_decisions(session, since=since, until=on)
    return {rule: Record(made, standing(made, limits)) for rule, made in decisions.items()}


def _events(session: Session, since: date, until: date) -> list[tuple[FindingEventRow, str]]:
    """All that happened until then to the findings over which a person decided, in order, with their rule."""
    decided = select(FindingEventRow.finding_id).where(
        FindingEventRow.day.between(since, until),
        FindingEventRow.kind.in_([move.value for move in _BY_PERSONS]),
        FindingEventRow.reading_id.is_(None),
    )
    query = (
        select(FindingEventRow, FindingRow.rule)
        .join(FindingRow, FindingRow.id == FindingEventRow.finding_id)
        .where(FindingEventRow.finding_id.in_(decided), FindingEventRow.day <= until)
        .order_by(FindingEventRow.finding_id, FindingEventRow.id)
    )
    return [(event, rule) for event, rule in session.execute(query)]


def _last_decision(events: tuple[FindingEventRow, ...], since: date) -> Move | None:
    verdict, decision = None, None
    for event in events:
        verdict = event.payload.get("verdict", verdict)
        if event.reading_id is not None or event.kind not in _BY_PERSONS or event.day < since:
            continue
        move = Move(event.kind)
        decision = None if move in _TAKEN_BACK or verdict not in ACCUSING else move
    return decision
