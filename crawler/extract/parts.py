"""Puts what scripts and frames bring back into the page that asked for it."""

import json
import re
from collections.abc import Iterator, Mapping
from copy import deepcopy
from dataclasses import replace
from typing import Any, Final
from urllib.parse import unquote

from lxml import etree
from lxml.html import document_fromstring
from lxml.html.builder import LI, SPAN, UL, A

from checks.observations.column import ItemSeen
from crawler.extract.address import join
from crawler.extract.decode import decode
from crawler.extract.element import Element
from crawler.extract.hints import whole
from crawler.extract.list_records import cdata_markup, lenient_tree, read_records
from crawler.extract.tree import ParsedPage
from crawler.extract.wants import read_wants

_WRITE = re.compile(r"document\.write(?:ln)?\s*\(", re.I)
_STRING = re.compile(r"""'((?:[^'\\\n]|\\.|\\\n)*)'|"((?:[^"\\\n]|\\.|\\\n)*)"|`((?:[^`\\]|\\.)*)`""")
_ESCAPED = re.compile(r"\\(u[0-9a-fA-F]{4}|x[0-9a-fA-F]{2}|.|\n)", re.S)
_ASSIGNED = re.compile(r"""\.(?:innerHTML\s*=|html\s*\(|append\s*\()\s*""")
_PERCENT_U = re.compile(r"%u([0-9a-fA-F]{4})")
_CALLBACK = re.compile(r"^\s*(?:var\s+)?[\w.$]+\s*[(=]\s*(?=[\[{])")
_CONTROL: Final = {"n": "\n", "r": "\r", "t": "\t", "b": "", "f": "", "v": "", "0": "", "\n": ""}
_WHOLE_PAGE = re.compile(r"<html[\s>]", re.I)
_PAGE_ADDRESS = re.compile(r"\.(?:s?html?|jsp|aspx?|php|inc)(?:\?|$)|/$", re.I)
_SAME: Final = 0.6
"""Share of the page's own links found again in a part: then the part is the site's home page, not a part."""
_LEAST_LINKS: Final = 20


def merge_parts(doc: ParsedPage, parts: Mapping[str, bytes]) -> ParsedPage:
    """Return the page with each fetched part where its script or frame stands. `parts`: address -> bytes.

    Scripts that write are unpacked (`document.write`, `unescape`, `innerHTML`), frames inserted, JSON and XML records
    turned into list items. A script address that was answered with a whole page (a soft redirect to the home page)
    brings nothing. The page itself stays as it was.
    """
    roles = {want.url: want.role for want in read_wants(doc)}
    own = _hrefs(doc.root, doc.base)
    root = deepcopy(doc.root)
    added: list[str] = []
    for url, body in parts.items():
        for piece in _pieces(decode(body)[0], url, role=roles.get(url, "frame"), base=doc.base):
            if not _is_whole_page(piece, own):
                _insert(root, _place(root, doc.base, url), piece)
                added.append(etree.tostring(piece, encoding="unicode", method="html"))
    if not added:
        return doc
    return replace(doc, html="\n".join([doc.html, *added]), root=root)


def written_markup(script: str) -> str:
    """Return the markup that a script writes into the page: its string literals, unescaped, in their order."""
    starts = [*_WRITE.finditer(script), *_ASSIGNED.finditer(script)]
    written = ("".join(_literals(script, start.end())) for start in starts)
    return "\n".join(markup for markup in written if "<" in markup)


def _pieces(text: str, url: str, *, role: str, base: str) -> Iterator[Element]:
    """The elements that one part brings. What a script writes is relative to the page, a frame's page to itself."""
    if role == "frame":
        yield from _page_pieces(text, url)
        return
    if _WHOLE_PAGE.search(text[:2000]):
        if _PAGE_ADDRESS.search(url):
            yield from _page_pieces(text, url)
        return  # asked for a script or data, given a page: a soft redirect
    items = _items(text, base)
    if items:
        yield _list_of(items)
        return
    markup = written_markup(text)
    if not markup and text.lstrip().startswith("<"):
        markup = cdata_markup(text) or text
    tree = lenient_tree(markup) if markup.strip() else None
    if tree is not None and len(tree):
        _make_absolute(tree, base)
        yield tree


