"""What a reading is asked for, how far it is, and what it tells when it has ended."""

from dataclasses import dataclass
from datetime import date
from typing import Literal, NamedTuple

from checks.observations.fetch import NotFetched
from checks.observations.link import Attempt, LinkSeen
from checks.observations.page import PageSeen
from checks.observations.site import SiteColumn
from config.settings import Settings
from config.sites import Site
from storage.writes.readings import Mode


@dataclass(frozen=True, kw_only=True)
class ReadingPlan:
    """What to read."""

    site: Site
    reading_id: int
    mode: Mode
    today: date
    settings: Settings
    columns: tuple[SiteColumn, ...] = ()
    """Columns known from the profile and from earlier readings; discovery adds to them."""
    open_pages: tuple[str, ...] = ()
    """Addresses of pages on which a finding stands."""
    open_links: tuple[LinkSeen, ...] = ()
    """Link targets that a recheck asks after."""
    children: int = 1
    """Processes that read plain pages beside the reading's own."""
    rules: str = ""
    """Names the rulebook with its limits: pages that another one judged are judged anew."""


class Progress(NamedTuple):
    """How far a reading is."""

    pages: int
    pages_waiting: int
    links: int
    links_waiting: int
    drawn: int = 0
    """Pages that a browser had to draw: each takes a third of a second."""


@dataclass(frozen=True, kw_only=True)
class ReadingOutcome:
    """How a reading ended. What it saw is in the database."""

    state: Literal["finished", "unreachable", "quiet-hours"]
    """`unreachable`: the home page; `quiet-hours`: cut short, the next start goes on."""
    home: PageSeen | None
    """None: the home page could not be read."""
    home_attempts: tuple[Attempt, ...]
    columns: tuple[SiteColumn, ...]
    """The site's columns; `seen` None where the page could not be read in this reading."""
    unread: tuple[NotFetched, ...]
    """Pages that were not read, and why; the first thousand."""
    counts: dict[str, int]
    """`pages`, `unchanged`, `links`, `files` (opened), `failed`, `requests`; of this process alone."""
