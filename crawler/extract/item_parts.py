"""Title, address and date of one item of a list."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from itertools import islice, pairwise, takewhile
from typing import Final

from checks.observations.column import ItemSeen
from crawler.extract.address import join
from crawler.extract.element import Element, all_words
from crawler.extract.item_dates import (
    DateText,
    choose_date,
    is_other_day,
    read_date_text,
    settle_dates,
    split_title_date,
)
from crawler.extract.list_blocks import Block, pressed, words
from crawler.extract.loose_dates import day_ago, loose_day

_BULLET = re.compile(r"(?:[\s·•・●○◆◇■□▪▶►→»›>\-–—*|.]|&gt;)+|\d{1,2}[.、]\s*(?=\D)")
_CUT = re.compile(r"[.…。]{2,}$|…$")
_TAG = re.compile(r"<[^>]*>")
_MARK = re.compile(r"(?:\[?置顶\]?|【置顶】|（置顶）|\[顶\]|【顶】|\[?图文\]?|NEW|new|HOT|hot)\s*")
_MARK_BEHIND = re.compile(r"\s*(?:NEW|new|HOT)$")
_PINNED_WORDS = ("置顶", "[顶]", "【顶】")
_PINNED_CLASS = re.compile(r"(?:^|[\s_-])(?:is)?(?:top|zd|zhiding|sticky|stick)(?:$|[\s_-])", re.I)
_TITLE_CLASS = re.compile(r"(?:^|[\s_-])(?:title|tit|bt)(?:$|[\s_-])", re.I)
_NO_TITLE = re.compile(
    r"^(?:\[?(?:更多|详细|详情|查看|阅读|点击|下载|附件|图解|解读|打印|收藏|分享|在线办理|办事指南)\S{0,4}\]?|more\W*|\[.{1,8}\]|【.{1,8}】)$",
    re.I,
)
_YEAR_HEADING = re.compile(r"\W*((?:19|20)\d\d)\s?年?度?\W*")
_HELD: Final = 19
"""Characters of a date and its time of day in an attribute."""
_DETAILS = re.compile(
    r"\W*(?:点击|查看|阅读|了解)?(?:查看|详情|详细(?:内容)?|全文|原文|内容)\W*|\W*read\s*more\W*", re.I
)
"""What a link beside an item's title says, where the title is none itself; 更多 leads to a column instead."""
_HEADINGS: Final = ("h1", "h2", "h3", "h4", "h5")
_ROWS: Final = frozenset({"ul", "ol", "dl"})
_GOOD_TITLE: Final = 8
_LEAST_HEADING: Final = 4
_LEAST_DATE: Final = 4
_LONGEST_DATE: Final = 40
"""Characters of a text that is a date and nothing else, its label and white space counted."""
_LONGEST_PART: Final = 12
"""Of 二〇二六年十一月二十八日."""
_LONGEST_CAPTION: Final = 80
_MOST_PINNED: Final = 5


def read_items(blocks: Sequence[Block], *, base: str, today: date) -> tuple[ItemSeen, ...]:
    """Return the items of one list: same addresses with same titles once, years settled, pinned ones marked.

    Where no item shows a date in a usual way, unusual ones count too; 昨天 and 3小时前 count beside the days of others.
    """
    read = [(block, *_item(block, base)) for block in blocks]
    kept: dict[tuple[str, str | int, DateText | None], tuple[Block, ItemSeen, DateText | None]] = {}
    for place, (block, item, text) in enumerate(read):
        if item.title:
            kept.setdefault((item.title, item.url or place, text), (block, item, text))
    days = settle_dates([(text, item.url) for _, item, text in kept.values()], today=today)
    if not any(days):
        days = [loose_day(block.element, item.title, today=today) for block, item, _ in kept.values()]
    elif not all(days):
        days = [
            day or day_ago(block.element, today=today) for (block, _, _), day in zip(kept.values(), days, strict=True)
        ]
    items = [
        ItemSeen(item.title, item.url, day, _says_pinned(block))
        for (block, item, _), day in zip(kept.values(), days, strict=True)
    ]
    return tuple(_pinned_by_order(items))


