"""Every link of a page: where it leads, of what kind, and where in the page it stands."""

import re
from collections.abc import Iterator
from dataclasses import replace

from lxml.html import HtmlElement

from checks.observations.link import LinkKind, LinkSeen
from crawler.extract.address import is_malformed, join
from crawler.extract.place import Place, Places
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
_TAGS = tuple(_ADDRESS_OF)
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
    r"""\s*(['"])(.*?)\1\s*(?!\s*\+)""",
    re.I | re.S,
)
_STYLE_RELS = ("stylesheet",)
_ICON_RELS = ("icon",)
_LAZY = ("data-original", "data-src", "data-url", "_src")


def read_links(doc: ParsedPage) -> tuple[LinkSeen, ...]:
    """Return the page's links, each (address, kind) once at its first place.

    What leads to no other page (`javascript:`, `mailto:`, fragments) is left out; what was meant as an address and
    is none is kept as written, `malformed`. An address met both hidden and in sight is in sight.
    """
    seen: dict[tuple[str, LinkKind], LinkSeen] = {}
    places = Places()
    for element in doc.root.iter(*_TAGS):
        for href, kind in _addresses(element):
            link = _link(doc, element, href, kind, places)
            if link is None:
                continue
            known = seen.get((link.url, link.kind))
            seen[link.url, link.kind] = _merged(known, link) if known else link
    if "onclick" in doc.html:
        _add_opened(doc, places, seen)
    return tuple(seen.values())


def opened_address(script: str) -> str | None:
    """Return the address that an `onclick` opens: `window.open('…')`, `location.href='…'`; None where it is computed."""
    found = _OPENED.search(script)
    return found[2] if found and found[2] else None


def link_kind(url: str, default: LinkKind = "page") -> LinkKind:
    """Return the kind that an address's file extension tells, or `default`."""
    found = _EXTENSION.search(url.partition("?")[0]) or ("file" in url and _QUERY_FILE.search(url))
    return _KIND_OF_EXTENSION.get(found[1].lower(), default) if found else default


def _addresses(element: HtmlElement) -> Iterator[tuple[str, LinkKind]]:
    attribute, kind = _ADDRESS_OF[element.tag]
    address = element.get(attribute)
    if element.tag == "img":
        address = _image_address(element, address)
    elif element.tag == "link":
        kind = _rel_kind(element.get("rel") or "", kind)
        address = address if kind != "page" else None
    elif element.tag == "source" and element.getparent().tag == "picture":
        return
    if address:
        yield address, kind


def _image_address(element: HtmlElement, address: str | None) -> str | None:
    if address and not address.startswith("data:"):
        return address
    return next((lazy for name in _LAZY if (lazy := element.get(name))), None)


def _rel_kind(rel: str, default: LinkKind) -> LinkKind:
    """`page` stands for relations that no browser fetches for the visitor: canonical, alternate, preconnect."""
    rels = rel.lower().split()
    if "stylesheet" in rels:
        return default
    return "image" if "icon" in rels or "apple-touch-icon" in rels else "page"


def _link(
    doc: ParsedPage, element: HtmlElement, href: str, kind: LinkKind, places: Places, *, clicked: bool = False
) -> LinkSeen | None:
    url = join(doc.base, href, encoding=doc.encoding)
    malformed = url is None and is_malformed(href)
    if url is None:
        if not malformed:
            return None
        url = href.strip()
    if kind in ("page", "media"):
        kind = link_kind(url, kind)
    place = places.of(element)
    embedded = element.tag not in ("a", "area") and not clicked
    return LinkSeen(url, _text(element), kind, place.region, malformed, place.hidden, embedded)


def _text(element: HtmlElement) -> str:
    """The link's words; where it has none, its image's alternative text or its title."""
    if element.tag != "a":
        return (element.get("alt") or element.get("title") or "").strip()
    words = (element.text or "") if not len(element) else str(element.xpath("string()"))
    words = " ".join(words.split())
    if words and not words.endswith(("...", "…")):
        return words
    title = (element.get("title") or "").strip()
    return title or words or next((alt.strip() for image in element.iter("img") if (alt := image.get("alt"))), "")


def _merged(known: LinkSeen, again: LinkSeen) -> LinkSeen:
    if (known.text or not again.text) and (known.hidden is None or again.hidden) and known.embedded >= again.embedded:
        return known
    return replace(
        known,
        text=known.text or again.text,
        hidden=known.hidden and again.hidden,
        embedded=known.embedded or again.embedded,
    )


def _add_opened(doc: ParsedPage, places: Places, seen: dict[tuple[str, LinkKind], LinkSeen]) -> None:
    for element in doc.root.xpath("//*[@onclick]"):
        address = opened_address(element.get("onclick"))
        link = _link(doc, element, address, "page", places, clicked=True) if address else None
        if link and not link.malformed:
            seen.setdefault((link.url, link.kind), link)


__all__ = ["Place", "link_kind", "opened_address", "read_links"]
