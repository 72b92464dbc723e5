"""Letters of a public mailbox: a letter's own page, or the lines of the mailbox's list."""

import functools
import itertools
import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from checks.observations.letter import LetterSeen
from checks.observations.page import Crumb
from config.words.page_type_words import LetterWords, page_type_words
from crawler.extract.address import join
from crawler.extract.block import Block, read_block
from crawler.extract.catalogue import table_rows
from crawler.extract.dates import find_dates
from crawler.extract.element import Element
from crawler.extract.hints import has_one
from crawler.extract.labelled import Vocabulary, squeeze, text_of
from crawler.extract.tree import ParsedPage

_LEAST_LINES = 2
"""So many lines with a date and a state make a mailbox's list."""
_MOST_LINE = 300
"""Characters: a longer item is not one line of a list."""
_MOST_LEVELS = 4
_NOT_READ = re.compile(r"\{\{|\$\{|\[\[|<%")
"""A template that a script has yet to fill in."""


@functools.cache
def _words() -> LetterWords:
    return page_type_words().letter


@functools.cache
def _vocabulary() -> Vocabulary:
    return Vocabulary(_words().labels)


def read_letters(doc: ParsedPage, *, title: str | None, crumbs: Sequence[Crumb]) -> tuple[LetterSeen, ...]:
    """The letters that a page shows; none for a page outside of the mailboxes that must answer.

    Petitions, tips to the discipline inspection and the state of applications are no letters.
    """
    if not _is_mailbox(title, crumbs):
        return ()
    letter = _letter(doc, title)
    return (letter,) if letter is not None else tuple(_listed(doc))


def _is_mailbox(title: str | None, crumbs: Sequence[Crumb]) -> bool:
    path = "\n".join([crumb.name for crumb in crumbs])
    return not has_one(path, _words().not_places) and has_one(f"{path}\n{title or ''}", _words().places)


def _letter(doc: ParsedPage, title: str | None) -> LetterSeen | None:
    """The letter of a letter's own page, by its labelled fields."""
    block = read_block(doc.root, _vocabulary(), least_fields=3, needs_one_of=frozenset({"asked_on"}))
    if block is None:
        return None
    fields = block.fields
    asked = _day(fields, "asked_on")
    if asked is None:
        return None
    return LetterSeen(
        url=doc.url,
        title=fields.get("title") or title or "",
        asked_on=asked,
        answered_on=_day(fields, "answered_on"),
        answered=_is_answered(block),
        status=fields.get("status") or None,
    )


def _day(fields: Mapping[str, str], field: str) -> date | None:
    return next(iter(find_dates(fields.get(field, ""))), None)


def _is_answered(block: Block) -> bool | None:
    """By the reply's words, its date, or the state; None where the page says nothing or a script has yet to."""
    fields = block.fields
    reply = fields.get("reply")
    if reply and not _NOT_READ.search(reply) and squeeze(reply) not in _words().no_reply:
        return True
    if _day(fields, "answered_on") is not None:
        return True
    state = _state(fields.get("status", ""))
    if state is not None:
        return state
    return False if reply is not None and squeeze(reply) in _words().no_reply else None


def _state(status: str) -> bool | None:
    """What a state's words mean: True answered, False pending, None neither."""
    word = squeeze(status).strip("【】[]（）()·")
    if not word or len(word) > 10:
        return None
    if any(pending in word for pending in _words().pending):
        return False
    return True if any(answered in word for answered in _words().answered) else None


def _listed(doc: ParsedPage) -> Iterator[LetterSeen]:
    lines = list(_table_lines(doc)) or list(_item_lines(doc)) or list(_box_lines(doc))
    if len(lines) >= _LEAST_LINES:
        yield from lines


def _table_lines(doc: ParsedPage) -> Iterator[LetterSeen]:
    for table in doc.root.iter("table"):
        if next(table.iterdescendants("table"), None) is not None:
            continue
        rows = table_rows(table)
        heads = [squeeze(cell) for cell in rows[0]] if rows else []
        elements = list(table.iter("tr"))[: len(rows)]
        for element, cells in zip(elements[1:], rows[1:], strict=True):
            letter = _line(doc, element, [*cells, *_pictured(element)], heads)
            if letter is not None:
                yield letter


def _item_lines(doc: ParsedPage) -> Iterator[LetterSeen]:
    for element in doc.root.iter("li", "dd"):
        if next(element.iterdescendants("li"), None) is not None:
            continue
        letter = _line_in(doc, element)
        if letter is not None:
            yield letter


def _box_lines(doc: ParsedPage) -> Iterator[LetterSeen]:
    """Lines of boxes: the innermost one around a link, and around no other, that holds a date and a state."""
    for anchor in doc.root.iter("a"):
        box = anchor.getparent()
        for _ in range(_MOST_LEVELS):
            if box is None or next(itertools.islice(box.iter("a"), 1, None), None) is not None:
                break
            letter = _line_in(doc, box)
            if letter is not None:
                yield letter
                break
            box = box.getparent()


def _line_in(doc: ParsedPage, element: Element) -> LetterSeen | None:
    cells = [part for node in element.iter() if isinstance(node.tag, str) for part in (node.text, node.tail) if part]
    if sum(map(len, cells)) >= _MOST_LINE:
        return None
    return _line(doc, element, [*cells, *_pictured(element)], [])


def _pictured(element: Element) -> list[str]:
    """What pictures say: a state is often one."""
    return [words for image in element.iter("img") if (words := image.get("alt") or image.get("title"))]


def _line(doc: ParsedPage, element: Element, cells: Sequence[str], heads: Sequence[str]) -> LetterSeen | None:
    """A list's line: it has a link, a date and a state in a cell of its own."""
    anchor = max(element.iter("a"), key=lambda link: len(text_of(link)), default=None)
    status, state = next(((cell, state) for cell in cells if (state := _state(cell)) is not None), ("", None))
    if anchor is None or state is None:
        return None
    asked, answered = _dates(cells, heads)
    title = anchor.get("title") or text_of(anchor)
    if (asked is None and answered is None) or not title:
        return None
    return LetterSeen(
        url=join(doc.base, anchor.get("href") or "", encoding=doc.encoding) or f"{doc.url}#{squeeze(title)}",
        title=title,
        asked_on=asked,
        answered_on=answered if state else None,
        answered=state or answered is not None,
        status=squeeze(status).strip("【】[]"),
    )


def _dates(cells: Sequence[str], heads: Sequence[str]) -> tuple[date | None, date | None]:
    """When the letter came and was answered, by the heads of the columns; a line's only date is when it came."""
    asked, answered, other = None, None, None
    for place, cell in enumerate(cells):
        day = next(iter(find_dates(cell)), None)
        if day is None:
            continue
        field = _vocabulary().fields.get(heads[place]) if place < len(heads) else None
        if field == "answered_on":
            answered = day
        elif field == "asked_on":
            asked = day
        else:
            other = other or day
    return asked or other, answered
