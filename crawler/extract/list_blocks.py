"""Finds a page's lists by structure: repeated siblings that hold a link and a date."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import islice
from typing import Final

from lxml import etree

from crawler.extract.element import Element, all_words
from crawler.extract.item_dates import DateText, read_date_text, split_title_date

ROWS: Final = frozenset({"li", "tr", "dd", "article"})
_HIGHEST: Final = 7
"""Levels from a date up to the element that also holds its link."""
_MOST_LINKS: Final = 12
"""Links in one item: more is no item but a part of the page."""
_LEAST_TITLE: Final = 4
_SURELY_FLAT: Final = 3
"""Dates beside links in one element that are items of its list, not parts of one item."""
_WITHOUT_WORDS: Final = frozenset({"script", "style", "noscript", "select", "option", "textarea", "button", "head"})
_LONGEST_LINE: Final = 400
"""Characters of a text that may be an item's: white space of the source counted."""
_PARTS: Final = frozenset({"month-day", "year-month"})
_MAY_HAVE_DATE = re.compile(r"\d\D{1,3}\d")


@dataclass(slots=True)
class Block:
    """One item as the page has it."""

    element: Element
    """What holds the item: a row, a box, or in a flat list the link itself."""
    link: Element | None = None
    """In a flat list the item's link; None: to be chosen among the element's links."""
    dates: list[DateText] = field(default_factory=list)


@dataclass(slots=True)
class Group:
    """Items that stand side by side."""

    container: Element
    blocks: list[Block]


def find_groups(body: Element) -> list[Group]:
    """Return every list of dated items in the order of the page; a lone dated item is a group of one."""
    return group_blocks(_blocks(body), body)


def group_blocks(blocks: list[Block], body: Element) -> list[Group]:
    """Return these items by the lists that they stand in; each item's element is raised to hold all of the item."""
    if not blocks:
        return []
    counts = _counts(blocks, body)
    members: dict[Element, list[Block]] = defaultdict(list)
    for block in blocks:
        item, container = _place(block, counts, body)
        if block.link is None:
            block.element = item
        members[container].append(block)
    return _merged([Group(container, found) for container, found in members.items()])


def words(element: Element) -> str:
    """The element's text with white space folded."""
    return " ".join(all_words(element).split())


def pressed(row: Element) -> Element | None:
    """What people press in a row without a link: the first element with a script of its own."""
    return next((element for element in row.iter("*") if element.get("onclick")), None)


def _blocks(body: Element) -> list[Block]:
    held: dict[Element, list[DateText]] = {}
    with_link: dict[Element, bool] = {}
    flat_places: dict[Element, list[tuple[Element, bool, DateText]]] = defaultdict(list)
    for element, in_tail, text in _date_places(body):
        holder = _holder(element.getparent() if in_tail else element, body, with_link)
        if holder is not None:
            held.setdefault(holder, []).append(text)
            flat_places[holder].append((element, in_tail, text))
    flat = {holder for holder, places in flat_places.items() if len(places) >= _SURELY_FLAT}
    rows = _lifted(held, {holder for holder in flat if _flat_items(holder, flat_places[holder])})
    blocks: list[Block] = []
    for holder, dates in rows.items():
        blocks += _flat_items(holder, flat_places.get(holder, ())) or [Block(holder, dates=dates)]
    return _outermost(blocks)


def _date_places(body: Element) -> Iterator[tuple[Element, bool, DateText]]:
    """(element, whether it is the text after it, the date), in the page's order as far as lists need it."""
    may_have_date = _MAY_HAVE_DATE.search
    for element in body.iter("*"):
        text = element.text
        if text and len(text) > 3 and not text.isalpha() and may_have_date(text) and element.tag not in _WITHOUT_WORDS:
            found = _date_in(element, text)
            if found:
                yield element, False, found
        text = element.tail
        if text and len(text) > 3 and not text.isspace() and may_have_date(text) and element is not body:
            found = _date_in(element.getparent(), text)
            if found:
                yield element, True, found


def _date_in(parent: Element | None, text: str) -> DateText | None:
    if len(text) > _LONGEST_LINE:
        return None
    found = _link_date(text) if _in_link(parent) else read_date_text(text)
    return found if found and (found.form == "full" or found.form in _PARTS) else None


def _link_date(text: str) -> DateText | None:
    """A date inside a link: the whole text, or set apart at its start or end."""
    return split_title_date(text)[1] or (read_date_text(text) if len(text.strip()) <= 16 else None)


def _in_link(element: Element | None) -> bool:
    if element is None:
        return False
    if element.tag == "a":
        return True
    for depth, above in enumerate(element.iterancestors()):
        if above.tag == "a":
            return True
        if depth == 3:
            break
    return False


def _holder(element: Element | None, body: Element, with_link: dict[Element, bool]) -> Element | None:
    """The lowest element that holds the date and a link, or what is pressed like one; None where none is near.

    `with_link` keeps what was found out: the dates of a long table ask after the same elements around them.
    """
    for _ in range(_HIGHEST):
        if element is None or element is body:
            return None
        if element not in with_link:
            with_link[element] = _has_link(element)
        if with_link[element]:
            return element
        element = element.getparent()
    return None


def _has_link(element: Element) -> bool:
    if element.tag == "a" or next(element.iter("a"), None) is not None:
        return True
    return element.tag in ROWS and pressed(element) is not None


