"""The block of labelled fields: which labels of a page belong together, and what they say."""

from collections import Counter
from collections.abc import Mapping
from typing import NamedTuple

from lxml import etree

from crawler.extract.element import Element
from crawler.extract.labelled import Label, Neighbourhood, Vocabulary, find_labels, find_split_labels, read_header_rows

_INPUTS = etree.XPath(".//input[not(@type='hidden')] | .//select | .//textarea")
_MOST_TEXT = 6000
"""Characters: a wider element is the page, not the block."""
_MOST_WIDENING = 300
"""Characters that a parent may add: more is the article, whose byline is no part of the block."""
_MOST_LABELS = 150
"""A page with more labels is a list of documents."""
_LONGEST_VALUE = 500
_MOST_SETS = 2
"""The same block may stand twice (phone and desktop); three times the same label is a list."""


class Block(NamedTuple):
    """A block's labels and values."""

    fields: Mapping[str, str]
    """Field -> value; "" where the label stands without one."""
    words: Mapping[str, str]
    """Label as the page has it, without inner spaces -> value."""
    container: Element
    unseen: frozenset[str] = frozenset()
    """Fields whose values a script brings: named, and not to be called empty. They are not in `fields`."""


def read_block(
    root: Element, vocabulary: Vocabulary, *, least_fields: int, needs_one_of: frozenset[str]
) -> Block | None:
    """The page's block; None where the labels are too few, head a list, or stand in a search form."""
    labels = read_header_rows(find_labels(root, vocabulary))
    if len(labels) > _MOST_LABELS or len({label.field for label in labels}) < least_fields:
        return None
    found = _container(labels, least_fields, needs_one_of)
    if found is None:
        return None
    container, members = found
    members += find_split_labels(container, vocabulary, members)
    times = Counter(label.word for label in members)
    if max(times.values()) > _MOST_SETS or _is_form(container, members):
        return None
    return _read(container, members, vocabulary)


def _container(
    labels: list[Label], least_fields: int, needs_one_of: frozenset[str]
) -> tuple[Element, list[Label]] | None:
    """The smallest element that holds a whole block, widened while its parent adds fields."""
    within: dict[Element, list[Label]] = {}
    for label in labels:
        for element in (label.element, *label.element.iterancestors()):
            within.setdefault(element, []).append(label)
    whole = [
        element
        for element, members in within.items()
        if len(names := {member.field for member in members}) >= least_fields and names & needs_one_of
    ]
    outer = {parent for element in whole if (parent := element.getparent()) is not None}
    for element in whole:
        if element not in outer and not _too_wide(element, within[element]):
            return _widened(element, within)
    return None


def _widened(element: Element, within: Mapping[Element, list[Label]]) -> tuple[Element, list[Label]]:
    best = element
    most = _length(element) + _MOST_WIDENING
    for parent in element.iterancestors():
        if parent.tag in {"body", "html"} or _length(parent) > most:
            break
        if {m.field for m in within[parent]} > {m.field for m in within[best]}:
            best = parent
    return best, within[best]


def _too_wide(element: Element, members: list[Label]) -> bool:
    if element.tag in {"table", "tbody", "tr", "dl", "ul"} and len(members) > 3:
        return False
    return _length(element) > _MOST_TEXT


def _length(element: Element) -> int:
    return len(str(element.xpath("normalize-space()")))


def _is_form(container: Element, members: list[Label]) -> bool:
    """A search form asks for the very fields that a block gives."""
    return len(_INPUTS(container)) * 2 >= len(members)


def _read(container: Element, members: list[Label], vocabulary: Vocabulary) -> Block:
    beside = Neighbourhood(members, container)
    words: dict[str, str] = {}
    chosen: dict[str, tuple[bool, int]] = {}
    fields: dict[str, str] = {}
    unseen: set[str] = set()
    for label in members:
        value = beside.value(label)[:_LONGEST_VALUE]
        if beside.is_unseen(label, value):
            unseen.add(label.field)
            continue
        if value or label.word not in words:
            words.setdefault(label.word, value)
            words[label.word] = words[label.word] or value
        merit = (not value, vocabulary.rank[label.word])
        if label.field not in chosen or merit < chosen[label.field]:
            chosen[label.field] = merit
            fields[label.field] = value
    unseen = {field for field in unseen if not fields.get(field)}
    seen = {field: value for field, value in fields.items() if field not in unseen}
    return Block(fields=seen, words=words, container=container, unseen=frozenset(unseen))
