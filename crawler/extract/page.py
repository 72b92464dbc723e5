"""HTML -> PageSeen: each part is read by a module of its own."""

import hashlib
import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta, timezone

from lxml import etree
from lxml.html import HtmlElement, HTMLParser, document_fromstring

from checks.observations.column import ColumnSeen
from checks.observations.marks import MarksSeen
from checks.observations.page import DatesSeen, PageKind, PageSeen
from checks.observations.site import SiteColumn
from crawler.extract.address import address_date, canonical, join
from crawler.extract.body import Body, body_text, find_body
from crawler.extract.breadcrumb import read_breadcrumb
from crawler.extract.decode import decode
from crawler.extract.document import read_document
from crawler.extract.items import is_home_address, read_column
from crawler.extract.kind import Signs, file_kind, page_kind
from crawler.extract.links import read_links
from crawler.extract.marks import read_marks
from crawler.extract.meta import meta_date, read_meta
from crawler.extract.published import read_published
from crawler.extract.source import read_source
from crawler.extract.title import TitleSeen, head_title, read_title, without_site
from crawler.extract.tree import ParsedPage

_BEIJING = timezone(timedelta(hours=8))
_END_OF_HTML = re.compile(r"</(?:html|body)\s*>", re.I)
_EMPTY = b"<html><body></body></html>"


def parse(body: bytes, *, url: str, content_type: str | None = None) -> ParsedPage:
    """Return a page's tree, decoded by what its bytes are. Never raises: of garbage comes an empty tree."""
    text, encoding = decode(body, content_type)
    root = _tree(text)
    url = canonical(url)
    return ParsedPage(url=url, base=_base(root, url), html=text, root=root, encoding=encoding)


def _tree(text: str) -> HtmlElement:
    parser = HTMLParser(encoding="utf-8", huge_tree=True)
    try:
        root = document_fromstring(text.encode("utf-8", "replace"), parser=parser)
    except (etree.ParserError, ValueError):
        return document_fromstring(_EMPTY, parser=parser)
    if any(isinstance(after.tag, str) for after in root.itersiblings()):
        # An included header ended the document in its middle; what follows is another root that browsers do not know.
        return document_fromstring(_END_OF_HTML.sub("", text).encode("utf-8", "replace"), parser=parser)
    return root


def _base(root: HtmlElement, url: str) -> str:
    tag = next(root.iter("base"), None)
    href = tag.get("href") if tag is not None else None
    return (join(url, href) if href else None) or url


def read_page(
    body: bytes,
    *,
    url: str,
    today: date,
    content_type: str | None = None,
    last_modified: datetime | None = None,
    is_home: bool | None = None,
    column: SiteColumn | None = None,
    parts: Mapping[str, bytes] | None = None,
    marks: bool = True,
) -> PageSeen:
    """Return what a page shows.

    `last_modified` is the answer's header; `is_home` settles what the address leaves open; `column` is the profile's
    or the known column at this address; `parts` holds what the page's wants brought, by their addresses. `marks`
    False leaves the footer unread, as plain articles need it only now and then. A file that is no page comes back
    as `attachment` or `other`, with nothing but its address, date and hash. Never raises.
    """
    modified = _day(last_modified)
    digest = hashlib.sha256(body).hexdigest()
    if kind := file_kind(body, content_type):
        address = canonical(url)
        dates = DatesSeen(address=address_date(address), last_modified=modified)
        return PageSeen(url=address, kind=kind, encoding="binary", dates=dates, sha256=digest)
    doc = parse(body, url=url, content_type=content_type)
    fetched = {address: parse(part, url=address) for address, part in (parts or {}).items()}
    standard, named = read_meta(doc)
    head = _read_head(doc, named)
    kind, listed = _kind_and_list(doc, standard, head, today=today, is_home=is_home, column=column)
    if listed is not None and listed.unreadable:
        listed = _list_from_parts(listed, fetched, today=today, column=column)
    stated = meta_date(named)
    is_article = kind == "article"
    own = head.published if is_article else None
    text = body_text(doc.flow.lines, head.body) if is_article else ""
    title = head.title.text if is_article else _place_title(doc, standard, listed)
    crumbs = read_breadcrumb(doc, title)
    return PageSeen(
        url=doc.url,
        kind=kind,
        encoding=doc.encoding,
        title=title,
        published_on=(own[0] if own else stated) if is_article else None,
        published_at=own[1] if own else None,
        dates=DatesSeen(
            printed=own[0] if own else None,
            meta=stated if is_article else None,
            address=address_date(doc.url),
            last_modified=modified,
        ),
        source=(read_source(doc.flow.lines, head.title, head.body) or standard.get("ContentSource") or None)
        if is_article
        else None,
        breadcrumb=crumbs,
        meta=standard,
        column=listed if kind == "column" else None,
        document=read_document(doc, title=title, text=text) if is_article else None,
        marks=_read_marks(doc, fetched) if marks else None,
        links=read_links(doc),
        text=text,
        language=(doc.root.get("lang") or doc.root.get("xml:lang") or "").strip() or None,
        images=sum(1 for _ in doc.root.iter("img")),
        images_without_alt=sum(1 for image in doc.root.iter("img") if image.get("alt") is None),
        sha256=digest,
    )


