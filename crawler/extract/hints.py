"""Cheap tests of a text before dear searches, and a text that can be kept."""

import re
from functools import lru_cache
from html import unescape

_LONG = 200_000
"""Characters: in a longer source the character may be met too often."""
_MANY = 5
"""Characters a word: in a longer text looking for each word's last character is cheaper than one look for all words."""
_UNKEPT = re.compile("[\0\ud800-\udfff]")
_ENDLESS = re.compile(r"&#\d{8,};?")


def whole(text: str) -> str:
    """Join the halves of characters that escapes in scripts give; one alone cannot be kept, and is replaced.

    Nor can a character of number zero, which goes.
    """
    if _UNKEPT.search(text) is None:
        return text
    return text.replace("\0", "").encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")


def has_one(text: str, words: tuple[str, ...]) -> bool:
    """Whether a text holds one of these words."""
    if len(text) > _MANY * len(words):
        return any(word[-1] in text and word in text for word in words)
    return _one_of(words).search(text) is not None


@lru_cache(maxsize=64)
def _one_of(words: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile("|".join(map(re.escape, words)) if words else r"(?!)")


def mentions(source: str, word: str, rare: int) -> bool:
    """Whether the source holds a word; `rare` is the index of its rarest character.

    Looking for a single character costs a tenth of looking for a word in Chinese text.
    """
    if len(source) > _LONG:
        return word in source
    char = word[rare]
    at = source.find(char)
    while at >= 0:
        if source.startswith(word, max(0, at - rare)):
            return True
        at = source.find(char, at + 1)
    return False


def unescaped(text: str) -> str:
    """Return a text with its character references resolved, `html.unescape` stumbling over none."""
    try:
        return unescape(text)
    except ValueError:  # a number of thousands of digits
        return unescape(_ENDLESS.sub("\ufffd", text))
