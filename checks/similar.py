"""Tells whether two titles are the same."""

import re

_NO_WORD = re.compile(r"\W+")


def title_core(title: str) -> str:
    """A title without book marks, quotes, spaces and other punctuation: what must agree for two to be the same."""
    return _NO_WORD.sub("", title)
