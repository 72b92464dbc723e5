"""A page as people read it, in one walk over its tree: lines of text in order, and the elements that link."""

from itertools import chain
from typing import Final, NamedTuple, TypeAlias, cast

from lxml import etree
from lxml.html import HtmlElement

from crawler.extract.place import WHOLE_PAGE, Place, place_inside

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

_Open: TypeAlias = tuple[HtmlElement, int, Place]


class Line:
    """A run of text that no block element breaks."""

    __slots__ = ("_text", "element", "parts", "place")

    def __init__(self, parts: list[str], element: HtmlElement, place: Place) -> None:
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


class Anchor(NamedTuple):
    """An element that may link somewhere."""

    element: HtmlElement
    place: Place


class Flow(NamedTuple):
    """The lines of a page and its anchors, each in document order."""

    lines: list[Line]
    anchors: list[Anchor]


def read_flow(root: HtmlElement) -> Flow:
    """Walk a page once. The tree gives the beginnings of elements; an element's parent tells what has ended."""
    lines: list[Line] = []
    anchors: list[Anchor] = []
    above = cast("HtmlElement", root.getparent())  # None above a page's root: it is only compared with
    stack: list[_Open] = [(above, _BLOCK, WHOLE_PAGE)]
    outer, outer_role, outer_place = stack[0]
    line: list[str] = []
    for element in chain(root.iter(), _END):
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
        tag = cast("str", element.tag)
        role = _UNSEEN if outer_role == _UNSEEN else _ROLE.get(tag, _BLOCK)
        if line and role in _ENDS_A_LINE:
            lines.append(_line(line, stack))
            line = []
        place = place_inside(outer_place, element, tag) if role <= _INLINE else outer_place
        if tag in _LINKING:
            anchors.append(Anchor(element, place))
        text = element.text
        if text and role != _UNSEEN and not text.isspace():
            line.append(text)
        if len(element):
            stack.append((element, role, place))
            outer, outer_role, outer_place = element, role, place
            continue
        if line and role == _BLOCK:
            lines.append(Line(line, element, place))
            line = []
        text = element.tail
        if text and outer_role != _UNSEEN and not text.isspace():
            line.append(text)
    return Flow(lines, anchors)


def _line(parts: list[str], stack: list[_Open]) -> Line:
    block = next(frame for frame in reversed(stack) if frame[1] == _BLOCK)
    return Line(parts, block[0], block[2])