def _lifted(held: dict[Element, list[DateText]], lists: set[Element]) -> dict[Element, list[DateText]]:
    """Holders raised to the row that they stand in, where the row holds no other; then the row is the item.

    Those of `lists` stay: they hold several items, and their row lays out the page.
    """
    rows = {holder: None if holder in lists else _row(holder) for holder in held}
    shared = Counter(row for row in rows.values() if row is not None)
    lifted: dict[Element, list[DateText]] = {}
    for holder, dates in held.items():
        row = rows[holder]
        lifted.setdefault(row if row is not None and shared[row] == 1 else holder, []).extend(dates)
    return lifted


def _row(holder: Element) -> Element | None:
    element: Element | None = holder
    for _ in range(6):
        if element is None:
            return None
        if element.tag in ROWS:
            return None if _lays_out(element) else element
        element = element.getparent()
    return None


def _lays_out(row: Element) -> bool:
    """True: a table's row that holds lists or tables of its own lays out the page."""
    return row.tag == "tr" and next(islice(row.iter("tr", "ul", "ol", "dl"), 1, None), None) is not None


def _outermost(blocks: list[Block]) -> list[Block]:
    """Blocks that stand in no other: what an item nests (interpretations, attachments) belongs to the item.

    An element that is no row and swallows several others is a part of the page, and is left out instead.
    """
    elements = {block.element for block in blocks if block.link is None}
    inside: Counter[Element] = Counter()
    parents: dict[int, list[Element]] = {}
    for index, block in enumerate(blocks):
        parents[index] = [above for above in block.element.iterancestors() if above in elements]
        inside.update(parents[index])
    regions = {e for e in inside if (e.tag not in ROWS and e.tag != "dl") or inside[e] > _MOST_LINKS}
    kept = []
    for index, block in enumerate(blocks):
        if block.element in regions and block.link is None:
            continue
        if not any(above not in regions for above in parents[index]):
            kept.append(block)
    return kept


def _flat_items(holder: Element, places: Sequence[tuple[Element, bool, DateText]]) -> list[Block]:
    """Items of a list without an element for each: links and dates take turns. Empty where they do not."""
    if len(places) < 2 or holder.tag == "a":
        return []
    turns = list(_turns(holder, {(element, in_tail): text for element, in_tail, text in places}))
    links = sum(isinstance(turn, Element) for turn in turns)
    if links < 2 or abs(links - len(places)) > max(1, links // 5) or (holder.tag in ROWS and links != len(places)):
        return []
    date_first = isinstance(turns[0], DateText)
    return _paired(reversed(turns) if date_first else turns, date_first)


def _paired(turns: Iterable[Element | DateText], backwards: bool) -> list[Block]:
    blocks: list[Block] = []
    for turn in turns:
        if isinstance(turn, Element):
            blocks.append(Block(turn, link=turn))
        elif blocks and not blocks[-1].dates:
            blocks[-1].dates.append(turn)
    return blocks[::-1] if backwards else blocks


def _turns(holder: Element, dates: dict[tuple[Element, bool], DateText]) -> Iterator[Element | DateText]:
    """The holder's links that can be titles and its dates, in the order in which they are read."""
    for event, element in etree.iterwalk(holder, events=("start", "end")):
        if event == "start":
            if element.tag == "a" and len(words(element)) >= _LEAST_TITLE:
                yield element
            if (element, False) in dates:
                yield dates[element, False]
        elif (element, True) in dates and element is not holder:
            yield dates[element, True]


def _counts(blocks: Sequence[Block], body: Element) -> Counter[Element]:
    """How many blocks stand in each element."""
    counts: Counter[Element] = Counter()
    for block in blocks:
        element: Element | None = block.element
        while element is not None and element is not body:
            counts[element] += 1
            element = element.getparent()
    counts[body] = len(blocks)
    return counts


def _place(block: Block, counts: Counter[Element], body: Element) -> tuple[Element, Element]:
    """(what holds the item, what holds the list): the item's element is raised as long as it holds no other item."""
    item = block.element
    parent = item.getparent()
    if len(counts) and counts[body] == 1:
        return item, parent if parent is not None else body
    while parent is not None and parent is not body and counts[parent] == counts[item]:
        if item.tag in ROWS:
            return item, parent
        item, parent = parent, parent.getparent()
    return item, parent if parent is not None else body


def _merged(groups: list[Group]) -> list[Group]:
    """Lists that a page cuts into pieces (a rule after every five items, two columns) put together again."""
    merged: dict[tuple[Element, str, str | None], Group] = {}
    last: dict[tuple[Element, str, str | None], Element] = {}
    for group in groups:
        piece = group.container
        parent = piece.getparent()
        while parent is not None and len(parent) == 1 and parent.tag not in ("body", "html"):
            piece, parent = parent, parent.getparent()
        key = (parent if parent is not None else piece, str(piece.tag), piece.get("class"))
        if key in merged and _nothing_between(last[key], group.container, key[0]):
            merged[key].blocks += group.blocks
        elif key in merged:
            merged[group.container, "own", None] = group
        else:
            merged[key] = group
        last[key] = group.container
    return list(merged.values())


def _nothing_between(first: Element, second: Element, parent: Element) -> bool:
    """True: from one piece to the next, and at the head of the second, no heading and no words."""
    piece: Element | None = second
    while piece is not None and piece.getparent() is not parent:
        piece = piece.getparent()
    if piece is None:
        return False
    before = piece.getprevious()
    while before is not None and before is not first and first not in set(before.iter("*")):
        if not isinstance(before.tag, str) or (before.tag != "script" and words(before)):
            return False
        before = before.getprevious()
    return before is not None
