"""Labelled fields: 索引号：…, 发布机构：… in tables, lists, paragraphs and spans.

Portals write the same block in a dozen forms: label cell and value cell, a header row over a value row, label and
value in one cell, `<b>` and text, `<dt>` and `<dd>`, all in one line. `find_labels` finds the labels, `value_of`
reads what stands beside one.
"""

import functools
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from lxml import etree

from crawler.extract.element import Element, all_words

CELLS = frozenset({"td", "th"})
INLINE = frozenset(
    {"span", "b", "strong", "label", "font", "em", "i", "a", "small", "u", "big", "ucaptitle", "cite", "ins", "sup"}
)
WALLS = frozenset({"tr", "table", "tbody", "thead", "ul", "ol", "dl", "body", "html", "form"})
"""A value never lies outside of these."""
_SILENT = frozenset({"script", "style", "noscript", "template", "option", "textarea"})
NO_WIDTH = "\u200b\ufeff"
"""Characters that count as white space here, though Python does not count them."""
_SPACE = re.compile(rf"[\s{NO_WIDTH}]+")
_NOT_PLAIN: Iterable[Any] = (etree.Comment, etree.ProcessingInstruction, *sorted(_SILENT))
"""Nodes with text that is none of the page's words."""
_COLON = re.compile(r"[:：∶﹕]$")
_COLONS = ":：∶﹕ "
_LEAST_SPACED, _LONGEST_SPACED = 3, 80
"""Characters of a label that needs no colon, and of a text that holds one label and its value."""
_UNSEEN = re.compile(r"\{\{|\$\{|<%|document\.write")
"""Marks of a template that a script fills in on the visitor's machine."""
_INNER_SPACE = r"\s{0,8}"
"""Between any two characters of a label. A set would take three times as long to compile, thousands of times."""
_STRINGS = etree.XPath("descendant::text()", smart_strings=False)
_TEXTS = etree.XPath("(descendant::text())[position() >= $first and position() <= $last]")
_NOT_READ = frozenset({"script", "style", "a", "option", "title", "textarea"})
_AROUND_LABEL = 3
"""Characters that a label alone in its cell may have around it: brackets and a colon."""
_LONGEST = 2000
"""Characters: a longer text is a paragraph of the article."""
_LINKED = etree.XPath(".//a[@href and string-length(normalize-space()) > 7]")
_SPLIT_LABELS = etree.XPath(
    ".//*[self::td or self::th or self::dt or self::b or self::strong or self::label]"
    "[count(*) > 0 and string-length(normalize-space()) < 16 and string-length(normalize-space()) > 1]"
)


def squeeze(text: str) -> str:
    """The text without any white space: labels and values are compared this way."""
    text = "".join(text.split())
    return _SPACE.sub("", text) if "\u200b" in text or "\ufeff" in text else text


def fold(text: str) -> str:
    """White space folded to single spaces, ends bare."""
    return " ".join((_SPACE.sub(" ", text) if "\u200b" in text or "\ufeff" in text else text).split())


def text_of(element: Element) -> str:
    """All words of an element, scripts left out, white space folded."""
    if element.tag in _SILENT or not isinstance(element.tag, str):
        return ""
    if not len(element):
        return fold(element.text or "")
    if next(element.iter(_NOT_PLAIN), None) is None:
        return fold(all_words(element))
    parts: list[str] = []
    for event, node in etree.iterwalk(element, events=("start", "end", "comment", "pi")):
        if event == "start":
            if node.tag not in _SILENT:
                parts.append(node.text or "")
        elif node is not element:
            parts.append(node.tail or "")
    return fold("".join(parts))


