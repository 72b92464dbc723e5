"""HTML -> PageSeen: each part is read by a module of its own."""

import hashlib
import re
from codecs import BOM_UTF8
from collections.abc import Mapping
from dataclasses import replace
from datetime import date, datetime
from typing import Any, NamedTuple

from lxml import etree

from checks.observations.column import ColumnSeen
from checks.observations.link import LinkSeen
from checks.observations.page import Crumb, DatesSeen, PageKind, PageSeen
from checks.observations.site import SiteColumn
from config.zone import BEIJING
from crawler.extract.address import address_date, canonical, join
from crawler.extract.body import Body, body_text, find_body
from crawler.extract.breadcrumb import read_breadcrumb, without_title
from crawler.extract.decode import decode
from crawler.extract.document import read_document
from crawler.extract.element import Element
from crawler.extract.explained_otherwise import explained_otherwise
from crawler.extract.hints import mentions
from crawler.extract.interpretation import read_interpretations
from crawler.extract.items import is_home_address, read_column, read_home_items
from crawler.extract.kind import Signs, file_kind, likely_kind, page_kind
from crawler.extract.links import link_kind, read_links
from crawler.extract.marks import read_marks
from crawler.extract.meta import meta_date, read_meta
from crawler.extract.page_types import with_page_types
from crawler.extract.parts import merge_parts
from crawler.extract.policy import upgrades_insecure
from crawler.extract.published import read_published
from crawler.extract.source import read_source
from crawler.extract.title import TitleSeen, head_title, read_title, without_site
from crawler.extract.tree import ParsedPage
from crawler.extract.wants import read_wants

_LIVELY_DAYS = 7
"""Age of its newest item up to which a home page needs no second look."""
_END_OF_HTML = re.compile(r"</(?:html|body)\s*>", re.I)
_EMPTY = b"<html><body></body></html>"
_PARSER = etree.HTMLParser(encoding="utf-8", huge_tree=True, collect_ids=False)
"""Makes no table of the elements by their ids: nobody looks one up."""


def parse(body: bytes, *, url: str, content_type: str | None = None) -> ParsedPage:
    """Return a page's tree, decoded by what its bytes are. Never raises: of garbage comes an empty tree."""
    text, encoding = decode(body, content_type)
    is_same = encoding == "utf-8" and b"\x00" not in body and not body.startswith(BOM_UTF8) and "\ufffd" not in text
    root = _tree(text, body if is_same else text.encode("utf-8", "replace"))
    url = canonical(url)
    return ParsedPage(url=url, base=_base(root, url), html=text, root=root, encoding=encoding)


def _tree(text: str, source: bytes) -> Element:
    """The tree of a text; `source` is the text in UTF-8, most often the page's own bytes."""
    root = _root(source)
    if root is None:
        return etree.fromstring(_EMPTY, _PARSER)
    if any(isinstance(after.tag, str) for after in root.itersiblings()):
        # An included header ended the document in its middle; what follows is another root that browsers do not know.
        return etree.fromstring(_END_OF_HTML.sub("", text).encode("utf-8", "replace"), _PARSER)
    return root


def _root(source: bytes) -> Element | None:
    """The root of the tree; None of what holds no element."""
    try:
        return etree.fromstring(source, _PARSER)
    except (etree.ParserError, ValueError):
        return None


def _base(root: Element, url: str) -> str:
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
    policy: str | None = None,
    is_home: bool | None = None,
    column: SiteColumn | None = None,
    parts: Mapping[str, bytes] | None = None,
    marks: bool = True,
) -> PageSeen:
    """Return what a page shows.

    `last_modified` and `policy` (Content-Security-Policy) are the answer's headers; `is_home` settles what the address
    leaves open; `column` is the profile's or the known column at this address; `parts` holds what the page's wants
    brought, by their addresses. `marks` False leaves the footer unread, as plain articles need it only now and then.
    A file that is no page comes back as `attachment` or `other`, with nothing but its address, date and hash. Never
    raises.
    """
    digest = hashlib.sha256(body).hexdigest()
    if file := file_kind(body, content_type):
        return _file(file, canonical(url), _day(last_modified), digest)
    doc = parse(body, url=url, content_type=content_type)
    sources = [decode(part)[0] for part in parts.values()] if parts else []
    if parts:
        doc = merge_parts(doc, parts)
    standard, named = read_meta(doc)
    crumbs = read_breadcrumb(doc)
    kind, listed, article = _what_it_is(doc, standard, named, today=today, is_home=is_home, column=column)
    footer = read_marks(doc, fetched=sources) if marks else None
    dates = DatesSeen(address=address_date(doc.url), last_modified=_day(last_modified))
    links = read_links(doc)
    if article is not None:
        crumbs = without_title(crumbs, article.title.text)
        own = _article_fields(doc, article, standard, dates, crumbs, links, stated=meta_date(named))
    else:
        own = _place_fields(doc, standard, dates, kind, listed, links, today=today)
    alts = [image.get("alt") for image in doc.root.iter("img")]
    seen = PageSeen(
        url=doc.url,
        kind=kind,
        encoding=doc.encoding,
        meta=standard,
        marks=footer,
        breadcrumb=crumbs,
        wants=read_wants(
            doc,
            lists=_is_quiet(own["newest_item"], today) if kind == "home" else bool(listed and listed.unreadable),
            footer=footer is not None and footer.unreadable is not None,
        ),
        language=(doc.root.get("lang") or doc.root.get("xml:lang") or "").strip() or None,
        images=len(alts),
        images_without_alt=alts.count(None),
        upgrades_insecure=upgrades_insecure(doc, policy),
        sha256=digest,
        **own,
    )
    return with_page_types(seen, doc)


