"""A case: a finding with a life, and the moves that its life allows."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from types import MappingProxyType

from checks.findings import Finding
from config.rule_file import Severity


class State(StrEnum):
    """Where a finding stands."""

    SUSPECTED = "suspected"
    OPEN = "open"
    NOTIFIED = "notified"
    REPLIED = "replied"
    FIXED = "fixed"
    DISMISSED = "dismissed"


class Move(StrEnum):
    """What can happen to a finding; each one is an append-only event."""

    FOUND = "found"
    AGED = "aged"
    """Seen again; only counters, ages or the tries differ."""
    CHANGED = "changed"
    """Seen again, and what is wrong differs."""
    WORSE = "worse"
    """Seen again with a higher severity."""
    FIXED = "fixed"
    REOPENED = "reopened"
    RETURNED = "returned"
    """复查未通过: replied to, and still seen."""
    CONFIRMED = "confirmed"
    DISMISSED = "dismissed"
    WITHDRAWN = "withdrawn"
    """A confirmation taken back."""
    RESTORED = "restored"
    """A dismissal taken back, or the exemption behind it ended."""
    NOTIFIED = "notified"
    REPLIED = "replied"


STANDING = (State.SUSPECTED, State.OPEN, State.NOTIFIED, State.REPLIED)
"""What still has to be dealt with: all but fixed and dismissed."""

REGISTER = "register"
"""Who dismisses what a site's profile exempts; the case comes back when the exemption ends."""

_UNCHANGED: Mapping[State | None, State] = {state: state for state in State if state is not State.FIXED}
_BACK_TO_SUSPECTED: Mapping[State | None, State] = dict.fromkeys((*STANDING, State.DISMISSED), State.SUSPECTED)

ALLOWED: Mapping[Move, Mapping[State | None, State]] = MappingProxyType(
    {
        Move.FOUND: {None: State.SUSPECTED},
        Move.AGED: _UNCHANGED,
        Move.CHANGED: {**_UNCHANGED, State.DISMISSED: State.SUSPECTED},
        Move.WORSE: _BACK_TO_SUSPECTED,
        Move.FIXED: dict.fromkeys(STANDING, State.FIXED),
        Move.REOPENED: {State.FIXED: State.SUSPECTED},
        Move.RETURNED: {State.REPLIED: State.NOTIFIED},
        Move.CONFIRMED: {State.SUSPECTED: State.OPEN},
        Move.DISMISSED: {State.SUSPECTED: State.DISMISSED, State.OPEN: State.DISMISSED},
        Move.WITHDRAWN: {State.OPEN: State.SUSPECTED},
        Move.RESTORED: {State.DISMISSED: State.SUSPECTED},
        Move.NOTIFIED: {State.OPEN: State.NOTIFIED},
        Move.REPLIED: {State.NOTIFIED: State.REPLIED},
    }
)
"""The table of the contract's "A finding's life": move -> state before -> state after."""


class NotAllowedError(ValueError):
    """A move that a finding's state does not allow."""

    def __init__(self, state: State | None, move: Move) -> None:
        self.state, self.move = state, move
        super().__init__(f"{move} is not allowed from {state}")


def after(state: State | None, move: Move) -> State:
    """The state that follows. Raises `NotAllowedError`."""
    try:
        return ALLOWED[move][state]
    except KeyError:
        raise NotAllowedError(state, move) from None


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """A finding with a life. (rule, subject) is its identity within its site."""

    id: int | None = None
    """The number that people quote; None: not kept yet."""
    finding: Finding
    """What was seen last."""
    severity: Severity
    """The finding's own, or its rule's."""
    state: State = State.SUSPECTED
    first_seen: date
    last_seen: date
    due_on: date | None = None
    fixed_on: date | None = None
    reopened: int = 0
    """How many times it came back after it had been fixed."""
    dismissed_by: str | None = None
    """A person's name, or `REGISTER` for an exemption of the site's profile."""
    held: bool = False
    """True: found when its rule jumped; nothing is sent before a person has looked."""

    @property
    def key(self) -> tuple[str, str]:
        """(rule, subject)."""
        return self.finding.rule, self.finding.subject