class Vocabulary:
    """Labels and the fields that they name."""

    def __init__(self, labels: Mapping[str, Iterable[str]]) -> None:
        self.fields: dict[str, str] = {}
        self.rank: dict[str, int] = {}
        for name, synonyms in labels.items():
            for rank, synonym in enumerate(synonyms):
                self.fields.setdefault(synonym, name)
                self.rank.setdefault(synonym, rank)
        longest_first = sorted(self.fields, key=len, reverse=True)
        words = self._words = "|".join(_INNER_SPACE.join(re.escape(char) for char in word) for word in longest_first)
        self._leading = re.compile(rf"[\s【\[（(·•■◆●]*({words})[\s】\]）)]*[:：∶﹕]")
        long_words = "|".join(
            _INNER_SPACE.join(re.escape(char) for char in word) for word in longest_first if len(word) >= _LEAST_SPACED
        )
        self._spaced = re.compile(rf"({long_words})\s+(?=\S)") if long_words else None
        self._inner = re.compile(rf"(?:[\s|｜;；,，]|^)[【\[]?({words})[\s】\]]*[:：∶﹕]")
        self.firsts = frozenset(word[0] for word in self.fields) | frozenset("【[［（(·•■◆●\u200b")

    @functools.cached_property
    def _bracketed(self) -> re.Pattern[str]:
        """Labels in brackets: compiled where a page has one, as few have."""
        return re.compile(rf"[【\[［]{_INNER_SPACE}({self._words}){_INNER_SPACE}[】\]］]")

    def may_begin(self, text: str) -> bool:
        """Cheap test before the dear ones; `text` has no white space before its first word."""
        return text[:1] in self.firsts

    def exact(self, text: str) -> str | None:
        """The label that the whole text is, a trailing colon apart; or None."""
        if len(text) > 60:
            return None
        word = _COLON.sub("", squeeze(text)).strip("【】[]")
        if word in self.fields:
            return word
        return None

    def begins(self, text: str) -> bool:
        """Whether the text is a label, or begins with one."""
        return self.exact(text) is not None or bool(self.leading(text))

    def leading(self, text: str) -> list[tuple[str, int, int]]:
        """Labels with a colon in one text that begins with one: (label, where it begins, where its value begins)."""
        text = text.replace("\u200b", " ")  # of no width, and no white space to `\s`
        first = self._leading.match(text)
        if first is None:
            return self._in_brackets(text) if text[:1] in "【[［" else self._without_colon(text)
        found = [(squeeze(first.group(1)), 0, first.end())]
        found += [
            (squeeze(match.group(1)), match.start(), match.end()) for match in self._inner.finditer(text, first.end())
        ]
        return found

    def _in_brackets(self, text: str) -> list[tuple[str, int, int]]:
        """Labels whose brackets stand for the colon: 【文号】 临政发〔2026〕1号."""
        if self._bracketed.match(text) is None:
            return []
        return [(squeeze(found[1]), found.start(), found.end()) for found in self._bracketed.finditer(text)]

    def _without_colon(self, text: str) -> list[tuple[str, int, int]]:
        """A short text that begins with a long label and a space: 索引号 0001/2026; not a row of labels."""
        found = self._spaced.match(text) if self._spaced is not None and len(text) <= _LONGEST_SPACED else None
        if found is None:
            return []
        words = text[found.end() :].split()
        if any(word in self.fields for word in words):
            return []
        return [(squeeze(found.group(1)), 0, found.end())]


@dataclass(eq=False, slots=True)
class Label:
    """A label on a page, and where its value is looked for."""

    word: str
    field: str
    element: Element
    """What holds the label's text, or whose tail it is."""
    is_tail: bool
    rest: str
    """What follows the label in the same text."""
    closed: bool
    """True: another label follows in the same text, so that `rest` is all of the value."""
    column: str | None = None
    """The value below a header cell, where the label heads a column."""

    @property
    def scope(self) -> Element:
        """The innermost element around the label."""
        parent = self.element.getparent() if self.is_tail else None
        return self.element if parent is None else parent


