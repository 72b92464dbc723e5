"""Word lists that rules look things up in, and an office's own of the same form."""

from config.words.lists import (
    Expression,
    Grade,
    Placeholders,
    Spam,
    load_expressions,
    load_lines,
    load_placeholders,
    load_spam,
)

__all__ = [
    "Expression",
    "Grade",
    "Placeholders",
    "Spam",
    "load_expressions",
    "load_lines",
    "load_placeholders",
    "load_spam",
]