def _page_pieces(text: str, url: str) -> Iterator[Element]:
    if not text.strip():
        return
    try:
        body = document_fromstring(text).find("body")
    except (etree.ParserError, ValueError):
        return
    if body is not None:
        body.tag = "div"
        _make_absolute(body, url)
        yield body


def _is_whole_page(piece: Element, own: frozenset[str]) -> bool:
    """True: the part repeats most links of the page, as the home page does whose navigation every page shares."""
    found = _hrefs(piece, "")
    return len(found) >= _LEAST_LINKS and len(own & found) >= _SAME * len(own)


def _hrefs(root: Element, base: str) -> frozenset[str]:
    hrefs = (link.get("href") or "" for link in root.iter("a"))
    return frozenset(url for href in hrefs if (url := join(base, href) if base else href))


def _items(text: str, url: str) -> tuple[ItemSeen, ...]:
    """Records of a JSON answer, bare or wrapped in a call or an assignment."""
    start = _CALLBACK.match(text)
    bare = text[start.end() :] if start else text.lstrip("\ufeff \t\r\n")
    if bare[:1] not in ("{", "["):
        return ()
    try:
        value: Any = json.JSONDecoder(strict=False).raw_decode(bare)[0]
    except (ValueError, RecursionError):  # no JSON, or a number of thousands of digits
        return ()
    return read_records(value, base=url) or _packed_records(value, url)


def _packed_records(value: Any, url: str) -> tuple[ItemSeen, ...]:
    """Records in an answer whose data is a JSON text once more."""
    if isinstance(value, Mapping):
        for inner in value.values():
            if isinstance(inner, str) and inner[:1] in ("{", "["):
                found = _items(inner, url)
                if found:
                    return found
    return ()


def _list_of(items: tuple[ItemSeen, ...]) -> Element:
    rows = [
        LI(A(item.title, href=item.url, title=item.title), *([SPAN(item.date.isoformat())] if item.date else []))
        for item in items
    ]
    made: Element = UL(*rows)
    made.set("class", "list")
    return made


def _literals(script: str, at: int) -> Iterator[str]:
    """String literals of one call or assignment, from `at` to its end."""
    depth = 0
    while at < len(script):
        char = script[at]
        literal = _STRING.match(script, at) if char in "'\"`" else None
        if literal:
            yield _plain(next(part for part in literal.groups() if part is not None))
            at = literal.end()
            continue
        depth += (char == "(") - (char == ")")
        if char == ";" and depth <= 0:
            return
        at += 1


def _plain(literal: str) -> str:
    """A literal's value; percent-encoded text, as `unescape` is given it, decoded too."""
    text = _ESCAPED.sub(lambda match: _char(match[1]), literal) if "\\" in literal else literal
    if "%3C" in text or "%3c" in text or "%u" in text:
        text = unquote(_PERCENT_U.sub(lambda match: chr(int(match[1], 16)), text))
    return whole(text)


def _char(escape: str) -> str:
    if escape[0] in "ux" and len(escape) > 1:
        return chr(int(escape[1:], 16))
    return _CONTROL.get(escape, escape)


def _place(root: Element, base: str, url: str) -> Element | None:
    """The script or frame of the page that asked for this address."""
    for element in root.iter("script", "iframe", "frame"):
        source = element.get("src")
        if source and join(base, source) == url:
            return element
    return None


def _insert(root: Element, place: Element | None, piece: Element) -> None:
    """Put a piece after what asked for it; frames of a frameset, and data, at the end of the page."""
    parent = place.getparent() if place is not None else None
    if place is not None and parent is not None and place.tag != "frame" and parent.tag != "head":
        place.addnext(piece)
        return
    body = root.find("body")
    if body is None:
        body = etree.SubElement(root, "body")  # a frameset has none
    body.append(piece)


def _make_absolute(piece: Element, url: str) -> None:
    """Addresses inside a part are relative to the part (a frame), or already absolute."""
    for element in piece.iter("a", "img", "area", "iframe", "script", "link"):
        for name in ("href", "src"):
            address = element.get(name)
            joined = join(url, address) if address else None
            if joined:
                element.set(name, joined)