def _labels_in(text: str, element: Element, is_tail: bool, vocabulary: Vocabulary) -> Iterator[Label]:
    word = vocabulary.exact(text)
    if word is not None:
        yield Label(word, vocabulary.fields[word], element, is_tail, "", False)
        return
    found = vocabulary.leading(text)
    for position, (label, _, end) in enumerate(found):
        last = position + 1 == len(found)
        rest = text[end:] if last else text[end : found[position + 1][1]]
        yield Label(label, vocabulary.fields[label], element, is_tail, fold(rest), not last)


def find_labels(root: Element, vocabulary: Vocabulary) -> list[Label]:
    """Every label below `root` in document order; those of links, options and scripts are left out.

    Looking at bare strings first spares making an object of every element of the page.
    """
    firsts = vocabulary.firsts
    places = [
        place
        for place, text in enumerate(_STRINGS(root), start=1)
        if (bare := text.strip())[:1] in firsts and len(text) < _LONGEST and vocabulary.begins(bare)
    ]
    found: list[Label] = []
    if not places:
        return found
    for node in _TEXTS(root, first=places[0], last=places[-1]):
        text = node.strip()
        if len(node) >= _LONGEST or not vocabulary.may_begin(text):
            continue
        element = node.getparent()
        if element is not None and (node.is_tail or element.tag not in _NOT_READ):
            found.extend(_labels_in(text, element, node.is_tail, vocabulary))
    return found


def find_split_labels(container: Element, vocabulary: Vocabulary, known: Iterable[Label]) -> list[Label]:
    """Labels whose characters stand in several elements: `<td>文<i></i>号</td>`."""
    taken = {label.element for label in known}
    found: list[Label] = []
    for element in _SPLIT_LABELS(container):
        word = vocabulary.exact(text_of(element))
        if word is not None and not any(node in taken for node in element.iter()):
            found.append(Label(word, vocabulary.fields[word], element[-1], True, "", False))
    return found


class Neighbourhood:
    """Reads the values beside labels of one block; knows which elements hold labels."""

    def __init__(self, labels: Iterable[Label], container: Element) -> None:
        self._container = container
        self._owners: set[Element] = set()
        labels = list(labels)
        for label in labels:
            element: Element | None = label.scope
            while element is not None and element not in self._owners:
                self._owners.add(element)
                element = element.getparent()
        self._tails = {label.element for label in labels if label.is_tail}
        self._inside = self._together(labels)
        """Kinds of block elements that hold label and value together."""

    def value(self, label: Label) -> str:
        """What stands beside the label; "" where nothing does."""
        if label.column is not None:
            return label.column
        value, done = self._near(label)
        value = value.lstrip(_COLONS)
        if value or done:
            return value
        return self._beyond(self._block(label))

    def is_unseen(self, label: Label, value: str) -> bool:
        """Whether a script brings the value: it is a template, or nothing stands there but a script."""
        if value:
            return _UNSEEN.search(value) is not None
        block = self._block(label)
        places = (block, _next_element(block) if block.tag in CELLS or block.tag == "dt" else None)
        return any(place is not None and next(place.iter("script"), None) is not None for place in places)

    def _together(self, labels: list[Label]) -> set[tuple[str, str | None]]:
        """Kinds (tag, class) most of whose labels have their value with them; one byline among them decides nothing."""
        counts: Counter[tuple[str, str | None]] = Counter()
        for label in labels:
            counts[_kind(self._block(label))] += 1 if self._near(label)[0].lstrip(_COLONS) else -1
        return {kind for kind, more in counts.items() if more >= 0}

    def _block(self, label: Label) -> Element:
        element = label.scope
        while element.tag in INLINE and element is not self._container:
            parent = element.getparent()
            if parent is None:
                break
            element = parent
        return element

    def _near(self, label: Label) -> tuple[str, bool]:
        """The value within the label's own cell or paragraph, and whether looking on would be wrong."""
        if label.closed or label.column is not None:
            return label.column or label.rest, True
        parts = [label.rest]
        scope: Element | None = label.scope
        first = label.element.getnext() if label.is_tail else next(iter(label.element), None)
        stopped = self._gather(first, parts)
        block = self._block(label)
        while scope is not None and scope is not block and not stopped and not "".join(parts).strip():
            if scope in self._tails:
                return "", True
            parts.append(scope.tail or "")
            stopped = self._gather(scope.getnext(), parts)
            scope = scope.getparent()
        return fold("".join(parts)), stopped

    def _gather(self, element: Element | None, parts: list[str]) -> bool:
        """Collect words from `element` on, until a label or a block; True: nothing further belongs to the value."""
        while element is not None:
            if element in self._owners:
                return True
            has_words = bool("".join(parts).strip())
            block = isinstance(element.tag, str) and element.tag not in INLINE and element.tag not in _SILENT
            if has_words and block:
                return True
            if block and element.tag != "br":
                parts.append(text_of(element))
                return True
            parts.append(text_of(element) if isinstance(element.tag, str) else "")
            if element in self._tails:
                return True
            parts.append(element.tail or "")
            element = element.getnext()
        return False

    def _beyond(self, block: Element | None) -> str:
        """The value in the next cell, or in the block after one that holds nothing but the label."""
        while block is not None and block is not self._container and block.tag not in WALLS:
            after = _next_element(block)
            if block.tag in CELLS or block.tag == "dt":
                return "" if after is None or after in self._owners else text_of(after)
            if _kind(block) in self._inside:
                return ""
            if after is not None:
                return "" if after in self._owners or after.tag in WALLS else text_of(after)
            block = block.getparent()
        return ""


