"""Which of its eight elements a catalogue of disclosure items names; for tables of pages and files alike."""

import re
from collections.abc import Sequence

from checks.observations.catalogue import CatalogueSeen
from config.words.page_type_words import CatalogueWords, page_type_words

_SPACE = re.compile(r"\s+")
_HEADER_WITHIN = 6
"""Rows at a table's top among which its header stands, below a heading and a line of units."""


def read_catalogue(rows: Sequence[Sequence[str]], *, place: str = "") -> CatalogueSeen | None:
    """The catalogue that a table is; None where it is some other table.

    `rows` are the table's cells as text, merged cells repeated or left empty. A header of two rows counts as one.
    """
    words = page_type_words().catalogue
    for index, row in enumerate(rows[:_HEADER_WITHIN]):
        header = _cells(row)
        if not _is_header(header, words):
            continue
        below = _cells(rows[index + 1]) if index + 1 < len(rows) else ()
        two_rows = _is_second_header(below, words)
        header = tuple(dict.fromkeys(header + below)) if two_rows else header
        found = _elements(header, words)
        if len(found) < words.least_elements:
            return None
        return CatalogueSeen(
            elements=tuple(name for name in words.elements if name in found),
            missing=tuple(name for name in words.elements if name not in found),
            header=header,
            rows=sum(any(cell.strip() for cell in data) for data in rows[index + 1 + two_rows :]),
            place=place,
        )
    return None


def _cells(row: Sequence[str]) -> tuple[str, ...]:
    squeezed = (_SPACE.sub("", cell) for cell in row)
    return tuple(dict.fromkeys(cell for cell in squeezed if cell))


def _is_header(cells: tuple[str, ...], words: CatalogueWords) -> bool:
    short = [cell for cell in cells if len(cell) <= 20]
    return len(short) == len(cells) and sum(words.open_word in cell for cell in short) >= words.least_open_cells


def _is_second_header(cells: tuple[str, ...], words: CatalogueWords) -> bool:
    return sum(cell.split("（")[0] in words.sub_headers for cell in cells) >= 2


def _elements(header: tuple[str, ...], words: CatalogueWords) -> set[str]:
    """Each cell speaks for the first element that it fits; 公开方式（主动、依申请） is one cell, 渠道和载体 too."""
    found: set[str] = set()
    for cell in header:
        found.update(name for name, synonyms in words.elements.items() if any(word in cell for word in synonyms))
    return found