@dataclass(frozen=True, slots=True)
class _Head:
    """What stands at the top of an article."""

    title: TitleSeen
    body: Body
    published: tuple[date, datetime | None] | None


def _read_head(doc: ParsedPage, named: Mapping[str, str]) -> _Head:
    lines = doc.flow.lines
    title = read_title(doc, named)
    body = find_body(lines, title.at)
    return _Head(title, body, read_published(lines, title, body))


def _kind_and_list(
    doc: ParsedPage,
    standard: Mapping[str, str],
    head: _Head,
    *,
    today: date,
    is_home: bool | None,
    column: SiteColumn | None,
) -> tuple[PageKind, ColumnSeen | None]:
    """The page's kind and, of a column, its list. What is known of a page goes over what it looks like."""
    if is_home or (is_home is None and doc.url and is_home_address(doc.url)):
        return "home", None
    if column is not None:
        return "column", read_column(doc, today=today, hint=column)
    prose = sum(len(part) for line in doc.flow.lines[head.body.first : head.body.end] for part in line.parts)
    kind = page_kind(doc.url, standard, doc.flow.lines, Signs(bool(head.title.at), head.published is not None, prose))
    if kind == "article":
        return kind, None
    listed = read_column(doc, today=today)
    return ("column" if listed is not None and kind != "home" else kind), listed


def _list_from_parts(
    listed: ColumnSeen, parts: Mapping[str, ParsedPage], *, today: date, column: SiteColumn | None
) -> ColumnSeen:
    """The list that a frame, a script or a record file brought; unread as before where none did."""
    hint = column or SiteColumn(url="", name=listed.name, type=listed.type)
    for part in parts.values():
        brought = read_column(part, today=today, hint=hint)
        if brought is not None and brought.items:
            return replace(
                listed, items=brought.items, latest=brought.latest, next_page=brought.next_page, unreadable=None
            )
    return listed


def _read_marks(doc: ParsedPage, parts: Mapping[str, ParsedPage]) -> MarksSeen:
    return read_marks(doc, fetched=[part.html for part in parts.values()])


def _place_title(doc: ParsedPage, standard: Mapping[str, str], listed: ColumnSeen | None) -> str | None:
    """The name of a page that is no article."""
    if listed is not None and listed.name:
        return listed.name
    head = head_title(doc)
    return standard.get("ColumnName") or without_site(head, standard.get("SiteName", "")) or head or None


def _day(moment: datetime | None) -> date | None:
    """The day in China, where the sites are."""
    if moment is None:
        return None
    return moment.astimezone(_BEIJING).date() if moment.tzinfo else moment.date()
