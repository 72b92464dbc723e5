"""Every link of a page: where it leads, of what kind, and where in the page it stands."""

import re
from collections.abc import Iterable, Iterator, Sequence, Set
from dataclasses import replace
from functools import lru_cache
from typing import Final

from lxml import etree

from checks.observations.link import LinkKind, LinkSeen
from crawler.extract.address import Joiner, is_malformed
from crawler.extract.element import Element, all_words
from crawler.extract.flow import Anchor, Flow
from crawler.extract.place import WHOLE_PAGE, Place
from crawler.extract.script_hidden import HOW, hidden_by_scripts
from crawler.extract.template import TemplatePart
from crawler.extract.tree import ParsedPage

_ADDRESS_OF: dict[str, tuple[str, LinkKind]] = {
    "a": ("href", "page"),
    "area": ("href", "page"),
    "img": ("src", "image"),
    "script": ("src", "script"),
    "link": ("href", "style"),
    "iframe": ("src", "frame"),
    "frame": ("src", "frame"),
    "source": ("src", "media"),
    "video": ("src", "media"),
    "audio": ("src", "media"),
    "track": ("src", "media"),
    "embed": ("src", "media"),
    "object": ("data", "media"),
    "input": ("src", "image"),
}
_WORDLESS = frozenset(_ADDRESS_OF) - {"a"}
_ODD_TAGS = frozenset({"img", "link", "input", "source"})
_EXTENSIONS: dict[LinkKind, str] = {
    "attachment": "pdf doc docx xls xlsx ppt pptx wps wpt et dps ofd ceb rtf txt csv zip rar 7z tar gz apk exe",
    "image": "jpg jpeg png gif bmp webp svg ico tif tiff",
    "media": "mp4 mp3 flv f4v m3u8 wmv wma avi mov mpg mpeg rm rmvb swf wav ogg webm m4a m4v 3gp",
}
_KIND_OF_EXTENSION: dict[str, LinkKind] = {name: kind for kind, names in _EXTENSIONS.items() for name in names.split()}
_EXTENSION = re.compile(r"\.([A-Za-z0-9]{2,5})(?=$|[?#])")
_QUERY_FILE = re.compile(r"[?&][^=&]*file[^=&]*=[^&]*\.([A-Za-z0-9]{2,5})(?=$|&)", re.I)
_OPENED = re.compile(
    r"""(?:window\.open\s*\(|(?:window\.|document\.|self\.|top\.|parent\.)*location(?:\.href)?\s*=|location\.(?:assign|replace)\s*\()"""
    r"""\s*(['"])([^'"]*)\1(?!\s*[+.])""",
    re.I,
)
_CLICKED = etree.XPath("//*[@onclick][not(self::a)]")
_ONCLICK_OPENS = re.compile(r"""on[cC]lick\s*=\s*["'][^<>]{0,80}?(?:open|location)""")
_NOWHERE = re.compile(r"\s*(?:#|javascript:)", re.I)
_WRITTEN = Place("main", HOW)
_MOST_SHARED = 1 << 13
_LAZY = ("data-original", "data-src", "data-url", "_src")


def read_links(doc: ParsedPage) -> tuple[LinkSeen, ...]:
    """Return the page's links, each (address, kind) once at its first place.

    What leads to no other page (`javascript:`, `mailto:`, fragments) is left out; what was meant as an address and
    is none is kept as written, `malformed`. An address met both hidden and in sight is in sight, and one that is both
    loaded and led to is loaded.
    """
    seen: dict[str | tuple[str, LinkKind], LinkSeen] = {}
    reader = _LinkReader(doc)
    hidden = hidden_by_scripts(doc)
    own = reader.read_all(_marked(doc.flow.anchors, hidden.own)) if hidden.own else _read_flow(reader, doc.flow)
    for link in own:
        known = seen.setdefault(link.url, link)
        if known is not link:
            _add(seen, known, link)
    for link in reader.opened():
        if seen.setdefault(link.url, link).kind != link.kind:
            seen.setdefault((link.url, link.kind), link)
    for link in reader.written(hidden.written):
        seen.setdefault(link.url, link)
    return tuple(seen.values())


