"""Which pages are too large to be parsed: one that takes minutes holds up all that wait behind it.

What parsing costs grows with the bytes, with the elements, and with the square of one element's attributes. A page
beyond these limits was not written for people; it is told as one that could not be looked at.
"""

import re

_SURELY_HARMLESS = 64 * 1024
"""Bytes; below so much no page takes a second."""
_MOST_TAGS = 200_000
"""`<`; the longest tables that offices paste from Word have half as many, and parse in half a second."""
_LONG_TAG = 8 * 1024
"""Bytes of a start tag from which on its attributes are counted; most such tags hold a picture in one attribute."""
_MOST_ATTRIBUTES = 1000
_START_TAG = re.compile(rb"""<[A-Za-z](?:[^"'>]++|"[^"]*+"|'[^']*+')*+""")
_VALUE = re.compile(rb"""=\s*(?:"[^"]*+"|'[^']*+')|/""")
"""A quoted value; a stroke parts attributes as a space does."""


def is_oversized(body: bytes, *, most_bytes: int) -> bool:
    """True for the bytes of a page that would take seconds or minutes to parse. Costs next to nothing for any other."""
    if len(body) <= _SURELY_HARMLESS:
        return False
    if len(body) > most_bytes or body.count(b"<") > _MOST_TAGS:
        return True
    tags = (found[0] for found in _START_TAG.finditer(body) if found.end() - found.start() > _LONG_TAG)
    return any(len(_VALUE.sub(b" ", tag).split()) > _MOST_ATTRIBUTES for tag in tags)
