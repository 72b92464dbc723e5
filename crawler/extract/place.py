"""Where in a page something stands, and whether people can see it."""

import re
from typing import NamedTuple

from lxml.html import HtmlElement

from checks.observations.link import Region

_BY_TAG: dict[str, Region] = {"header": "header", "nav": "nav", "footer": "footer", "aside": "aside", "main": "main"}
_BY_NAME = re.compile(
    r"(?:^|[\s_-])(?:"
    r"(?P<footer>foot\w*|bottom\w*|copyright\w*|copy|banquan|dibu|ft)"
    r"|(?P<nav>\w{0,6}nav\w{0,6}|\w{0,4}menu\w{0,4}|daohang|dh|crumbs?|breadcrumbs?|bread|location|position|dqwz|mianbaoxie)"
    r"|(?P<header>head\w*|top\w{0,6}|banner|logo|header\w*|toubu)"
    r"|(?P<aside>side\w*|aside|sidebar\w*|left_?menu|rightbar|leftbar)"
    r")(?=$|[\s_\d-])",
    re.I,
)
_ARTICLE = re.compile(
    r"zoom|trs_editor|ucap-content|article|content_?(?:box|body|text|txt)|newscontent|detail|pages_content|bt_content|xxgk_nr",
    re.I,
)
_HIDING = (
    ("display-none", re.compile(r"display\s*:\s*none", re.I)),
    ("invisible", re.compile(r"visibility\s*:\s*hidden|opacity\s*:\s*0(?:\.0+)?\s*(?:;|!|$)", re.I)),
    (
        "off-screen",
        re.compile(r"(?:left|top|right|text-indent|margin(?:-left|-top)?)\s*:\s*-\s*\d{3,}\s*(?:px|em|pt)?", re.I),
    ),
    ("tiny", re.compile(r"(?:font-size|(?<![-\w])(?:height|width))\s*:\s*[01](?:px|pt|em)?\s*(?:;|!|$)", re.I)),
)


class Place(NamedTuple):
    """A part of the page."""

    region: Region
    hidden: str | None
    """How its own or an outer element's inline style hides it."""


_OUTSIDE = Place("main", None)


class Places:
    """Answers for one page; what is known of an outer element is not asked again."""

    def __init__(self) -> None:
        self._known: dict[HtmlElement, Place] = {}

    def of(self, element: HtmlElement) -> Place:
        """Return where an element stands: the innermost part of the page that a tag, class or id names."""
        known = self._known
        unknown = []
        place = _OUTSIDE
        outer: HtmlElement | None = element
        while outer is not None:
            found = known.get(outer)
            if found is not None:
                place = found
                break
            unknown.append(outer)
            outer = outer.getparent()
        for inner in reversed(unknown):
            place = known[inner] = _inside(place, inner)
        return place


def _inside(outer: Place, element: HtmlElement) -> Place:
    attributes = element.attrib
    if not attributes:
        region = _BY_TAG.get(element.tag)
        return Place(region, outer.hidden) if region else outer
    region = _BY_TAG.get(element.tag) or _named_region(attributes, outer.region)
    style = attributes.get("style")
    hidden = outer.hidden or (_hidden_by(style) if style else None) or ("hidden" if "hidden" in attributes else None)
    return Place(region, hidden)


def _named_region(attributes: dict[str, str], outer: Region) -> Region:
    names = f"{attributes.get('class', '')} {attributes.get('id', '')}"
    if len(names) < 3:
        return outer
    found = _BY_NAME.search(names)
    if not found or _ARTICLE.search(names):
        return outer
    region: Region = found.lastgroup  # type: ignore[assignment]  # the groups are named after the regions
    return region


def _hidden_by(style: str) -> str | None:
    return next((how for how, pattern in _HIDING if pattern.search(style)), None)