def _read_flow(reader: "_LinkReader", flow: Flow) -> list[LinkSeen]:
    """The links of all anchors; those of known parts of the template are known, too."""
    links: list[LinkSeen] = []
    at = 0
    for part, first in flow.repeated:
        end = first + len(part.anchors)
        links += reader.read_all(flow.anchors[at:first])
        links += reader.read_part(part, flow.anchors[first:end])
        at = end
    links += reader.read_all(flow.anchors[at:])
    return links


def _marked(anchors: Iterable[Anchor], hidden: Set[Element]) -> Iterator[Anchor]:
    """The anchors, those that a script hides so marked."""
    for element, place, text in anchors:
        yield element, place._replace(hidden=place.hidden or HOW) if element in hidden else place, text


def _add(seen: dict[str | tuple[str, LinkKind], LinkSeen], first: LinkSeen, link: LinkSeen) -> None:
    """Add a link to an address that has been met; one of another kind than the first stands for itself."""
    key = link.url if first.kind == link.kind else (link.url, link.kind)
    known = seen.setdefault(key, link)
    if known is not link:
        seen[key] = _merged(known, link)


def opened_address(script: str) -> str | None:
    """Return the address that a script opens, `window.open('…')` or `location.href='…'`; None where it is computed."""
    found = _OPENED.search(script)
    return found[2] if found and found[2] else None


@lru_cache(maxsize=1 << 14)
def link_kind(url: str, default: LinkKind = "page") -> LinkKind:
    """Return the kind that an address's file extension tells, or `default`."""
    for found in (_EXTENSION.search(url.partition("?")[0]), _QUERY_FILE.search(url)):
        if found and (kind := _KIND_OF_EXTENSION.get(found[1].lower())):
            return kind
    return default


def _address(element: Element) -> tuple[str | None, LinkKind]:
    tag = str(element.tag)
    attribute, kind = _ADDRESS_OF[tag]
    address = element.get(attribute)
    if tag in _ODD_TAGS:
        return _odd_address(tag, element, address, kind)
    return address, kind


def _odd_address(tag: str, element: Element, address: str | None, kind: LinkKind) -> tuple[str | None, LinkKind]:
    """The address of an element that links only in some of its forms."""
    if tag == "img":
        return _image_address(element, address), kind
    if tag == "link":
        return _related_address(element, address, kind)
    if tag == "input":
        return (address if (element.get("type") or "").lower() == "image" else None), kind
    parent = element.getparent()
    return (None if parent is not None and parent.tag == "picture" else address), kind


def _image_address(element: Element, address: str | None) -> str | None:
    """A lazy image's real address, where `src` holds only a stand-in."""
    if address and not address.startswith("data:"):
        return address
    return next((lazy for name in _LAZY if (lazy := element.get(name))), None)


def _related_address(element: Element, address: str | None, kind: LinkKind) -> tuple[str | None, LinkKind]:
    """Style sheets and icons; what no browser fetches for the visitor (canonical, alternate, preconnect) is none."""
    rels = (element.get("rel") or "").lower().split()
    if "stylesheet" in rels:
        return address, kind
    return (address if "icon" in rels or "apple-touch-icon" in rels else None), "image"


_link_seen = lru_cache(maxsize=1 << 12)(LinkSeen)
"""Logos, scripts and style sheets are the same on every page, and making an object is dearer than finding it."""
_SHARED: Final[dict[tuple[str, str | None, str, Place], LinkSeen]] = {}
"""Links of plain words by (site and encoding, href, words, place): a menu's are the same on every page of a site."""


