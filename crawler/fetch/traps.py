"""Endless places: calendars, facets, paths that grow by themselves.

A pattern is an address with its numbers blotted out. Each pattern may show so many pages that hold neither an article
nor a list; then the rest of it is left alone. Patterns that go on bringing something are never cut.
"""

import re
from collections import Counter
from collections.abc import Iterable
from itertools import pairwise
from urllib.parse import urlsplit

_NUMBERS = re.compile(r"\d+")
_MOST_SEGMENTS = 14
"""Portals go seven deep; twice that is a path that grows by itself."""
_MOST_REPEATS = 3
"""/a/b/a/b/a/b/: a relative link that should have been absolute."""
_LEAST_TEXT = 100
"""Characters of main text from which on a page says something."""
_LONGEST = 1000
"""Characters of an address."""


def pattern_of(url: str) -> str:
    """The address without what varies: numbers in the path, values in the query."""
    parts = urlsplit(url)
    keys = sorted({pair.partition("=")[0] for pair in parts.query.split("&")}) if parts.query else ()
    return f"{parts.netloc}{_NUMBERS.sub('#', parts.path)}?{'&'.join(keys)}"


def grows_by_itself(url: str) -> bool:
    """True for a path that is too long, too deep, or repeats its own segments."""
    if len(url) > _LONGEST:
        return True
    segments = [segment for segment in urlsplit(url).path.split("/") if segment]
    if len(segments) > _MOST_SEGMENTS:
        return True
    if len(segments) <= _MOST_REPEATS:
        return False
    pairs = Counter(pairwise(segments))
    return max(pairs.values()) >= _MOST_REPEATS


class Traps:
    """Counts, for each pattern, the pages in a row that brought nothing."""

    def __init__(self, pattern_pages: int) -> None:
        self._limit = pattern_pages
        self._barren: Counter[str] = Counter()

    def refuses(self, url: str) -> bool:
        """True for an address of a pattern that has shown enough."""
        return self._barren[pattern_of(url)] >= self._limit

    def learn(self, url: str, *, is_content: bool, text_size: int, items: Iterable[str]) -> None:
        """Count a page for its pattern; one that brings something clears the count.

        `is_content`: a home page or a dated one; `text_size`: characters of its main text; `items`: addresses of its
        list's entries.
        """
        pattern = pattern_of(url)
        if is_content or text_size >= _LEAST_TEXT or any(pattern_of(item) != pattern for item in items):
            self._barren.pop(pattern, None)
        else:
            self._barren[pattern] += 1
