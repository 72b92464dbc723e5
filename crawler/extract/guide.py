"""Service guides: which of the required elements a page names and fills in."""

import functools
import re
from collections import Counter
from collections.abc import Iterable, Sequence
from typing import TypeAlias

from checks.observations.guide import GuideSeen
from checks.observations.page import Crumb
from config.words.page_type_words import GuideWords, page_type_words
from crawler.extract.flow import Line
from crawler.extract.hints import has_one, mentions
from crawler.extract.labelled import Vocabulary, squeeze
from crawler.extract.tree import ParsedPage

_SIGNS = (("材料", 0), ("依据", 0), ("流程", 1), ("条件", 1), ("程序", 0))
_SPACED_SIGN = re.compile(r"(材|依|流|条|程)(?:\s|&nbsp;|&emsp;){1,6}(?:料|据|程|件|序)")
_NUMBERING = re.compile(r"^[\s（(【\[]*(?:[一二三四五六七八九十]{1,3}|\d{1,2})[）)】\]]?[、.．:：\s)）]+")
_OUTSIDE = frozenset({"nav", "header", "footer"})
_MOST_TIMES = 4
"""A label that stands more often belongs to a list of guides; tabs name each element twice, phones and desks again."""
_CELLS_OF_A_PAIR = 2
_NAME = "事项名称"
_Label: TypeAlias = tuple[str, str]
"""A label, and what follows it on its line."""


@functools.cache
def _words() -> GuideWords:
    return page_type_words().guide


@functools.cache
def _vocabulary() -> Vocabulary:
    """Labels; one that names two elements (办理时间、地点) counts for both."""
    return Vocabulary({"": [label for labels in _words().elements.values() for label in labels]})


@functools.cache
def _elements_of() -> dict[str, tuple[str, ...]]:
    named: dict[str, tuple[str, ...]] = {}
    for element, labels in _words().elements.items():
        for label in labels:
            named[label] = (*named.get(label, ()), element)
    return named


def read_guide(doc: ParsedPage, *, title: str | None, crumbs: Sequence[Crumb]) -> GuideSeen | None:
    """The guide that a page is, with its elements in the standard's order; None for any other page.

    An element counts as filled in where words or a picture follow its label. Where most labels stand without words,
    a script brings them: `unreadable`.
    """
    if sum(mentions(doc.html, word, rare) for word, rare in _SIGNS) < 2 and not _is_spaced(doc.html, title, crumbs):
        return None
    if has_one(title or "", _words().not_titles):
        return None
    main = [line for line in doc.flow.lines if line.place.region not in _OUTSIDE]
    labels = [_label(line) for line in main]
    places = {place: label[0] for place, label in enumerate(labels) if label is not None}
    found = {element for word in places.values() for element in _elements_of()[word]}
    if len(found) < _least_labels(title, crumbs) or _is_list(places.values()):
        return None
    followed = (word for place, word in places.items() if _is_followed(main, labels, place))
    filled = {element for word in followed for element in _elements_of()[word]}
    if title:
        filled |= {_NAME} - found
    empty = found - filled
    if len(empty) * 2 > len(found):
        return GuideSeen(unreadable="script")
    return GuideSeen(
        present=tuple(element for element in _words().elements if element in filled),
        empty=tuple(element for element in _words().elements if element in empty),
    )


def _is_spaced(html: str, title: str | None, crumbs: Sequence[Crumb]) -> bool:
    """Whether a page that is named a guide has labels with spaces inside: 申　请　材　料."""
    return _is_named(title, crumbs) and len(set(_SPACED_SIGN.findall(html))) > 1


def _is_named(title: str | None, crumbs: Sequence[Crumb]) -> bool:
    return has_one("\n".join((title or "", *(crumb.name for crumb in crumbs))), _words().titles)


def _least_labels(title: str | None, crumbs: Sequence[Crumb]) -> int:
    return _words().least_labels_named if _is_named(title, crumbs) else _words().least_labels


def _is_list(words: Iterable[str]) -> bool:
    return max(Counter(words).values(), default=0) > _MOST_TIMES


def _is_followed(lines: Sequence[Line], labels: Sequence[_Label | None], place: int) -> bool:
    """Whether words, on the label's line or the next, or a picture follow a label."""
    label, line = labels[place], lines[place]
    if label is not None and label[1]:
        return True
    ends = place + 1 == len(lines) or _leaves_its_row(line, lines[place + 1])
    return (not ends and labels[place + 1] is None) or _has_picture(line)


def _label(line: Line) -> _Label | None:
    """The label that a line is or begins with, its number apart, and what follows it on the line."""
    first = line.parts[0].lstrip("\xa0\u3000 \t\r\n【[（(●■◆·")
    if not _vocabulary().may_begin(first) and not _NUMBERING.match(line.parts[0]):
        return None
    text = line.text if len(line.parts) < 20 else " ".join(line.parts[:20])
    text = _NUMBERING.sub("", text, count=1).strip()
    word = _vocabulary().exact(text)
    if word is not None:
        return word, ""
    leading = _vocabulary().leading(text[:200])
    if not leading:
        return None
    return leading[0][0], squeeze(text[leading[0][2] :])


def _leaves_its_row(line: Line, after: Line) -> bool:
    """Whether a label of a table's last row, beside an empty cell, is followed only by what stands under the table."""
    row = next(line.element.iterancestors("tr"), None)
    if row is None or row.getnext() is not None or len(row) < _CELLS_OF_A_PAIR:
        return False
    return row not in after.element.iterancestors("tr")


def _has_picture(line: Line) -> bool:
    """A flow chart or a file stands for the words."""
    parent = line.element.getparent()
    return parent is not None and next(parent.iter("img", "iframe", "embed", "object"), None) is not None
