"""A page as people read it, in one walk over its tree: lines of text in order, and the elements that link."""

import re
from collections import defaultdict
from collections.abc import Iterator, Set
from itertools import chain, islice
from typing import Final, NamedTuple, TypeAlias, cast

from lxml import etree

from crawler.extract.element import Element
from crawler.extract.place import REGION_TAGS, SMALL_TAGS, WHOLE_PAGE, Place, place_inside
from crawler.extract.template import Key, TemplatePart, keep_part, key_of, known_part

_BLOCK, _INLINE, _BREAK, _UNSEEN = range(4)
_INLINE_TAGS = (
    "a abbr acronym b bdo big cite code dfn em font i ins kbd label mark nobr q s samp small span strike strong "
    "sub sup tt u var wbr o:p v:shape img input area map"
)
_UNSEEN_TAGS = "title script style noscript template textarea select option object embed svg head link meta"
_LINKING_TAGS = "a area img script link iframe frame source video audio track embed object input"
_ROLE: Final[dict[object, int]] = {
    **dict.fromkeys(_INLINE_TAGS.split(), _INLINE),
    **dict.fromkeys(("br", "hr"), _BREAK),
    **dict.fromkeys(_UNSEEN_TAGS.split(), _UNSEEN),
    **dict.fromkeys((etree.Comment, etree.ProcessingInstruction, etree.Entity), _UNSEEN),
}
_LINKING: Final = frozenset(_LINKING_TAGS.split())
_ENDS_A_LINE: Final = (_BLOCK, _BREAK)
_END: Final = (None,)
_LINE_END: Final = "\x00"
"""No text of a page holds it."""

_Open: TypeAlias = tuple[Element, int, Place]


class Line:
    """A run of text that no block element breaks."""

    __slots__ = ("_text", "element", "parts", "place")

    def __init__(self, parts: list[str], element: Element, place: Place) -> None:
        self.parts = parts
        """Its text nodes in order, as written; never empty."""
        self.element = element
        """The block that it stands in."""
        self.place = place
        self._text: str | None = None

    @property
    def text(self) -> str:
        """The whole line, white space folded; parts are joined without a space, as browsers show `<b>2024</b>年`."""
        if self._text is None:
            self._text = " ".join("".join(self.parts).split())
        return self._text

    @property
    def spaced(self) -> str:
        """The whole line with its parts kept apart: `来源：甲报 日期：…` where two spans stand side by side."""
        return " ".join(" ".join(self.parts).split()) if len(self.parts) > 1 else self.text


Anchor: TypeAlias = tuple[Element, Place, str | None]
"""An element that may link somewhere, where it stands, and the words of an `<a>words</a>` in sight; None for any other.

A plain tuple: a page has hundreds."""


class Repeated(NamedTuple):
    """A part of the template that was known."""

    part: TemplatePart
    first: int
    """Index of its first anchor."""


class Flow:
    """The lines of a page and its anchors, each in document order."""

    __slots__ = ("_firsts", "_words", "anchors", "lines", "repeated")

    def __init__(self, lines: list[Line], anchors: list[Anchor], repeated: list[Repeated]) -> None:
        self.lines = lines
        self.anchors = anchors
        self.repeated = repeated
        self._words: str | None = None
        self._firsts: dict[str, list[int]] | None = None

    def lines_with(self, *words: str) -> list[int]:
        """Indexes of the lines whose text nodes, put together, hold one of these words."""
        if len(words) == 1:
            return list(self._holding(words[0]))
        return sorted({index for word in words for index in self._holding(word)})

    def _holding(self, word: str) -> Iterator[int]:
        """Looks at all lines at once: most words stand in none of them."""
        text = self._text()
        index, start, at = 0, 0, text.find(word) if word[0] in text else -1
        while at >= 0:
            index += text.count(_LINE_END, start, at)
            yield index
            start = text.find(_LINE_END, at)
            at = text.find(word, start) if start >= 0 else -1

    def lines_matching(self, pattern: re.Pattern[str]) -> Iterator[int]:
        """Indexes of the lines in whose text nodes, put together, a pattern is found that knows nothing of ends."""
        text = self._text()
        index, start, found = 0, 0, pattern.search(text)
        while found:
            index += text.count(_LINE_END, start, found.start())
            yield index
            start = text.find(_LINE_END, found.start())
            found = pattern.search(text, start) if start >= 0 else None

    def lines_beginning(self, chars: Set[str]) -> list[int]:
        """Indexes of the lines whose first character that is no white space is one of these."""
        if self._firsts is None:
            self._firsts = defaultdict(list)
            for index, line in enumerate(self.lines):
                self._firsts[line.parts[0].lstrip()[0]].append(index)
        return sorted([index for char in self._firsts.keys() & chars for index in self._firsts[char]])

    def _text(self) -> str:
        if self._words is None:
            self._words = _LINE_END.join(["".join(line.parts) for line in self.lines])
        return self._words


