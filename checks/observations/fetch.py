"""How fetching an address ended."""

from collections.abc import Mapping
from dataclasses import dataclass

from checks.observations.link import Attempt


@dataclass(frozen=True, slots=True, kw_only=True)
class Fetched:
    """An address that answered with a body, redirects followed."""

    url: str
    """As asked for."""
    final_url: str
    """Where redirects led."""
    status: int
    body: bytes
    """Unpacked."""
    headers: Mapping[str, str]
    """Names in lower case."""


@dataclass(frozen=True, slots=True, kw_only=True)
class NotFetched:
    """A page that could not be read, and why: it neither fails nor passes."""

    url: str
    cause: str
    """An `Attempt.outcome`, or `robots`, `budget`, `endless` (an address pattern without end), `quiet-hours`,
    `interrupted`, `not-html`, `page-too-large` (to be parsed)."""
    attempts: tuple[Attempt, ...] = ()
    gone: bool = False
    """True: the server says that there is no such page (404, 410), twice."""
