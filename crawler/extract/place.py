"""Where in a page something stands, and whether people can see it."""

import re
from functools import lru_cache
from typing import NamedTuple

from checks.observations.link import Region
from crawler.extract.element import Element

_BY_TAG: dict[str, Region] = {"header": "header", "nav": "nav", "footer": "footer", "aside": "aside", "main": "main"}
REGION_TAGS = frozenset(_BY_TAG)
"""Elements that are a part of the page by their names alone."""
_BY_NAME = re.compile(
    r"(?:^|[\s_-])(?<!no-)(?<!margin-)(?<!padding-)(?<!border-)(?<!offset-)(?:"
    r"(?P<footer>foot\w*|fot(?:con|er|ter|box)\w*|yejiao|bottom\w*|copyright\w*|copy|banquan|dibu|ft)"
    r"|(?P<nav>\w{0,6}nav\w{0,6}|\w{0,4}menu\w{0,4}|daohang|dh|crumbs?|breadcrumbs?|bread|location|position|dqwz)"
    r"|(?P<header>head\w*|top\w{0,6}|banner|logo|toubu)"
    r"|(?P<aside>side\w*|aside|left_?menu|rightbar|leftbar)"
    r")(?=$|[\s_\d-])",
    re.I,
)
_ARTICLE = re.compile(
    r"zoom|trs_editor|ucap-content|article|content_?(?:box|body|text|txt)|newscontent|detail|pages_content|bt_content",
    re.I,
)
SMALL_TAGS = frozenset(("a", "b", "em", "font", "i", "img", "p", "span", "strong", "td", "h1", "h2", "h3", "h4"))
"""Elements that are no part of a page, whatever their class says: `<span class="nav-icon">`."""
_HIDING = (
    ("display-none", re.compile(r"display\s*:\s*none", re.I)),
    (
        "off-screen",
        re.compile(r"(?<![-\w])(?:left|top|right|text-indent|margin(?:-left|-top)?)\s*:\s*-\s*\d{3,}", re.I),
    ),
    ("tiny", re.compile(r"(?:font-size|(?<![-\w])(?:height|width))\s*:\s*[01](?:px|pt|em)?\s*(?:;|!|$)", re.I)),
    ("invisible", re.compile(r"visibility\s*:\s*hidden|(?<!-)opacity\s*:\s*0(?:\.0+)?\s*(?:;|!|$)", re.I)),
)

_COLOURS = re.compile(r"(?<![-\w])(color|background)(?:-color)?\s*:\s*([^;!]+)", re.I)

_WHITE = r"(?:#fff(?:fff)?|white|rgb\(\s*255\s*,\s*255\s*,\s*255\s*\))\s*(?:;|!|$)"
_WHITE_WORDS = re.compile(rf"(?<![-\w])color\s*:\s*{_WHITE}", re.I)
_MAY_BE_WHITE = re.compile(r"color\s*:\s*(?:#fff|white|rgb\()", re.I)
_WHITE_GROUND = re.compile(rf"(?<![-\w])background(?:-color)?\s*:\s*{_WHITE}", re.I)


class Place(NamedTuple):
    """A part of the page."""

    region: Region
    hidden: str | None
    """How its own or an outer element's inline style hides it: `display-none`, `invisible`, `off-screen`, `tiny`,
    `same-colour`."""


WHOLE_PAGE = Place("main", None)


def place_inside(outer: Place, element: Element, tag: str) -> Place:
    """Return where an element stands that stands in `outer`: what its tag, class, id and style say of it.

    Only a style makes a difference to elements of `SMALL_TAGS`, and only an attribute to others than `REGION_TAGS`.
    """
    style = element.get("style")
    hidden = (hidden_by(style) or _on_its_own_colour(element, style)) if style else None
    region = _BY_TAG.get(tag)
    if region is None and tag not in SMALL_TAGS:
        region = named_region(element.get("class"), element.get("id"))
    if region is None and hidden is None:
        return outer
    return Place(region or outer.region, outer.hidden or hidden)


def depends_on_ground(markup: str) -> bool:
    """True: whether something in it is seen may depend on what paints the ground around it: see `place_inside`."""
    return "olor" in markup and _MAY_BE_WHITE.search(markup) is not None


def _on_its_own_colour(element: Element, style: str) -> str | None:
    """`same-colour` for white words on what an outer element paints white: looked for only where words are white."""
    if "olor" not in style or not _WHITE_WORDS.search(style):
        return None
    painted = (
        outer for above in element.iterancestors() if "background" in (outer := (above.get("style") or "").lower())
    )
    return "same-colour" if _WHITE_GROUND.search(next(painted, "")) else None


@lru_cache(maxsize=4096)
def named_region(class_name: str | None, id_name: str | None) -> Region | None:
    """Return the part of a page that these names name; None for names that say nothing of it."""
    names = f"{class_name or ''} {id_name or ''}"
    found = _BY_NAME.search(names)
    if not found or _ARTICLE.search(names):
        return None
    region: Region = found.lastgroup  # type: ignore[assignment]  # the groups are named after the regions
    return region


@lru_cache(maxsize=4096)
def hidden_by(style: str) -> str | None:
    """Return the way in which an inline style takes something out of sight; None: it does not."""
    if _is_one_colour(style):
        return "same-colour"
    return next((how for how, pattern in _HIDING if pattern.search(style)), None)


def _is_one_colour(style: str) -> bool:
    """True: words in the very colour of their own background."""
    colours = {name.lower(): value.strip().lower() for name, value in _COLOURS.findall(style)}
    return len(colours) > 1 and len(set(colours.values())) == 1 and "transparent" not in colours.values()
