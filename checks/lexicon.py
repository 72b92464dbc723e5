"""Looks many expressions up in a text in one pass."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from ahocorasick_rs import BytesAhoCorasick, Implementation

from config.words import Expression

_ENCODING = "utf-16-be"
"""Bytes are searched: in a text, the place of every character would be counted first. UTF-8 has three for each that is
Chinese, this two."""


class Hit(NamedTuple):
    """An expression at its place in the text."""

    start: int
    end: int
    expression: Expression


class Lexicon:
    """Wrong expressions, and words that are right although they hold a wrong one or share characters with it.

    A right word hides every wrong expression that it overlaps: “自己经营” hides “己经”, and a unit's own name hides
    what merely looks wrong inside it. Of wrong expressions that overlap, the leftmost and then the longest is meant.
    A word given twice counts as it was given last, so that an office's own list has the last word.
    """

    def __init__(self, expressions: Iterable[Expression], spared: Iterable[str]) -> None:
        expressions = tuple(expressions)
        self._required = tuple(e for e in expressions if e.grade == "required")
        words: dict[str, Expression | None] = {e.wrong: e for e in expressions if e.grade != "required"}
        words |= dict.fromkeys(spared)
        self._meanings = tuple(words.values())
        self._automaton = BytesAhoCorasick(
            [word.encode(_ENCODING) for word in words], implementation=Implementation.ContiguousNFA
        )

    def find(self, text: str) -> Iterator[Hit]:
        """Yield what is wrong in `text`, in the order of its places."""
        yield from self._wrong(text)
        for expression in self._required:
            start = text.find(expression.wrong)
            if start >= 0 and expression.right not in text:
                yield Hit(start, start + len(expression.wrong), expression)

    def _wrong(self, text: str) -> Iterator[Hit]:
        found = self._places(text)
        if not found:
            return
        right = [(start, end) for start, end, meant in found if meant is None]
        wrong = [Hit(start, end, meant) for start, end, meant in found if meant is not None]
        reached = 0
        for hit in sorted(wrong, key=lambda hit: (hit.start, -hit.end)):
            if hit.start < reached or not _stands_alone(text, hit):
                continue
            if not any(start < hit.end and hit.start < end for start, end in right):
                reached = hit.end
                yield hit

    def _places(self, text: str) -> list[tuple[int, int, Expression | None]]:
        """Where words stand, overlapping ones too; what begins in the middle of a character is none."""
        data = text.encode(_ENCODING, errors="replace")  # of half a character, such as JSON may hold
        return [
            (len(data[:start].decode(_ENCODING)), len(data[:end].decode(_ENCODING)), self._meanings[which])
            for which, start, end in self._automaton.find_matches_as_indexes(data, overlapping=True)
            if start % 2 == 0
        ]


def _stands_alone(text: str, hit: Hit) -> bool:
    """Tell whether the characters around leave the expression a word of its own."""
    before, after = hit.expression.not_after, hit.expression.not_before
    return not (text.endswith(before, 0, hit.start) or text.startswith(after, hit.end))
