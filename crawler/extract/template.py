"""Parts of a site's template (menus, headers, footers) that stand on page after page: read once, then known again.

A part is known by its markup, so what is taken over is exactly what reading it once more would give.
"""

from collections.abc import Iterable, Sequence
from itertools import takewhile
from typing import Final, TypeAlias

from lxml import etree

from checks.observations.link import LinkSeen
from crawler.extract.element import Element
from crawler.extract.place import Place, depends_on_ground

Key: TypeAlias = tuple[str, Place]
_MOST: Final = 64
"""Parts that are kept; a site's templates have a dozen."""
_SHORTEST, _LONGEST = 1_000, 1 << 16
"""Characters of markup that are worth keeping: a breadcrumb is another one on each page, and so is a whole page."""


class TemplatePart:
    """What reading one part gave. Elements are told by their number in it, because each page has its own."""

    __slots__ = ("anchors", "lines", "links", "size")

    def __init__(
        self,
        size: int,
        lines: Sequence[tuple[list[str], int, Place]],
        anchors: Sequence[tuple[int, Place, str | None]],
    ) -> None:
        self.size = size
        """Elements and comments in it, itself included."""
        self.lines = lines
        self.anchors = anchors
        self.links: dict[str, tuple[LinkSeen, ...]] = {}
        """Site -> its links, where these are the same from every page of the site."""


_KNOWN: Final[dict[Key, TemplatePart | None]] = {}
"""None: met once, as parts are that only one page has."""


def key_of(element: Element, place: Place) -> Key | None:
    """By what the part is known that an element is; None where it is not worth keeping."""
    markup = etree.tostring(element, encoding="unicode", with_tail=False)
    is_worth_it = _SHORTEST <= len(markup) <= _LONGEST and not depends_on_ground(markup)
    return (markup, place) if is_worth_it else None


def known_part(key: Key) -> TemplatePart | None:
    """The part, if it was kept."""
    return _KNOWN.get(key)


def keep_part(
    key: Key,
    element: Element,
    lines: Iterable[tuple[list[str], Element, Place]],
    anchors: Iterable[tuple[Element, Place, str | None]],
) -> None:
    """Keep what reading a part gave, when it is met for the second time; the first lines and anchors are its own."""
    if key not in _KNOWN:
        if len(_KNOWN) >= _MOST:
            _KNOWN.clear()
        _KNOWN[key] = None
        return
    number = {inner: index for index, inner in enumerate(element.iter())}
    _KNOWN[key] = TemplatePart(
        len(number),
        [(parts, number[inner], place) for parts, inner, place in takewhile(lambda line: line[1] in number, lines)],
        [(number[inner], place, words) for inner, place, words in takewhile(lambda own: own[0] in number, anchors)],
    )


def forget() -> None:
    """Know nothing again."""
    _KNOWN.clear()
