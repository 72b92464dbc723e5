"""A column's list, as its page showed it."""

from dataclasses import dataclass
from datetime import date
from typing import Literal

EmptyBy = Literal["words", "count", "head", "box"]
"""How a page shows that its list holds nothing: it says so where the list should be (`words`), its pager or its
store of records counts none (`count`), a table has a header row alone (`head`), or only a list's box is empty or
words stand where they may mean something else (`box`)."""


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
    """Why the list could not be seen (`script`, `frame`, `fetch-failed`, …); then `items` says nothing.

    `shared`: only a list was seen that pages of other columns show too.
    """
    selector: str | None = None
    """CSS path of the list, or of the place where it should be, as evidence."""
    empty_by: EmptyBy | None = None
    """Of an empty list: how the page shows it."""
    note: str | None = None
    """What an empty list's page says about it: 暂无信息, or since when it is being built."""

    @property
    def grows_downwards(self) -> bool:
        """True: the list shows its oldest items first and goes on to a next page: its newest are not seen here."""
        days = [item.date for item in self.items if item.date]
        return self.next_page is not None and len(set(days)) > 1 and days == sorted(days)
