"""A citizen's letter in a public mailbox."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True, kw_only=True)
class LetterSeen:
    """A letter, as its own page or a line of the mailbox's list showed it."""

    url: str
    """The letter's page; a list that does not link its letters gives its own address with `#` and the number."""
    title: str
    asked_on: date | None = None
    answered_on: date | None = None
    answered: bool | None = None
    """None: the page does not say; nobody may be accused on that."""
    status: str | None = None
    """The page's own word: 已办结, 受理中, …"""