def _with_listed(links: tuple[LinkSeen, ...], listed: ColumnSeen) -> tuple[LinkSeen, ...]:
    """The page's links, and those of a list that stands in its scripts' data: people see both."""
    known = {link.url for link in links}
    unseen = {item.url: item.title for item in listed.items if item.url and item.url not in known}
    return (*links, *(LinkSeen(url, title, link_kind(url)) for url, title in unseen.items()))


def _file(kind: PageKind, url: str, modified: date | None, digest: str) -> PageSeen:
    dates = DatesSeen(address=address_date(url), last_modified=modified)
    return PageSeen(url=url, kind=kind, encoding="binary", dates=dates, sha256=digest)


class _Article(NamedTuple):
    """What of a page is an article's."""

    title: TitleSeen
    body: Body
    published: tuple[date, datetime | None] | None


def _read_article(doc: ParsedPage, named: Mapping[str, str]) -> _Article:
    title = read_title(doc, named)
    body = find_body(doc.flow, title.at)
    return _Article(title, body, read_published(doc.flow, title, body))


def _signs(doc: ParsedPage, article: _Article) -> Signs:
    title, body = article.title, article.body
    return Signs(
        titled=bool(title.at),
        stated=bool(title.at) and title.sure,
        dated=article.published is not None,
        placed=len(read_breadcrumb(doc)) > 1,
        paged=mentions(doc.html, "下一页", 2),
        prose=sum(len(part) for line in doc.flow.lines[body.first : body.end] for part in line.parts),
    )


def _article_fields(
    doc: ParsedPage,
    article: _Article,
    standard: Mapping[str, str],
    dates: DatesSeen,
    crumbs: tuple[Crumb, ...],
    links: tuple[LinkSeen, ...],
    *,
    stated: date | None,
) -> dict[str, Any]:
    """What `PageSeen` says of an article: its own date, source, text and relations."""
    day, moment = article.published or (None, None)
    title = article.title.text
    text = body_text(doc.flow.lines, article.body)
    explained_by, explains = read_interpretations(doc, title=title, crumbs=crumbs, links=links)
    document = read_document(doc, title=title, text=text)
    if document is not None and document.is_policy and title and not explained_by:
        explained_by = explained_otherwise(doc, title=title)
    return {
        "title": title,
        "published_on": day or stated,
        "published_at": moment,
        "dates": replace(dates, printed=day, meta=stated),
        "source": read_source(doc.flow, article.title, article.body) or standard.get("ContentSource") or None,
        "document": document,
        "interpretations": explained_by,
        "interprets": explains,
        "links": links,
        "text": text,
    }


def _place_fields(
    doc: ParsedPage,
    standard: Mapping[str, str],
    dates: DatesSeen,
    kind: PageKind,
    listed: ColumnSeen | None,
    links: tuple[LinkSeen, ...],
    *,
    today: date,
) -> dict[str, Any]:
    """What `PageSeen` says of a page that is no article: its name and its list."""
    days = (item.date for item in read_home_items(doc, today=today)) if kind == "home" else ()
    return {
        "title": _place_title(doc, standard, listed),
        "dates": dates,
        "newest_item": max((day for day in days if day and day <= today), default=None),
        "column": listed if kind == "column" else None,
        "links": _with_listed(links, listed) if listed is not None and listed.selector is None else links,
    }


class _Known(NamedTuple):
    """A page's kind, and what only pages of this kind have."""

    kind: PageKind
    listed: ColumnSeen | None = None
    article: _Article | None = None


def _what_it_is(
    doc: ParsedPage,
    standard: Mapping[str, str],
    named: Mapping[str, str],
    *,
    today: date,
    is_home: bool | None,
    column: SiteColumn | None,
) -> _Known:
    """What is known of a page goes over what it looks like."""
    if is_home or (is_home is None and is_home_address(doc.url)):
        return _Known("home")
    if column is not None:
        return _Known("column", read_column(doc, today=today, hint=column))
    article = _read_article(doc, named)
    signs = _signs(doc, article)
    kind = page_kind(doc.url, standard, "" if doc.url else head_title(doc), signs)
    if kind not in ("home", "article"):
        listed = read_column(doc, today=today)
        if listed is not None:
            return _Known("column", listed)
    kind = kind or likely_kind(signs)
    return _Known(kind, article=article if kind == "article" else None)


def _is_quiet(newest: date | None, today: date) -> bool:
    """True: a home page shows nothing new; what its scripts and frames bring may be."""
    return newest is None or (today - newest).days > _LIVELY_DAYS


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
    return moment.astimezone(BEIJING).date() if moment.tzinfo else moment.date()
