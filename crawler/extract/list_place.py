"""What stands below a page's path, where its list should be, and whether a script may yet fill it."""

import re
from itertools import chain
from typing import Final, NamedTuple

from lxml.html import HtmlElement

from crawler.extract.breadcrumb import read_breadcrumb
from crawler.extract.column_name import column_name
from crawler.extract.list_blocks import words
from crawler.extract.main_list import is_beside
from crawler.extract.place import hidden_by, named_region
from crawler.extract.tree import ParsedPage

_SILENT: Final = frozenset({"script", "style", "br", "hr", "link", "meta", "noscript"})
_DRAWING: Final = ("script", "iframe", "canvas", "object", "embed", "video", "template")
_ASKING: Final = ("input", "select", "textarea", "button", "form")
_MOUNT = re.compile(r"(?:^|[_-])(?:app|root|vue|react|mount)(?:$|[_-])|(?:App|Root|Vue)$", re.I)
_LONGEST_REST: Final = 24
"""Characters of a path besides its steps: 您现在的位置是, and the arrows."""
_HIGHEST: Final = 4
"""Levels from the path up to what stands beside the list's place."""


class Place(NamedTuple):
    """The part of the page that follows its path, without menus, what is beside it, and the footer."""

    first: HtmlElement
    words: str
    """Its words, but for the column's name as their heading."""
    pictured: bool
    may_be_drawn: bool
    """It has an element by which a script outside may find it."""


def below_trail(doc: ParsedPage) -> Place | None:
    """Return what follows the page's path; None where no path is sure, or links, forms, frames, drawings follow it."""
    crumbs = read_breadcrumb(doc)
    trail = doc.trail
    if trail is None or len(words(trail)) > sum(len(crumb.name) + 3 for crumb in crumbs) + _LONGEST_REST:
        return None
    parts = _after(trail)
    if not parts or any(next(part.iter("a", *_ASKING), None) is not None for part in parts):
        return None
    if any(script.get("src") or script.tag != "script" for part in parts for script in part.iter(*_DRAWING)):
        return None
    name = column_name(doc, container=parts[0])
    text = " ".join(filter(None, map(words, parts)))
    named = any(element.get("id") for part in parts for element in part.iter("*"))
    pictured = any(next(part.iter("img", "svg"), None) is not None for part in parts)
    return Place(parts[0], text.removeprefix(name).strip(), pictured, named)


def _after(trail: HtmlElement) -> list[HtmlElement]:
    """What follows the path at the first level where anything does."""
    for element in chain((trail,), trail.iterancestors()):
        if element.tag in ("body", "html"):
            break
        after = [one for one in element.itersiblings() if isinstance(one.tag, str) and one.tag not in _SILENT]
        own = [one for one in after if not _is_elsewhere(one)]
        if own or after:
            return own
    return []


def _is_elsewhere(element: HtmlElement) -> bool:
    """True: a footer, a menu, a box beside the main part, or nothing that anybody sees."""
    if element.tag in ("header", "nav", "footer", "aside") or hidden_by(element.get("style") or ""):
        return True
    return named_region(element.get("class"), element.get("id")) is not None or is_beside(element)


def may_be_filled(doc: ParsedPage, box: HtmlElement) -> bool:
    """True: an empty box has an id by which a script fills it: named for that, or by one, or one is loaded beside."""
    name = box.get("id")
    if not name:
        return False
    if _MOUNT.search(name) or any(script.get("src") for script in box.itersiblings("script")):
        return True
    return any(name in (script.text or "") for script in doc.root.iter("script"))
