"""What stands below a page's path, where its list should be, and whether a script may yet fill it."""

import re
from collections.abc import Iterable, Iterator
from itertools import chain
from typing import Final, NamedTuple

from crawler.extract.breadcrumb import read_breadcrumb
from crawler.extract.column_name import column_name
from crawler.extract.element import Element
from crawler.extract.list_blocks import words
from crawler.extract.main_list import is_beside
from crawler.extract.place import hidden_by, named_region
from crawler.extract.tree import ParsedPage

_SILENT: Final = frozenset({"script", "style", "br", "hr", "link", "meta", "noscript"})
_SHOWING: Final = ("iframe", "canvas", "object", "embed", "video", "audio", "template", "map")
_ASKING: Final = ("a", "input", "select", "textarea", "button", "form")
_DRAWN_NAME = re.compile(
    r"(?:^|[\s_-])(?:app|root|vue|react|mount|e?charts?|map|canvas|video|player|swiper|loading|skeleton)(?:$|[\s_-])"
    r"|(?:App|Root|Vue|Chart|Map|Player)(?:$|\s)",
    re.I,
)
_FILLS = re.compile(r"\bload\w*\(|\.json\b|innerHTML|append|\.html\(|render|\bshow\w*\(|\binit\w*\(|\bdraw\w*\(", re.I)
_ASKS_FOR_COLUMN = re.compile(
    r"\b(?:channel|column|colum|cat|category|node|col|class|catalog|lanmu|chnl)_?(?:id|code)\b[\"']?\s*[=:]\s*[\"']?\w",
    re.I,
)
_NEEDS_SCRIPTS = re.compile(r"java\s*script|脚本", re.I)
_SAYS_NONE_IN_PICTURE = re.compile(r"(?:^|/)[^/]*(?:no[-_]?data|no[-_]?content|zanwu|wushuju|wuneirong)[^/]*$", re.I)
_TOLD: Final = ("data-", "v-", "ng-", ":", "@")
"""How attributes begin that tell a script what to do; `data-v-` only tells the styles."""
_BOXES: Final = ("div", "section", "article", "main", "table", "tr", "td", "ul")
_LONGEST_REST: Final = 24
"""Characters of a path besides its steps: 您现在的位置是, and the arrows."""
_LONGEST_ENTRY: Final = 14
"""Characters of an entry of a menu."""


class Place(NamedTuple):
    """The part of the page that follows its path, without menus, what is beside it, and the footer."""

    first: Element
    words: str
    """Its words, but for the column's name as their heading."""
    pictures: tuple[Element, ...]
    may_be_drawn: bool

    @property
    def pictures_nothing(self) -> bool:
        """True: its pictures are those that stand for an empty list: nodata.png."""
        return bool(self.pictures) and all(_SAYS_NONE_IN_PICTURE.search(one.get("src") or "") for one in self.pictures)


def below_trail(doc: ParsedPage) -> Place | None:
    """Return what follows the page's path; None where no path is sure, or links, forms, frames, drawings follow it."""
    crumbs = read_breadcrumb(doc)
    trail = doc.trail
    if trail is None or len(words(trail)) > sum(len(crumb.name) + 3 for crumb in crumbs) + _LONGEST_REST:
        return None
    name = column_name(doc)
    parts = [part for part in _opened(_after(trail), name) if not _is_elsewhere(part) and not _is_menu(part, name)]
    if not parts or _holds(parts, *_ASKING, *_SHOWING):
        return None
    text = " ".join(filter(None, map(words, parts)))
    pictures = tuple(picture for part in parts for picture in part.iter("img", "svg"))
    drawn = _asks_for_column(doc) or any(element.get("id") for part in parts for element in part.iter("*"))
    return Place(parts[0], text.removeprefix(name).strip(), pictures, drawn or any(map(_is_marked, parts)))


def _after(trail: Element) -> list[Element]:
    """What follows the path at the first level where anything does."""
    for element in chain((trail,), trail.iterancestors()):
        if element.tag in ("body", "html"):
            break
        after = [one for one in element.itersiblings() if isinstance(one.tag, str) and one.tag not in _SILENT]
        if after:
            return [one for one in after if not _is_elsewhere(one)]
    return []


def _opened(parts: Iterable[Element], name: str) -> Iterator[Element]:
    """The parts; of one that holds a menu of the columns beside this one, what stands beside the menu."""
    for part in parts:
        menus = [box for box in part.iterchildren(*_BOXES) if _is_menu(box, name)]
        own = [box for box in part.iterchildren(*_BOXES) if box not in menus]
        yield from part if menus and own and not _own_words(part) else (part,)


def _own_words(element: Element) -> str:
    """The words that stand in no element inside it."""
    return "".join([element.text or "", *(inner.tail or "" for inner in element)]).strip()


def _is_menu(element: Element, name: str) -> bool:
    """True: short links, this column's own among them, and little else: the columns beside this one."""
    entries = [words(link) for link in element.iter("a")]
    if name not in entries or len(entries) < 2 or max(map(len, entries)) > _LONGEST_ENTRY:
        return False
    return len(words(element)) <= sum(len(entry) + 1 for entry in entries) + _LONGEST_ENTRY


def _is_elsewhere(element: Element) -> bool:
    """True: a footer, a menu, a box beside the main part, or nothing that anybody sees."""
    if element.tag in _SILENT or element.tag in ("header", "nav", "footer", "aside"):
        return True
    if hidden_by(element.get("style") or ""):
        return True
    return named_region(element.get("class"), element.get("id")) is not None or is_beside(element)


def _holds(parts: Iterable[Element], *tags: str) -> bool:
    return any(next(part.iter(*tags), None) is not None for part in parts)


def may_be_filled(doc: ParsedPage, box: Element) -> bool:
    """True: a script may know an empty box by its name, its marks or its place, or knows the page's column."""
    if _is_marked(box) or _asks_for_column(doc):
        return True
    name = box.get("id")
    if not name:
        return False
    if any(script.get("src") for script in box.itersiblings("script")):
        return True
    return any(name in (script.text or "") for script in doc.root.iter("script"))


def _is_marked(box: Element) -> bool:
    """True: names or attributes of the box, or a script in or beside it, say that something is drawn there."""
    for element in box.iter("*"):
        if "-" in str(element.tag) or _DRAWN_NAME.search(f"{element.get('class') or ''} {element.get('id') or ''}"):
            return True
        if "url(" in (element.get("style") or "") or any(
            key.startswith(_TOLD) and not key.startswith("data-v-") for key in element.attrib
        ):
            return True
    beside = chain(box.iter("script"), box.itersiblings("script"), box.itersiblings("script", preceding=True))
    return any(_FILLS.search(script.text or "") for script in beside)


def _asks_for_column(doc: ParsedPage) -> bool:
    """True: a script of the page is told which column to show, or the page says that it needs scripts."""
    if any(_ASKS_FOR_COLUMN.search(script.text or "") for script in doc.root.iter("script")):
        return True
    return any(_NEEDS_SCRIPTS.search(words(element)) for element in doc.root.iter("noscript"))
