"""The elements of a page's tree."""

from typing import TypeAlias

from lxml import etree

Element: TypeAlias = etree._Element
"""lxml's own. Those of `lxml.html` can do more, but are of a class of Python's, and twice as dear to come by."""


def all_words(element: Element) -> str:
    """Return the text of an element and of all that stands in it, as written."""
    if not len(element):
        return element.text or ""
    return etree.tostring(element, method="text", encoding="unicode", with_tail=False)
