"""The list of a column page, and the dated items of a home page."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date
from typing import Final
from urllib.parse import urlsplit

from cssselect import SelectorError
from lxml.cssselect import CSSSelector

from checks.observations.column import ColumnSeen, ItemSeen
from checks.observations.site import SiteColumn
from config.column_types import match_type
from crawler.extract.column_name import column_name
from crawler.extract.element import Element
from crawler.extract.item_parts import read_items
from crawler.extract.list_absence import is_bare, is_script_drawn, list_absence, list_frame
from crawler.extract.list_blocks import ROWS, Block, Group, find_groups
from crawler.extract.list_records import data_lists, script_records
from crawler.extract.main_list import (
    headlines,
    lists_alike,
    looks_like_column,
    main_group,
    region_of,
    undated_group,
    undated_groups,
    with_undated,
)
from crawler.extract.next_page import next_page
from crawler.extract.tree import ParsedPage

_ARTICLE_ADDRESS = re.compile(
    r"/(?:t20\d{6}_\d+|art_\d+_\d+|content_\d+|post_\d+|[0-9a-f]{32})\.s?html?$|/info/\d+/\d+\.html?$|/art/(?:19|20)\d\d/"
)
_ARTICLE_NAMES: Final = ("ArticleTitle", "articletitle", "ARTICLETITLE", "articleTitle", "Articletitle")
_HOME_PATH = re.compile(r"^/?(?:(?:index|default|main|home)(?:_\w+)?\.\w{2,5})?$", re.I)
_LEAST_WORDS: Final = 4
_LEAST_ALONE: Final = 3
"""Items without dates that are a list, whatever else the page may still show."""


def read_column(doc: ParsedPage, *, today: date, hint: SiteColumn | None = None) -> ColumnSeen | None:
    """Return the main list of a column page, or None where the page is no column's.

    `hint` is the profile's or the known column: the page is then taken for a column's whatever it looks like, and
    its name and type are kept. A list that only a script or a frame brings is `unreadable`, never empty.
    """
    known = hint is not None
    if not known and _is_surely_none(doc):
        return None
    body = _body(doc)
    if body is None:
        return None
    container, items = _listed(doc, body, today, hint)
    if items:
        return _column(doc, items, container, today, hint)
    absence = list_absence(doc, known=known or looks_like_column(doc))
    if absence is None:
        return None
    shown = _column(doc, items, absence.box, today, hint)
    if absence.why != "empty":
        return replace(shown, unreadable=absence.why)
    return replace(shown, empty_by=absence.empty_by, note=absence.note)


def read_home_items(doc: ParsedPage, *, today: date) -> tuple[ItemSeen, ...]:
    """Return the dated items of a home page's lists, in the page's order.

    A row with a link to the home page is the banner or the menu, and its date is the clock's.
    """
    body = _body(doc)
    if body is None:
        return ()
    lists = (
        [block for block in group.blocks if block.element.tag in ROWS or region_of(block.element) != "footer"]
        for group in find_groups(body)
    )
    items = (
        item
        for _, item in _items_once(lists, base=doc.base, today=today)
        if item.date and len(item.title) >= _LEAST_WORDS and not is_home_address(item.url or ".")
    )
    return tuple(items) or script_records(doc)


def _items_once(lists: Iterable[Sequence[Block]], *, base: str, today: date) -> Iterator[tuple[int, ItemSeen]]:
    """(index of the list, item) of several lists; the same entry shown in two of them counts once."""
    met: set[tuple[str, str, date | None]] = set()
    for number, blocks in enumerate(lists):
        for place, item in enumerate(read_items(blocks, base=base, today=today)):
            entry = (item.url or f"{number}/{place}", item.title, item.date)
            if entry not in met:
                met.add(entry)
                yield number, item


def is_home_address(url: str) -> bool:
    """True: the address of a site's front page."""
    parts = urlsplit(url)
    return bool(parts.netloc and _HOME_PATH.match(parts.path)) and not parts.query


def _is_surely_none(doc: ParsedPage) -> bool:
    """True for an article by its meta tags or address, and for a home page: decided before the tree is looked at."""
    return _names_article(doc.html) or bool(_ARTICLE_ADDRESS.search(doc.url)) or is_home_address(doc.url)