def title_of(link: Element) -> str:
    """Return a link's whole title: its `title=` where its words are cut or none, else its words."""
    return _title_and_date(link)[0]


def _item(block: Block, base: str) -> tuple[ItemSeen, DateText | None]:
    link, title, in_title = (
        _main_link(block.element) if block.link is None else (block.link, *_title_and_date(block.link))
    )
    if link is None:
        return ItemSeen("", "", None), None
    date_text = choose_date(_headed(block))
    if date_text is None or date_text.form != "full":
        date_text = choose_date([*block.dates, *_date_parts(block.element)]) or in_title
    if date_text is not None and date_text.form == "month-day" and block.link is None:
        date_text = _with_year(block.element, date_text)
    return ItemSeen(title, join(base, link.get("href") or "") or "", None), date_text


def _with_year(row: Element, shown: DateText) -> DateText:
    """A month and day with the year that an attribute (`<time datetime>`) or the heading of its list has for it."""
    for element in row.iter("time", "span", "i", "em"):
        held = element.get("datetime") or element.get("title")
        found = read_date_text(held[:_HELD].replace("T", " ")) if held else None
        if found and found.form == "full" and (found.month, found.day) == (shown.month, shown.day):
            return found
    held_by = row.getparent()
    heading = held_by.getprevious() if held_by is not None else None
    text = words(heading) if heading is not None and isinstance(heading.tag, str) else ""
    year = _YEAR_HEADING.fullmatch(text) if len(text) <= _LONGEST_DATE else None
    return shown._replace(form="full", year=int(year[1])) if year else shown


def _headed(block: Block) -> list[DateText]:
    """A table row's dates with the words of their columns: 成文日期 and 发布日期 stand in the header row only."""
    table = next(block.element.iterancestors("table"), None) if block.element.tag == "tr" else None
    head = next(table.iter("tr"), None) if table is not None and len(block.dates) > 1 else None
    if head is None or head is block.element or next(head.iter("a"), None) is not None:
        return block.dates
    labels = [words(cell) for cell in head.iterchildren("th", "td")]
    cells = [read_date_text(words(cell)) for cell in block.element.iterchildren("td", "th")]
    dates = [
        found._replace(label=f"{label} {found.label}")
        for label, found in zip(labels, cells, strict=False)
        if found and not is_other_day(label)
    ]
    return dates or block.dates


def _main_link(element: Element) -> tuple[Element | None, str, DateText | None]:
    """(link, title, date in it): the first that is called a title or has words enough, else that with most words."""
    links = [element] if element.tag == "a" else [link for link in element.iter("a") if not _is_nested(link, element)]
    best: tuple[Element | None, str, DateText | None] = (None, "", None)
    for link in links or element.iter("a"):
        title, in_title = _title_and_date(link)
        if not title or _NO_TITLE.match(title):
            continue
        if len(title) >= _GOOD_TITLE or _TITLE_CLASS.search(link.get("class") or ""):
            return link, title, in_title
        if len(title) > len(best[1]):
            best = link, title, in_title
    if best[0] is not None:
        return best
    details = next((link for link in links if _DETAILS.fullmatch(words(link))), None)
    if details is not None and (heading := heading_of(element)):
        return details, heading, None
    button = pressed(element) if details is None else None
    return best if button is None else (button, *_title_and_date(button))


def heading_of(element: Element) -> str:
    """The words of an item's heading, where its link says only 查看详情; "" where nothing is marked as one."""
    marked = next((h for h in element.iter(*_HEADINGS)), None)
    if marked is None:
        boxes = element.iter("div", "p", "span")
        marked = next((box for box in boxes if _TITLE_CLASS.search(box.get("class") or "")), None)
    return _clean(words(marked)) if marked is not None else ""