class _LinkReader:
    """Reads one page's elements that may link."""

    __slots__ = ("_apart", "_doc", "_joiner", "_opens", "site")

    def __init__(self, doc: ParsedPage) -> None:
        self._doc = doc
        self._joiner = Joiner(doc.base, doc.encoding)
        self.site = f"{self._joiner.origin} {doc.encoding}"
        self._opens = "lick" in doc.html and bool(_ONCLICK_OPENS.search(doc.html))
        self._apart = _apart(doc)

    def read_all(self, anchors: Iterable[Anchor]) -> list[LinkSeen]:
        """The links that these are, in their order."""
        site = self.site
        links: list[LinkSeen] = []
        for element, place, words in anchors:
            link = _SHARED.get((site, element.get("href"), words, place)) if words else None
            if link is None:
                link = self.read(element, place, words)
                if link is None:
                    continue
            links.append(link)
        return links

    def read_part(self, part: TemplatePart, anchors: Sequence[Anchor]) -> Sequence[LinkSeen]:
        """The links of a part of the template, read once where they are the same from all pages of the site."""
        if self._opens or self._apart:
            return self.read_all(anchors)
        links = part.links.get(self.site)
        if links is None:
            links = tuple(self.read_all(anchors))
            if all(self._is_same_everywhere(element) for element, _, _ in anchors):
                part.links[self.site] = links
        return links

    def _is_same_everywhere(self, element: Element) -> bool:
        href = _address(element)[0]
        return not href or self._joiner.base_of(href) is not None or bool(_NOWHERE.match(href))

    def read(self, element: Element, place: Place, words: str | None) -> LinkSeen | None:
        """The link that an element is; None where it leads to no other page."""
        apart = self._apart.get(element) if self._apart else None
        if apart == "template":
            return None
        href, kind = _address(element)
        if self._opens and kind == "page" and (not href or _NOWHERE.match(href)):
            href = opened_address(element.get("onclick") or "")
        link = _link(self._joiner, element, place, href, kind) if href else None
        if link is None or href is None:
            return None
        if apart == "noscript":
            return replace(link, embedded=False)
        if words and not words.isspace() and words.rstrip()[-1] not in ".…" and self._joiner.base_of(href) is not None:
            if len(_SHARED) >= _MOST_SHARED:
                _SHARED.clear()
            _SHARED[self.site, href, words, place] = link  # nothing else has made it
        return link

    def opened(self) -> Iterator[LinkSeen]:
        """What other elements than links open on a click."""
        for element in _CLICKED(self._doc.root) if self._opens else ():
            address = opened_address(element.get("onclick"))
            link = _link(self._joiner, element, WHOLE_PAGE, address, "page") if address else None
            if link and not link.malformed:
                yield link

    def written(self, elements: Iterable[Element]) -> Iterator[LinkSeen]:
        """What a script writes into the page out of everybody's sight."""
        for element in elements:
            link = _link(self._joiner, element, _WRITTEN, element.get("href") or "", "page")
            if link and not link.malformed:
                yield link


def _apart(doc: ParsedPage) -> dict[Element, str]:
    """Everything inside `noscript`, which only browsers without scripts load, and `template`, which none shows."""
    return {element: str(part.tag) for part in doc.root.iter("noscript", "template") for element in part.iter()}


def _link(joiner: Joiner, element: Element, place: Place, href: str, kind: LinkKind) -> LinkSeen | None:
    url = joiner.join(href)
    malformed = url is None
    if url is None:
        if not is_malformed(href):
            return None
        url = href.strip()
    tag = element.tag
    embedded = kind != "page"
    if kind in ("page", "media"):
        kind = link_kind(url, kind)
    text = _words(element) if tag not in _WORDLESS else (element.get("alt") or element.get("title") or "").strip()
    return _link_seen(url, text, kind, place.region, malformed, place.hidden, embedded)


def _words(element: Element) -> str:
    """The link's words; where it has none or they are cut, its title or its image's alternative text."""
    words = " ".join(all_words(element).split())
    if words and words[-1] not in ".…":
        return words
    title = (element.get("title") or "").strip()
    if title or words:
        return title or words
    return next((alt.strip() for image in element.iter("img") if (alt := image.get("alt"))), "")


def _merged(known: LinkSeen, again: LinkSeen) -> LinkSeen:
    embedded = known.embedded or again.embedded
    if (known.text or not again.text) and (known.hidden is None or again.hidden) and known.embedded == embedded:
        return known
    return replace(known, text=known.text or again.text, hidden=known.hidden and again.hidden, embedded=embedded)
