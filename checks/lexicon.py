"""Looks many expressions up in a text in one pass."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

import ahocorasick

from config.words import Expression


@dataclass(frozen=True, slots=True)
class Hit:
    """An expression at its place in the text."""

    start: int
    end: int
    expression: Expression


class Lexicon:
    """Wrong expressions, and longer ones that are right although they hold a wrong one.

    The leftmost and then the longest entry wins, so that “以经济” hides “以经”, and a unit's own name hides what
    merely looks wrong inside it.
    """

    def __init__(self, expressions: Iterable[Expression], spared: Iterable[str]) -> None:
        self._automaton = ahocorasick.Automaton()
        expressions = tuple(expressions)
        self._required = tuple(e for e in expressions if e.grade == "required")
        for expression in expressions:
            if expression.grade != "required":
                self._automaton.add_word(expression.wrong, expression)
        for word in spared:
            self._automaton.add_word(word, None)
        self._automaton.make_automaton()

    def find(self, text: str) -> Iterator[Hit]:
        """Yield what is wrong in `text`, in the order of its places."""
        if len(self._automaton):
            for last, expression in self._automaton.iter_long(text):
                if expression is not None:
                    yield Hit(last + 1 - len(expression.wrong), last + 1, expression)
        for expression in self._required:
            start = text.find(expression.wrong)
            if start >= 0 and expression.right not in text:
                yield Hit(start, start + len(expression.wrong), expression)
