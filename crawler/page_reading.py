"""From a page's bytes to what a reading keeps of it: read, judged, and the rest let go.

Plain data in, plain data out: it runs in a reading's own process, or in a child (`crawler.child`).
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date

from checks.findings import Finding
from checks.observations.link import LinkSeen
from checks.observations.page import PageKind, PageSeen
from checks.observations.site import SiteColumn
from crawler.extract.dates import http_date
from crawler.extract.page import read_page
from storage.kept import PageKept

Judge = Callable[[PageSeen], Iterable[Finding]]


# What travels between processes has no slots: only without them are its objects pickled in C.


@dataclass(frozen=True, kw_only=True)
class PageOrder:
    """A page to be read: its bytes, the headers that say something about it, and what is known of it."""

    body: bytes
    url: str
    content_type: str | None
    last_modified: str | None
    policy: str | None
    """`Content-Security-Policy`."""
    is_home: bool
    is_frame: bool
    """True: a piece of the page around it."""
    column: SiteColumn | None
    """What the profile fixes about it."""
    marks: bool
    """True: look for the marks of its footer."""


@dataclass(frozen=True, kw_only=True)
class PageResult:
    """What a reading keeps of a page that was read and judged."""

    url: str
    kind: PageKind
    title: str | None
    published_on: date | None
    sha256: str
    links: tuple[LinkSeen, ...]
    items: tuple[str, ...]
    """Addresses of its list's entries."""
    text_size: int
    """Characters of its main text."""
    has_marks: bool
    """True: its footer's marks were looked for."""
    findings: tuple[Finding, ...]
    kept: PageKept


def read(order: PageOrder, *, today: date, parts: Mapping[str, bytes] | None = None) -> PageSeen:
    """The page as its bytes show it, with what its scripts and frames brought."""
    page = read_page(
        order.body,
        url=order.url,
        today=today,
        content_type=order.content_type,
        last_modified=http_date(order.last_modified),
        policy=order.policy,
        is_home=order.is_home or None,
        column=order.column,
        parts=parts,
        marks=order.marks,
    )
    # What stands in a frame owes no tags, marks or language of its own.
    return replace(page, kind="other", column=None, marks=None) if order.is_frame else page


def judged(page: PageSeen, judge: Judge) -> PageResult:
    """What is kept of a page, and what is wrong with it."""
    return PageResult(
        url=page.url,
        kind=page.kind,
        title=page.title,
        published_on=page.published_on,
        sha256=page.sha256,
        links=page.links,
        items=tuple(item.url for item in page.column.items) if page.column else (),
        text_size=len(page.text),
        has_marks=page.marks is not None,
        findings=tuple(judge(page)),
        kept=_kept(page),
    )


def read_and_judge(order: PageOrder, *, today: date, judge: Judge) -> PageResult:
    """Both; what a child is asked for."""
    return judged(read(order, today=today), judge)


def _kept(page: PageSeen) -> PageKept:
    """What rules on the whole site will ask about this page."""
    is_compared = page.published_on is not None or page.document is not None or page.interprets
    return PageKept(
        meta_on=page.dates.meta if is_compared else None,
        address_on=page.dates.address if is_compared else None,
        modified_on=page.dates.last_modified if is_compared else None,
        document=page.document,
        interpretations=page.interpretations,
        interprets=page.interprets,
        crumbs=tuple(crumb.name for crumb in page.breadcrumb) if is_compared or page.kind == "column" else (),
        letters=page.letters,
        consultation=page.consultation,
        column=page.column if page.kind == "column" else None,
        marks=page.marks,
        home=replace(page, text="") if page.kind == "home" else None,
    )
