"""One page, parsed once: what page rules look at."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Literal

from checks.observations.catalogue import CatalogueSeen
from checks.observations.column import ColumnSeen
from checks.observations.consultation import ConsultationSeen
from checks.observations.document import DocumentSeen
from checks.observations.guide import GuideSeen
from checks.observations.letter import LetterSeen
from checks.observations.link import LinkSeen
from checks.observations.marks import MarksSeen
from checks.observations.reply import ReplySeen

PageKind = Literal["home", "column", "article", "attachment", "other"]
WantRole = Literal["list", "footer", "frame"]


@dataclass(frozen=True, slots=True)
class Crumb:
    """One step of the breadcrumb."""

    name: str
    url: str | None = None


@dataclass(frozen=True, slots=True)
class Want:
    """Something that a script, iframe or frameset brings in, to be fetched before the page is judged."""

    url: str
    role: WantRole


@dataclass(frozen=True, slots=True, kw_only=True)
class DatesSeen:
    """A page's dates by witness; they may contradict each other."""

    printed: date | None = None
    meta: date | None = None
    address: date | None = None
    last_modified: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class PageSeen:
    """One page as its bytes showed it."""

    url: str
    kind: PageKind
    encoding: str
    title: str | None = None
    published_on: date | None = None
    """The printed date; where none is printed, the meta date."""
    published_at: datetime | None = None
    """With the time of day where it is printed; naive, the site's own clock."""
    dates: DatesSeen = DatesSeen()
    source: str | None = None
    breadcrumb: tuple[Crumb, ...] = ()
    meta: Mapping[str, str] = field(default_factory=dict)
    """The standard's tags by the standard's spelling (`SiteName`, `PubDate`, …); first non-empty one wins; a tag
    that is there but empty is "" """
    column: ColumnSeen | None = None
    newest_item: date | None = None
    """Of a home page: the newest date of its lists' items that is not after today."""
    document: DocumentSeen | None = None
    interpretations: tuple[str, ...] = ()
    """Addresses of pages or files that this document page links to as its interpretations."""
    interprets: tuple[str, ...] = ()
    """Addresses of documents that this interpretation page links to."""
    letters: tuple[LetterSeen, ...] = ()
    """A public mailbox's letters, from its list or from a letter's own page."""
    consultation: ConsultationSeen | None = None
    guide: GuideSeen | None = None
    reply: ReplySeen | None = None
    catalogues: tuple[CatalogueSeen, ...] = ()
    marks: MarksSeen | None = None
    """None: not looked for on this page."""
    links: tuple[LinkSeen, ...] = ()
    text: str = ""
    """Main text of an article, white space folded, paragraphs parted by newlines."""
    wants: tuple[Want, ...] = ()
    language: str | None = None
    """`lang` of the html element."""
    images: int = 0
    images_without_alt: int = 0
    upgrades_insecure: bool = False
    """True: its policy has browsers load over https whatever it names with http."""
    sha256: str = ""
    """Of the page's bytes."""
