"""How fetching an address ended."""

from dataclasses import dataclass

from checks.observations.link import Attempt


@dataclass(frozen=True, slots=True, kw_only=True)
class NotFetched:
    """A page that could not be read, and why: it neither fails nor passes."""

    url: str
    cause: str
    """An `Attempt.outcome`, or `robots`, `budget`, `quiet-hours`, `interrupted`, `not-html`."""
    attempts: tuple[Attempt, ...] = ()
    gone: bool = False
    """True: the server says that there is no such page (404, 410), twice."""
