"""Catalogues of disclosure items in a page's tables."""

import re

from checks.catalogue import read_catalogue
from checks.observations.catalogue import CatalogueSeen
from crawler.extract.element import Element
from crawler.extract.hints import mentions
from crawler.extract.labelled import text_of
from crawler.extract.tree import ParsedPage

_SIGNS = (("时限", 1), ("渠道", 0))
"""A catalogue names at least one of these; with the index of the word's rarest character."""
_MOST_ROWS = 5000
_SPAN = re.compile(r"\s*0*([1-9]\d{0,3})")
_MOST_SPAN = 60
"""A larger span is a typing error; the cells of a catalogue's header are a dozen."""


def read_catalogues(doc: ParsedPage) -> tuple[CatalogueSeen, ...]:
    """The page's catalogues, in its order; tables that only hold other tables are passed over."""
    if next(doc.root.iter("table"), None) is None or not any(mentions(doc.html, word, rare) for word, rare in _SIGNS):
        return ()
    tables = [table for table in doc.root.iter("table") if next(table.iterdescendants("table"), None) is None]
    found = (read_catalogue(table_rows(table), place=_before(table)) for table in tables)
    return tuple(catalogue for catalogue in found if catalogue is not None)


def table_rows(table: Element) -> list[list[str]]:
    """A table's cells as text, row by row; a cell that spans rows or columns stands in each of them."""
    rows: list[list[str]] = []
    pending: dict[int, tuple[int, str]] = {}
    for row in table.iter("tr"):
        cells: list[str] = []
        for cell in row:
            if cell.tag not in ("td", "th"):
                continue
            _take_pending(pending, cells)
            text = text_of(cell)
            for _ in range(_span(cell, "colspan")):
                if (rowspan := _span(cell, "rowspan")) > 1:
                    pending[len(cells)] = (rowspan - 1, text)
                cells.append(text)
        _take_pending(pending, cells)
        rows.append(cells)
        if len(rows) >= _MOST_ROWS:
            break
    return rows


def _take_pending(pending: dict[int, tuple[int, str]], cells: list[str]) -> None:
    """Fill in the cells that rows above have stretched down to this place."""
    while (place := len(cells)) in pending:
        left, text = pending.pop(place)
        if left > 1:
            pending[place] = (left - 1, text)
        cells.append(text)


def _span(cell: Element, name: str) -> int:
    stated = _SPAN.match(cell.get(name) or "")
    return min(int(stated[1]), _MOST_SPAN) if stated else 1


def _before(table: Element) -> str:
    """The words of the nearest block before the table."""
    node: Element | None = table
    while node is not None and node.tag != "body":
        for before in node.itersiblings(preceding=True):
            if isinstance(before.tag, str) and (text := text_of(before)):
                return text[-60:]
        node = node.getparent()
    return ""
