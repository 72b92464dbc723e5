"""All that was seen of one site in one reading, and where we could not look."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from checks.observations.account import AccountSeen
from checks.observations.column import ColumnSeen
from checks.observations.consultation import ConsultationSeen
from checks.observations.document import DocumentSeen
from checks.observations.external import ExternalLink
from checks.observations.fetch import NotFetched
from checks.observations.host import HostSeen, ProbesSeen
from checks.observations.letter import LetterSeen
from checks.observations.link import Attempt, TargetSeen
from checks.observations.marks import MarksSeen
from checks.observations.page import PageKind, PageSeen
from config.sites import Site


@dataclass(frozen=True, slots=True, kw_only=True)
class SiteColumn:
    """A column of a site: who it is, and what its page showed last."""

    url: str
    name: str
    type: str | None
    max_age_days: int | None = None
    """What the profile sets; None: the type's own limit holds."""
    level: int = 1
    """1: linked from the home page's navigation; 2: below such a column."""
    confidence: float = 1.0
    path: tuple[str, ...] = ()
    """Names of the columns above it."""
    selector: str | None = None
    """CSS selector of the list's items, where the profile sets it; None: the list is detected."""
    seen: ColumnSeen | None = None
    """None: its page could not be read today."""
    first_seen: date | None = None
    held_items: bool = False
    """True: its list held something when it was looked at before this reading."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PageFacts:
    """What is kept of every page: enough for rules that compare pages or dates."""

    url: str
    kind: PageKind
    title: str | None = None
    published_on: date | None = None
    meta_on: date | None = None
    address_on: date | None = None
    modified_on: date | None = None
    first_seen: date | None = None
    column: str | None = None
    """Address of the column that lists it."""
    document: DocumentSeen | None = None
    interpretations: tuple[str, ...] = ()
    interprets: tuple[str, ...] = ()
    leads_to: tuple[str, ...] = ()
    """Of a document or an interpretation: all dated pages of the site that its main part links to, in any words."""
    crumbs: tuple[str, ...] = ()
    letters: tuple[LetterSeen, ...] = ()
    consultation: ConsultationSeen | None = None
    read: bool = True
    """False: known from an earlier reading, not looked at in this one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SiteSeen:
    """One site on one day; `today` is the day that every rule takes for today."""

    site: Site
    today: date
    full: bool = False
    home: PageSeen | None = None
    """None: the home page could not be read."""
    home_attempts: tuple[Attempt, ...] = ()
    home_latest: date | None = None
    """Newest item date on the home page that is not after today."""
    columns: tuple[SiteColumn, ...] = ()
    pages: tuple[PageFacts, ...] = ()
    """Documents, interpretations and dated pages known of this site; plain pages without dates are left out."""
    undated: Mapping[str, PageKind] = field(default_factory=dict)
    """Address -> kind of the known pages that undated items of columns lead to."""
    targets: tuple[TargetSeen, ...] = ()
    """Targets that were asked after and are not ok."""
    marks: Mapping[str, MarksSeen] = field(default_factory=dict)
    """Page address -> footer marks, for the pages they were looked for on."""
    names: Mapping[str, str] = field(default_factory=dict)
    """Everything that the site offers by name: link or column name -> address."""
    unread: tuple[NotFetched, ...] = ()
    probes: ProbesSeen | None = None
    """None: the home page is not being probed."""
    host: HostSeen | None = None
    """None: the host was not looked at."""
    accounts: tuple[AccountSeen, ...] = ()
    """The new-media accounts that the ledger registers under this site."""
    external: tuple[ExternalLink, ...] = ()
    """Links to other people's hosts that showed something odd when their front page was looked at last."""
    looked_at: frozenset[str] = frozenset()
    """Addresses of pages read and targets asked after in this reading with a clear answer (there, or surely gone)."""
    gone: frozenset[str] = frozenset()
    """Of these, the pages that this reading found surely gone, or moved to another address."""
