"""A supervisor's decisions over findings."""

from collections.abc import Sequence
from datetime import UTC, date, datetime

from sqlalchemy.orm import Session

from checks.lifecycle.case import Case, Move, NotAllowedError
from storage.queries.cases import cases_by_id
from storage.writes.findings import Circumstances, decide


class DecisionError(Exception):
    """A decision that cannot be taken; the message is Chinese and says why."""


_WHY_NOT = {
    "suspected": "还没有确认，也没有排除",
    "open": "已经确认",
    "notified": "已经发出整改通知",
    "replied": "责任单位已经回复",
    "fixed": "已经整改",
    "dismissed": "已经排除",
}


def cases_to_decide(session: Session, ids: Sequence[int]) -> list[Case]:
    """The cases of these numbers. Raises `DecisionError` naming the numbers that do not exist."""
    known = cases_by_id(session, ids)
    unknown = [str(number) for number in ids if number not in known]
    if unknown:
        raise DecisionError(f"没有编号为 {'、'.join(unknown)} 的问题。运行 duwang findings 可查看编号。")
    return [known[number][1] for number in ids]


def take_decision(
    session: Session, ids: Sequence[int], move: Move, *, by: str, day: date, reason: str | None
) -> list[Case]:
    """Decide over all of these findings and commit, or over none.

    Raises `DecisionError` for a number that does not exist, for a state that does not allow it, and for confirming
    what was only met behind a wall: that accuses nobody.
    """
    for case in cases_to_decide(session, ids):
        if move is Move.CONFIRMED and not case.finding.accuses:
            why = "网站拦住了核查，或几次结果不一、应答反常"
            raise DecisionError(f"问题 {case.id} 没有查实（{why}），不能确认。请先复查。")
    try:
        decided = decide(session, ids, move, Circumstances(by=by, at=datetime.now(UTC), day=day, reason=reason))
    except NotAllowedError as error:
        session.rollback()
        raise DecisionError(_refusal(session, ids, error)) from error
    session.commit()
    return decided


def _refusal(session: Session, ids: Sequence[int], error: NotAllowedError) -> str:
    stuck = [str(case.id) for case in cases_to_decide(session, ids) if case.state is error.state]
    return f"问题 {'、'.join(stuck)} {_WHY_NOT[str(error.state)]}，不能这样处理。没有作任何改动。"
