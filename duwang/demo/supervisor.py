"""A supervisor who never sleeps: confirms what is beyond doubt, so that the demo shows findings with a life."""

from datetime import UTC, date, datetime

from sqlalchemy.orm import Session

from checks.lifecycle.case import Move, State
from storage.queries.findings import FindingFilter, findings
from storage.writes.findings import Circumstances, decide

NAME = "演示监管员"
REASON = "证据确凿，予以确认"


def confirm_what_is_sure(session: Session, day: date) -> None:
    """On the morning of `day`, confirm what the days before left waiting, is certain and is no veto."""
    waiting = findings(session, FindingFilter(states=(State.SUSPECTED,)))
    sure = [
        known.case.id
        for known in waiting
        if known.case.id is not None and known.case.finding.verdict == "confirmed" and known.case.severity == "deduct"
    ]
    decide(session, sure, Move.CONFIRMED, Circumstances(by=NAME, at=datetime.now(UTC), day=day, reason=REASON))
