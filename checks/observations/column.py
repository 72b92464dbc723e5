"""A column's list, as its page showed it."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class ItemSeen:
    """One entry of a column's list."""

    title: str
    """Whole: taken from `title=` where the list cuts it."""
    url: str
    date: date | None
    pinned: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class ColumnSeen:
    """A column page's main list."""

    name: str
    type: str | None
    """An id of `column-types.yaml`; None where the name and place say nothing."""
    items: tuple[ItemSeen, ...] = ()
    latest: date | None = None
    """The newest item date not after today; None: no item carries a date."""
    next_page: str | None = None
    unreadable: str | None = None
    """Why the list could not be seen (`script`, `frame`, `fetch-failed`, …); then `items` says nothing."""
    selector: str | None = None
    """CSS path of the list, as evidence."""
