"""The text of a binary Word document (.doc, and .wps, which is written alike), by its piece table ([MS-DOC] 2.4.1).

Offsets are those of the File Information Block that Word 97 and everything after it writes.
"""

import re
from collections.abc import Iterator
from struct import Struct, error, unpack_from
from typing import Any

_IDENTITY = 0xA5EC
_WORD_97 = 0x00C1
"""Version; earlier ones lay their text out otherwise."""
_FLAGS_AT = 0x0A
_IS_ENCRYPTED, _IN_TABLE_1 = 0x0100, 0x0200
_PIECES_AT = 0x01A2
"""Where the place and the size of the piece table stand."""
_PROPERTIES, _PIECES = 1, 2
_PIECE = Struct("<HIH")
_IS_NARROW = 0x40000000
"""One byte a character, at half the offset."""

_CODES = re.compile(r"\x13[^\x13-\x15]*\x14?")
"""What a field is made of (HYPERLINK "…"); its result stays."""
_ENDS = re.compile(r"[\r\n\x0b\x0c]|\x07\x07")
"""Of lines, pages and table rows."""
_CELL = "\x07"
_SIGNS = re.compile(r"[\x00-\x08\x0e-\x1f]")
"""Pictures, footnote marks and the like."""


class NoWordTextError(Exception):
    """Why there is no text to be had: `encrypted` or `damaged`."""


def read_word_lines(ole: Any) -> Iterator[str]:
    """Yield the lines of an opened `olefile.OleFileIO`: paragraphs, and table rows with tabs between the cells.

    Headers, footnotes and text boxes follow the main text. Raises `NoWordTextError`.
    """
    if not ole.exists("WordDocument"):
        raise NoWordTextError("damaged")
    try:
        text = _text(ole)
    except (error, OSError, ValueError) as broken:
        raise NoWordTextError("damaged") from broken
    for line in _ENDS.split(_CODES.sub("", text)):
        if words := _SIGNS.sub("", line.replace(_CELL, "\t")).strip():
            yield words


def _text(ole: Any) -> str:
    word = ole.openstream("WordDocument").read()
    identity, version = unpack_from("<HH", word)
    (flags,) = unpack_from("<H", word, _FLAGS_AT)
    if identity != _IDENTITY or version < _WORD_97:
        raise NoWordTextError("damaged")
    if flags & _IS_ENCRYPTED:
        raise NoWordTextError("encrypted")
    table = ole.openstream("1Table" if flags & _IN_TABLE_1 else "0Table").read()
    start, size = unpack_from("<II", word, _PIECES_AT)
    return "".join(_pieces(word, _piece_table(table[start : start + size])))


def _piece_table(clx: bytes) -> bytes:
    """The plain part of the complex: what comes before are properties of paragraphs."""
    at = 0
    while clx[at] == _PROPERTIES:
        at += 3 + unpack_from("<H", clx, at + 1)[0]
    if clx[at] != _PIECES:
        raise NoWordTextError("damaged")
    (size,) = unpack_from("<I", clx, at + 1)
    return clx[at + 5 : at + 5 + size]


def _pieces(word: bytes, table: bytes) -> Iterator[str]:
    count = (len(table) - 4) // (4 + _PIECE.size)
    places = unpack_from(f"<{count + 1}I", table)
    for number in range(count):
        _, offset, _ = _PIECE.unpack_from(table, 4 * (count + 1) + _PIECE.size * number)
        length = places[number + 1] - places[number]
        if length < 0:
            raise NoWordTextError("damaged")
        if offset & _IS_NARROW:
            start = (offset & ~_IS_NARROW) // 2
            yield word[start : start + length].decode("cp1252", "replace")
        else:
            yield word[offset : offset + 2 * length].decode("utf-16-le", "replace")