def _names_article(html: str) -> bool:
    for name in _ARTICLE_NAMES if "rticle" in html or "RTICLE" in html else ():
        at = html.find(name)
        if at >= 0:
            tag = html[html.rfind("<", 0, at) : html.find(">", at)]
            content = re.search(r"""content\s*=\s*["']\s*([^"']*)""", tag, re.I)
            return bool(content and content[1].strip())
    return False


def _body(doc: ParsedPage) -> Element | None:
    body = doc.root.find("body")
    return body if body is not None else doc.root


def _listed(
    doc: ParsedPage, body: Element, today: date, hint: SiteColumn | None
) -> tuple[Element | None, tuple[ItemSeen, ...]]:
    """(what holds the list, its items) from the profile's selector, the visible page, or data that the page holds."""
    if hint is not None and hint.selector:
        chosen = _selected(body, hint.selector)
        if chosen is not None:
            return chosen.container, read_items(chosen.blocks, base=doc.base, today=today)
    groups = find_groups(body)
    group = main_group(doc, groups, known=hint is not None)
    if group is not None:
        blocks = [*headlines(groups, group), *with_undated(group)]
        lists = (blocks, *(other.blocks for other in lists_alike(doc, groups, group)))
        shown = _items_once(lists, base=doc.base, today=today)
        # A second list may announce meetings: of what is dated ahead, only the main one's is asked about.
        return group.container, tuple(
            item for number, item in shown if not number or item.date is None or item.date <= today
        )
    items = script_records(doc)
    if items:
        return None, items
    for tree in data_lists(doc):
        groups = find_groups(tree) or (undated_groups(tree) if "<record" in doc.html else [])
        if groups:
            longest = max(groups, key=lambda found: len(found.blocks))
            return None, read_items(longest.blocks, base=doc.base, today=today)
    undated = undated_group(doc, body) if hint is not None or looks_like_column(doc) or is_bare(doc) else None
    if undated is not None and not (len(undated.blocks) < _LEAST_ALONE and _may_come(doc)):
        return undated.container, read_items(undated.blocks, base=doc.base, today=today)
    return None, ()


def _may_come(doc: ParsedPage) -> bool:
    """True: a frame or a script may bring the page's list; one or two links beside it are not the list."""
    return list_frame(doc) is not None or is_script_drawn(doc)


def _column(
    doc: ParsedPage,
    items: tuple[ItemSeen, ...],
    container: Element | None,
    today: date,
    hint: SiteColumn | None,
) -> ColumnSeen:
    name = hint.name if hint is not None else column_name(doc, container=container)
    kind = match_type(name)
    return ColumnSeen(
        name=name,
        type=hint.type if hint is not None and hint.type else (kind.id if kind else None),
        items=items,
        latest=max((item.date for item in items if item.date and item.date <= today), default=None),
        next_page=next_page(doc),
        selector=_css_path(container) if container is not None else None,
    )


def _selected(body: Element, selector: str) -> Group | None:
    """The items that the profile's selector names. A wrong selector finds nothing, and detection goes on."""
    try:
        elements = CSSSelector(selector)(body)
    except SelectorError:
        return None
    if not elements:
        return None
    dated = {block.element: block for group in find_groups(body) for block in group.blocks}
    blocks = [dated.get(element) or _block_inside(element, dated) for element in elements]
    parent = elements[0].getparent()
    return Group(parent if parent is not None else body, blocks)


def _block_inside(element: Element, dated: dict[Element, Block]) -> Block:
    inside = next((dated[below] for below in element.iter() if below in dated), None)
    return Block(element, dates=inside.dates if inside else [])


def _css_path(element: Element) -> str:
    """A short CSS path to the list: up to the nearest id, four steps at most."""
    steps: list[str] = []
    for step in (element, *element.iterancestors()):
        if step.tag in ("body", "html") or len(steps) == 4:
            break
        tag, identity = str(step.tag), step.get("id")
        if identity:
            steps.append(f"{tag}#{identity}")
            break
        classes = (step.get("class") or "").split()
        steps.append(f"{tag}.{'.'.join(classes[:2])}" if classes else tag)
    return " > ".join(reversed(steps))