def _kind(block: Element) -> tuple[str, str | None]:
    return str(block.tag), block.get("class")


def _next_element(element: Element) -> Element | None:
    after = element.getnext()
    while after is not None and not isinstance(after.tag, str):
        after = after.getnext()
    return after


def _row(cell: Element) -> Element | None:
    row = cell.getparent()
    return row if row is not None and row.tag == "tr" else None


def _cells(row: Element) -> list[Element]:
    return [cell for cell in row if cell.tag in CELLS]


def _cell_of(label: Label) -> Element | None:
    element: Element | None = label.scope
    while element is not None and element.tag in INLINE | {"p", "div", "center"}:
        element = element.getparent()
    return element if element is not None and element.tag in CELLS else None


def _says_only(cell: Element, label: Label) -> bool:
    """False: label and value share the cell, in elements of their own."""
    return len(squeeze(text_of(cell))) <= len(label.word) + _AROUND_LABEL


def read_header_rows(labels: list[Label]) -> list[Label]:
    """Give labels that head a table's columns the value below them; lists (many rows, linked titles) lose their labels.

    A row heads columns when its first two cells are labels and none of its cells is empty.
    """
    by_cell = {
        cell: label
        for label in labels
        if not label.rest and (cell := _cell_of(label)) is not None and _says_only(cell, label)
    }
    rows = {row: None for cell in by_cell if (row := _row(cell)) is not None}
    dropped: set[Label] = set()
    for row in rows:
        cells = _cells(row)
        if len(cells) < 2 or cells[0] not in by_cell or cells[1] not in by_cell or not all(map(text_of, cells)):
            continue
        below = _data_rows(row, rows)
        heads = {by_cell[cell]: place for place, cell in enumerate(cells) if cell in by_cell}
        if len(below) != 1 or _LINKED(below[0]):
            dropped.update(heads)
            continue
        values = _cells(below[0])
        for label, place in heads.items():
            label.column = text_of(values[place]) if place < len(values) else ""
    return [label for label in labels if label not in dropped]


def _data_rows(row: Element, label_rows: Mapping[Element, None]) -> list[Element]:
    """The rows with cells after a header row, up to the next row with labels."""
    table = next(row.iterancestors("table"), None)
    if table is None:
        return []
    below: list[Element] = []
    after = False
    for other in table.iter("tr"):
        if after and other in label_rows:
            break
        if after and _cells(other):
            below.append(other)
        after = after or other is row
    return [other for other in below if text_of(other)] or below[:1]
