"""The text of an OFD document (GB/T 33190—2016), page by page."""

import posixpath
import zipfile
from collections.abc import Iterable, Iterator

from lxml import etree

_PARSER = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, remove_comments=True)
_TOUCH = 0.5
"""Of an object's height: one that begins so near to the end of the last one goes on with its word. Some programs write
an object for each sign, with a box drawn tight around it; between two cells of a table lies more."""

Box = tuple[float, float, float, float]
"""x, y, width, height in millimetres."""


class NoOfdTextError(Exception):
    """Why there is no text to be had: `encrypted` or `damaged`."""


def read_ofd_pages(archive: zipfile.ZipFile) -> Iterator[str]:
    """Yield the text of each page, a line for each run of text that stands apart.

    Raises `NoOfdTextError`.
    """
    names = set(archive.namelist())
    if any(posixpath.basename(name) == "Encryptions.xml" for name in names):
        raise NoOfdTextError("encrypted")
    try:
        roots = _words(_tree(archive, "OFD.xml"), "DocRoot")
        for root in roots:
            yield from _pages(archive, names, _inside("", root))
    except (KeyError, etree.XMLSyntaxError, zipfile.BadZipFile, OSError, EOFError) as broken:
        raise NoOfdTextError("damaged") from broken


def _pages(archive: zipfile.ZipFile, names: set[str], document: str) -> Iterator[str]:
    tree = _tree(archive, document)
    for page in _named(tree, "Page"):
        place = page.get("BaseLoc")
        if place is None:
            continue
        name = _inside(posixpath.dirname(document), place)
        yield _page_text(_tree(archive, name if name in names else place.lstrip("/")))


def _page_text(tree: etree._Element) -> str:
    """The text objects in their order; what stands apart is parted, so that no two numbers become one."""
    lines: list[str] = []
    last: Box | None = None
    for thing in _named(tree, "TextObject"):
        words = "".join(_words(thing, "TextCode"))
        box = _box(thing.get("Boundary"))
        if lines and box and last and _goes_on(last, box):
            lines[-1] += words
        else:
            lines.append(words)
        last = box
    return "\n".join(filter(str.strip, lines))


def _goes_on(last: Box, box: Box) -> bool:
    """True for a box right after the last one, on its line: one's middle lies within the other's height."""
    (left, top, width, height), (x, y, _, tall) = last, box
    same_line = top <= y + tall / 2 <= top + height or y <= top + height / 2 <= y + tall
    return same_line and abs(x - left - width) <= max(height, tall) * _TOUCH


def _box(text: str | None) -> Box | None:
    """None where an object has no box."""
    try:
        x, y, width, height = (float(part) for part in (text or "").split())
    except ValueError:
        return None
    return x, y, width, height


def _tree(archive: zipfile.ZipFile, name: str) -> etree._Element:
    return etree.fromstring(archive.read(name), _PARSER)


def _named(tree: etree._Element, name: str) -> Iterable[etree._Element]:
    return tree.iter(f"{{*}}{name}")


def _words(tree: etree._Element, name: str) -> list[str]:
    return [found.text or "" for found in _named(tree, name)]


def _inside(folder: str, place: str) -> str:
    """A place in the archive: from its top where it begins with a stroke, else from the folder of what names it."""
    return posixpath.normpath(posixpath.join(folder, place)).lstrip("/")