def _is_nested(link: Element, item: Element) -> bool:
    """True: the link stands in a list of its own inside the item (its interpretations, its attachments)."""
    for above in link.iterancestors():
        if above is item:
            return False
        if above.tag in _ROWS:
            return True
    return False


def _title_and_date(link: Element) -> tuple[str, DateText | None]:
    shown, found = split_title_date(_link_words(link))
    shown = _clean(shown)
    whole = link.get("title")
    if whole:
        whole = _clean(_TAG.sub("", whole))
        start = _CUT.sub("", shown)
        if whole and (not shown or whole.startswith(start) or shown.endswith(whole)):
            return split_title_date(whole)[0] or whole, found
        if _CUT.search(shown) and whole[:4] == start[:4]:
            return whole, found
    return shown or _image_words(link) or _caption(link), found


def _caption(link: Element) -> str:
    """The words below a picture that is a link, of a box that holds no other link."""
    if next(link.iter("img"), None) is None:
        return ""
    box = link.getparent()
    if box is None or box.tag in ("body", "tr") or next(islice(box.iter("a"), 1, None), None) is not None:
        return ""
    text = words(box)
    return _clean(text) if len(text) <= _LONGEST_CAPTION else ""


def _link_words(link: Element) -> str:
    """A link's words without the boxes in it that hold only a date or a part of one; its heading's, if it has one."""
    if len(link) == 0:
        return " ".join((link.text or "").split())
    heading = next(link.iter(*_HEADINGS), None)
    text = words(heading) if heading is not None else ""
    if len(text) >= _LEAST_HEADING and not read_date_text(text):
        return text
    return " ".join("".join(_texts_but_dates(link)).split())


def _texts_but_dates(link: Element) -> Iterator[str]:
    pieces = list(map(str, link.itertext()))
    lead = list(takewhile(_is_part_of_date, pieces))
    dated = sum(not piece.isspace() for piece in lead) > 1
    for piece in pieces[len(lead) if dated else 0 :]:
        if len(piece) < _LEAST_DATE or len(piece) > _LONGEST_DATE or read_date_text(piece.strip()) is None:
            yield piece


def _is_part_of_date(piece: str) -> bool:
    """True: 03, 11月, 2026.11: one of the boxes of a date that stands in parts before the title."""
    return piece.isspace() or (len(piece) <= _LONGEST_DATE and read_date_text(piece.strip()) is not None)


def _image_words(link: Element) -> str:
    image = next(link.iter("img"), None)
    return _clean(image.get("alt") or image.get("title") or "") if image is not None else ""


def _clean(text: str) -> str:
    text = " ".join(text.replace("\u200b", "").split())
    for before in (_BULLET, _MARK):
        found = before.match(text)
        text = text[found.end() :] if found else text
    return (_MARK_BEHIND.sub("", text) if text.endswith(("NEW", "new", "HOT")) else text).strip()


def _date_parts(element: Element) -> list[DateText]:
    """Parts of a date in boxes of their own: a big day above its year and month."""
    texts = (str(text).strip() for text in element.itertext())
    return [part for text in texts if 0 < len(text) <= _LONGEST_PART and (part := read_date_text(text))]


def _says_pinned(block: Block) -> bool:
    element = block.element
    if _PINNED_CLASS.search(element.get("class") or ""):
        return True
    text = all_words(element) if block.link is None else words(block.element)
    return any(mark in text for mark in _PINNED_WORDS)


def _pinned_by_order(items: list[ItemSeen]) -> list[ItemSeen]:
    """Old items on top of a list that is otherwise sorted newest first are pinned, marked or not."""
    days = [item.date for item in items]
    for lead in range(1, min(_MOST_PINNED, len(items) - 3) + 1):
        head, rest = days[:lead], [day for day in days[lead:] if day]
        falls = all(one >= two for one, two in pairwise(rest))
        if falls and rest and all(day and day < rest[0] for day in head):
            return [replace(item, pinned=True) for item in items[:lead]] + items[lead:]
    return items
