"""HTML -> PageSeen: each part is read by a module of its own."""

import hashlib
import re
from collections.abc import Mapping
from datetime import date, datetime

from lxml import etree
from lxml.html import HtmlElement, HTMLParser, document_fromstring

from checks.observations.page import DatesSeen, PageSeen
from checks.observations.site import SiteColumn
from crawler.extract.address import address_date, canonical, join
from crawler.extract.dates import find_all
from crawler.extract.decode import decode
from crawler.extract.links import read_links
from crawler.extract.meta import read_meta
from crawler.extract.tree import ParsedPage

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
    """Return what a page shows."""
    doc = parse(body, url=url, content_type=content_type)
    meta, _named = read_meta(doc)
    printed = next(iter(find_all(doc.html)), None)
    return PageSeen(
        url=doc.url,
        kind="article",
        encoding=doc.encoding,
        title=meta.get("ArticleTitle"),
        dates=DatesSeen(address=address_date(doc.url), printed=printed.day if printed else None),
        meta=meta,
        links=read_links(doc),
        sha256=hashlib.sha256(body).hexdigest(),
    )