def read_flow(root: Element) -> Flow:
    """Walk a page once. The tree gives the beginnings of elements; an element's parent tells what has ended."""
    lines: list[Line] = []
    anchors: list[Anchor] = []
    parts = _Parts(lines, anchors)
    above = cast("Element", root.getparent())  # None above a page's root: it is only compared with
    stack: list[_Open] = [(above, _BLOCK, WHOLE_PAGE)]
    outer, outer_role, outer_place = stack[0]
    line: list[str] = []
    walk = cast("Iterator[Element]", chain(root.iter(), _END))
    for element in walk:
        parent = above if element is None else element.getparent()
        while outer is not parent:
            ended, role, place = stack.pop()
            outer, outer_role, outer_place = stack[-1]
            if line and role == _BLOCK:
                lines.append(Line(line, ended, place))
                line = []
            text = ended.tail
            if text and outer_role != _UNSEEN and not text.isspace():
                line.append(text)
        if element is None:
            break
        tag: str = element.tag  # type: ignore[assignment]  # of a comment a function; a cast is dear, done this often
        role = _UNSEEN if outer_role == _UNSEEN else _ROLE.get(tag, _BLOCK)
        if line and role in _ENDS_A_LINE:
            lines.append(_line(line, stack))
            line = []
        may_move = role <= _INLINE and (
            element.get("style") if tag in SMALL_TAGS else element.keys() or tag in REGION_TAGS
        )
        place = place_inside(outer_place, element, tag) if may_move else outer_place
        has_parts = len(element) > 0
        is_known = (
            has_parts and place is not outer_place and role == _BLOCK and parts.take(element, place, outer_place, walk)
        )
        text = None if is_known or role == _UNSEEN else element.text  # scripts are long
        if tag in _LINKING:
            anchors.append((element, place, text if tag == "a" and not has_parts else None))
        if text and not text.isspace():
            line.append(text)
        if has_parts and not is_known:
            stack.append((element, role, place))
            outer, outer_role, outer_place = element, role, place
            continue
        if line and role == _BLOCK:
            lines.append(Line(line, element, place))
            line = []
        text = element.tail
        if text and outer_role != _UNSEEN and not text.isspace():
            line.append(text)
    parts.keep()
    return Flow(lines, anchors, parts.repeated)


class _Parts:
    """The parts of the template that a walk comes to."""

    __slots__ = ("_anchors", "_lines", "_unknown", "repeated")

    def __init__(self, lines: list[Line], anchors: list[Anchor]) -> None:
        self._lines = lines
        self._anchors = anchors
        self._unknown: list[tuple[Key, Element, int, int]] = []
        self.repeated: list[Repeated] = []

    def take(self, element: Element, place: Place, outer: Place, walk: Iterator[Element]) -> bool:
        """Take over what is known of a block that begins a part, and pass over what is inside; False: walk through."""
        if place.region == "main" or outer.region != "main":
            return False
        key = key_of(element, place)
        part = known_part(key) if key else None
        if part is None:
            if key:
                self._unknown.append((key, element, len(self._lines), len(self._anchors)))
            return False
        inside = (element, *islice(walk, part.size - 1))
        self.repeated.append(Repeated(part, len(self._anchors)))
        self._lines += [Line(parts, inside[number], where) for parts, number, where in part.lines]
        self._anchors += [(inside[number], where, words) for number, where, words in part.anchors]
        return True

    def keep(self) -> None:
        """Let the parts that were walked through be known on the next pages."""
        for key, element, first_line, first_anchor in self._unknown:
            lines = ((line.parts, line.element, line.place) for line in islice(self._lines, first_line, None))
            keep_part(key, element, lines, islice(self._anchors, first_anchor, None))


def _line(parts: list[str], stack: list[_Open]) -> Line:
    block = next(frame for frame in reversed(stack) if frame[1] == _BLOCK)
    return Line(parts, block[0], block[2])
