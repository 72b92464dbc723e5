"""What a sample portal is made of on one day, before any template has drawn it."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from typing import Literal

from config.sites import Level

Form = Literal["text", "document", "letter", "table"]
"""How an article's page is laid out."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Identity:
    """Who a sample site is."""

    key: str
    """Short name in the demo's own data: `anhe`."""
    code: str
    name: str
    place: str
    unit: str
    """The organisation as its documents name it."""
    office: str
    """Who signs and looks after the site."""
    field_of_work: str
    prefix: str
    """Of its document numbers: 安政办发."""
    host: str
    level: Level
    style: str
    """Folder of its templates, one for each content management system."""
    phone: str
    icp: str
    police: str
    mailbox: str
    """What the site calls its public mailbox."""
    framed: tuple[str, ...] = ()
    """Columns whose list stands in an iframe."""


@dataclass(slots=True)
class Link:
    """A labelled link; `target` is an article's key, or an address as the page writes it."""

    text: str
    target: str
    label: str = ""


@dataclass(slots=True)
class Article:
    """One page of content. Faults change it before it is drawn."""

    key: str
    column: str
    title: str
    published: date
    paragraphs: list[str]
    """HTML-safe text, a paragraph each."""
    form: Form = "text"
    block: dict[str, str] = field(default_factory=dict)
    """Labelled facts shown above the text."""
    table: list[list[str]] = field(default_factory=list)
    related: list[Link] = field(default_factory=list)
    files: list[Link] = field(default_factory=list)
    images: list[tuple[str, str]] = field(default_factory=list)
    """Address and alternative text."""
    signature: str = ""
    mark: str = ""
    source: str = ""
    extra: str = ""
    """Markup that a fault put into the page."""
    printed: date | None = None
    """The date that the page and its list print, where a fault makes it another than the day of publication."""
    show_date: bool = True
    pinned: bool = False
    metas_left_out: set[str] = field(default_factory=set)
    touched: bool = False
    """True: a fault changes this page on some day, so its publication says nothing about its last change."""


@dataclass(slots=True)
class Column:
    """A column: a list of articles, one standing page, or a way to other columns."""

    key: str
    name: str
    section: str
    number: int
    """Its number in the address, as some systems write it."""
    articles: list[Article] = field(default_factory=list)
    shown: int = 0
    """How many articles the list shows; 0: all. The others are still there, for whoever has their address."""
    standing: Article | None = None
    children: list[str] = field(default_factory=list)
    extra: str = ""
    """Markup that a fault put into the page."""
    in_frame: bool = False
    """True: the list stands in an iframe."""


@dataclass(slots=True)
class Answer:
    """What the server says at an address that is no page of the model."""

    status: int = 200
    body: bytes = b""
    content_type: str = "text/html; charset=utf-8"
    location: str = ""
    wait_seconds: float = 0.0
    fails_first: bool = False
    """True: the first request of a day is answered 500, as by a server that is overloaded for a moment."""
    head_refused: bool = False


@dataclass(slots=True)
class Portal:
    """One site on one day."""

    identity: Identity
    port: int
    today: date
    columns: dict[str, Column] = field(default_factory=dict)
    footer_without: set[str] = field(default_factory=set)
    """Codes of footer marks that are left out."""
    metas_left_out: dict[str, set[str]] = field(default_factory=dict)
    """Page kind -> tags that its pages do not carry."""
    without_language: set[str] = field(default_factory=set)
    """Page kinds whose pages do not say their language."""
    without_alt: set[str] = field(default_factory=set)
    """Page kinds whose pictures have no alternative text."""
    banner: str = ""
    """Markup in the frame of every page."""
    home_frozen_days: int = 0
    """Items younger than this are kept off the home page."""
    answers: dict[str, Answer] = field(default_factory=dict)
    accounts: dict[str, date] = field(default_factory=dict)
    """New-media account, as findings name it -> its last post."""
    down: bool = False

    @property
    def origin(self) -> str:
        """Scheme, host and port."""
        return f"http://{self.identity.host}:{self.port}"

    def listed(self) -> Iterator[Article]:
        """Every article that some column lists, and every standing page."""
        for column in self.columns.values():
            yield from column.articles
            if column.standing is not None:
                yield column.standing

    def article(self, key: str) -> Article:
        """The article of that key; `KeyError` where there is none today."""
        for article in self.listed():
            if article.key == key:
                return article
        raise KeyError(f"{self.identity.key}: {key}")
