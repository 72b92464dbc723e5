"""Which page explains which: links from a document to its interpretations, and back."""

import functools
import itertools
import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from typing import NamedTuple
from urllib.parse import urlsplit

from rapidfuzz import fuzz

from checks.observations.link import LinkSeen
from checks.observations.page import Crumb
from config.words.relation_words import RelationWords, relation_words
from crawler.extract.address import join
from crawler.extract.element import Element, all_words
from crawler.extract.flow import Line
from crawler.extract.hints import has_one
from crawler.extract.labelled import NO_WIDTH, Vocabulary, squeeze, text_of
from crawler.extract.tree import ParsedPage

_OUTSIDE = frozenset({"nav", "header", "footer"})
_MOST_LINKS = 30
"""More links below one heading are a menu or a list, not relations."""
_MOST_BELOW = 60
"""Lines and links of a heading's element that are looked at."""
_LEAST_EXPLAINED = 40
"""Characters of an explanation that stands on the document's own page."""
_FILMS = ("iframe", "video", "audio", "embed", "object")
_OPENED_BY_SCRIPT = re.compile(r"\s*(?:#|javascript:)", re.I)
_LONGEST_HEADING = 200
"""Characters with the source's white space."""
_ARTICLE = re.compile(r"\d{4,}|[0-9a-f]{16,}")
_SHORT_NUMBER = re.compile(
    r"/[a-z]*[_-]?\d{1,3}\.[a-z]{3,5}$|[?&](?:id|aid|tid|newsid|articleid|contentid|infoid)=\d", re.I
)
"""Small sites count their articles from one, and their columns too."""
_COLUMN_PATH = re.compile(r"(?:list|index|col|channel|class|node|more|lanmu)[^/]*(?:/[^/]*)?$", re.I)
_COLUMN_FILE = re.compile(r"^(?:index|list|col\d+|node_\d+|default|more|common)[\w-]*(?:\.\w+)?$|^$", re.I)
_INTERPRETING_FOLDER = re.compile(r"/(?:\w*zcjd\w*|\w*wjjd\w*|\w*jiedu\w*|jdhy|zctj|tujie|\w*jd)/", re.I)
_QUOTED = re.compile(r"《([^》]{4,})》?")
_SHORT_NAME = re.compile(r"《(?:实施|若干|工作|行动)?(?:办法|方案|规定|意见|细则|规划|条例|措施|计划|通知)》")
"""What the document is called where it is clear which one is meant: 就《办法》答记者问."""
_DECORATION = re.compile(r"[\W_]|关于|印发|解读|图解|一图读懂|政策|通知|文件")
_INVITATION = re.compile(r"^(?:请?点击|点此|查看|阅读|浏览|打开|进入)+|(?:请?点击(?:这里|此处|查看)?|点此|查看|详情)$")
_TRAILING = ">＞»→"
_SPEAKING = {False: frozenset({"interpretation", "either"}), True: frozenset({"document", "either"})}
"""Whether a page explains a document -> the kinds of headings that can stand above its relations."""


class _Heading(NamedTuple):
    """A line that is or begins with a heading."""

    at: int
    """Index of the line."""
    element: Element
    kind: str
    word: str


@functools.cache
def _words() -> RelationWords:
    return relation_words()


@functools.cache
def _vocabulary() -> Vocabulary:
    return Vocabulary(_words().labels)


def read_interpretations(
    doc: ParsedPage, *, title: str | None, crumbs: Sequence[Crumb], links: Collection[LinkSeen]
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """(addresses that explain this page, addresses of documents that this page explains), each in the page's order.

    An interpretation explains and is not explained. Navigation is no relation, nor is a link to a column. A page that
    carries the other one itself, or has a script bring its link in below a heading, is related to its own address.
    """
    name = squeeze(title or "")
    explains = is_interpretation(name, crumbs)
    found: dict[str, None] = {}
    headings = _headings(doc, _SPEAKING[explains])
    for kind, anchor in _labelled_links(doc.flow.lines, headings, explains):
        words = text_of(anchor) or anchor.get("title") or anchor.get("alt") or ""
        if _is_related(kind, words, name, explains) and (url := _article_address(doc, anchor)):
            found[url] = None
    for link in links if explains else _telling(links):
        if link.region not in _OUTSIDE and not link.malformed and _speaks(link, name, explains):
            found[link.url] = None
    found.pop(doc.url, None)
    if not found and any(_holds_text(heading) for heading in headings if heading.kind != "either"):
        found[doc.url] = None
    return ((), tuple(found)) if explains else (tuple(found), ())


def _telling(links: Collection[LinkSeen]) -> Collection[LinkSeen]:
    """The links that may say that they explain something: most pages have none in words, and all are asked at once."""
    says = says_interpretation("\n".join([link.text for link in links]))
    return links if says else [link for link in links if not link.text]


def is_interpretation(title: str, crumbs: Sequence[Crumb]) -> bool:
    """Whether a page explains a document: by its title, or by standing in a column of interpretations alone."""
    if has_one(title, _words().words.titles):
        return True
    return bool(crumbs) and any(crumb.name in _words().words.columns for crumb in crumbs[-2:])


def _is_related(kind: str, words: str, name: str, explains: bool) -> bool:
    """Whether a link below a heading relates, by the heading's kind and the link's words."""
    says = says_interpretation(words)
    if not explains:
        return kind == "interpretation" or says
    if kind == "document":
        return not says or is_like(words, name) or not words
    return not says and is_like(words, name)


def _speaks(link: LinkSeen, name: str, explains: bool) -> bool:
    """Whether a link without a heading says itself that it relates."""
    if link.embedded:
        return False
    if explains:
        return _leads_back(link, name)
    if not link.text:
        return bool(_INTERPRETING_FOLDER.search(link.url)) and link.region == "main" and is_article_address(link.url)
    if not says_interpretation(link.text):
        return False
    if link.kind != "page":
        return True  # a file or a picture named 解读
    if link.region == "main" and ("//mp.weixin.qq.com/" in link.url or _SHORT_NAME.search(link.text)):
        return True
    words = _INVITATION.sub("", squeeze(link.text).strip("【】[]（）()：:>＞»"))
    if _vocabulary().exact(words) == words:
        return link.region == "main" and is_article_address(link.url)
    return is_like(words, name)


def _leads_back(link: LinkSeen, name: str) -> bool:
    if says_interpretation(link.text):
        return False
    if len(link.text) < 16 and has_one(link.text, _words().words.back):
        return is_article_address(link.url) and link.text not in _words().words.columns
    return len(link.text) >= 8 and ("《" in name or "《" in link.text) and is_like(link.text, name)


def says_interpretation(words: str) -> bool:
    """Whether words name an explanation: 解读, 一图读懂."""
    return has_one(words, _words().words.interpretation)


def is_like(words: str, name: str) -> bool:
    """Whether two titles speak of one document: a quoted name in common, or nearly the same words."""
    left, right = _core(words), _core(name)
    if min(len(left), len(right)) < 4:
        return False
    return fuzz.partial_ratio(left, right) >= _words().likeness.least


def _core(words: str) -> str:
    quoted = _QUOTED.search(words)
    return _DECORATION.sub("", quoted.group(1) if quoted else words)


def is_article_address(url: str) -> bool:
    """Whether an address is that of a page, not of a column."""
    parts = urlsplit(url)
    last = parts.path.rsplit("/", 1)[-1]
    if _COLUMN_FILE.match(last) and not parts.query:
        return False
    whole = f"{parts.path}?{parts.query}" if parts.query else parts.path
    if _ARTICLE.search(whole):
        return True
    return bool(_SHORT_NUMBER.search(whole)) and not _COLUMN_PATH.search(parts.path)


def _labelled_links(
    lines: Sequence[Line], headings: Iterable[_Heading], explains: bool
) -> Iterator[tuple[str, Element]]:
    """(kind of the heading, link) for what stands below headings and may relate."""
    for heading in headings:
        block, anchors = None, _own_anchors(lines[heading.at], heading.word) or _anchors_below(lines, heading.at)
        if not anchors:
            block, anchors = _block_after(heading.element, heading.word)
        if not 0 < len(anchors) <= _MOST_LINKS or (heading.kind == "either" and not explains and not _may_say(anchors)):
            continue
        if block is None or _vocabulary().exact(text_of(block)[:20]) is None:
            yield from ((heading.kind, anchor) for anchor in anchors)


def _headings(doc: ParsedPage, kinds: Collection[str]) -> list[_Heading]:
    vocabulary = _vocabulary()
    found: list[_Heading] = []
    for index in doc.flow.lines_beginning(vocabulary.firsts):
        line = doc.flow.lines[index]
        word = _heading_word(line, vocabulary) if line.place.region not in _OUTSIDE else None
        if word is not None and vocabulary.fields[word] in kinds:
            found.append(_Heading(index, line.element, vocabulary.fields[word], word))
    return found


def _holds_text(heading: _Heading) -> bool:
    """Whether below a heading such as 政策解读 or 政策原文 stands the text itself, or what a script fills in."""
    element = heading.element
    if not _is_only(element, heading.word):
        return False
    link = element if element.tag == "a" else next(element.iter("a"), None)
    if link is not None:
        return bool(_OPENED_BY_SCRIPT.match(link.get("href") or "#"))
    inside = next(element.iter(*_FILMS), None) is not None or any(map(_is_empty_place, element.iter("*")))
    if inside or _is_script_next(element):
        return True
    after = next(_beside(element, heading.word), None)
    return after is not None and _is_explanation(after)


def _is_empty_place(element: Element) -> bool:
    """True for an element without words that has a name, by which scripts fill it."""
    return bool(element.get("id")) and not all_words(element).strip()


def _is_script_next(element: Element) -> bool:
    after = element.getnext()
    return after is not None and after.tag == "script"


def _is_explanation(element: Element) -> bool:
    """True for words, a picture or a film that explain, and for an empty place that has a name for scripts."""
    if next(element.iter(*_FILMS), None) is not None:
        return True
    words = text_of(element)
    if words:
        return len(words) >= _LEAST_EXPLAINED and has_one(words, _words().words.explanation)
    return any(part.tag in {"img", "script"} or _is_empty_place(part) for part in element.iter("*"))


def _may_say(anchors: list[Element]) -> bool:
    """False: none of these links says that it explains something. Their words are all looked at together."""
    shown = [text_of(anchor) if len(anchor) else (anchor.text or "").strip() for anchor in anchors]
    words = [own or anchor.get("title") or anchor.get("alt") or "" for own, anchor in zip(shown, anchors, strict=True)]
    # Words of nothing but characters without width are none, and the title stands for them.
    return has_one("\n".join(words), (*_words().words.interpretation, *NO_WIDTH))


def _heading_word(line: Line, vocabulary: Vocabulary) -> str | None:
    """The heading that a line is or begins with."""
    text = line.text.rstrip(_TRAILING + " ")
    word = vocabulary.exact(text)
    if word is None:
        leading = vocabulary.leading(text[:40])
        word = leading[0][0] if leading else None
    return word


def _own_anchors(line: Line, word: str) -> list[Element]:
    """Links on the heading's own line, the heading itself left out."""
    text = squeeze(line.text)
    return [
        anchor
        for anchor in _links_in(line.element)
        if (words := squeeze(text_of(anchor))) and words in text and words.rstrip("：:" + _TRAILING) != word
    ]


def _anchors_below(lines: Sequence[Line], index: int) -> list[Element]:
    """Links on the next lines of the heading's own element, parted from it by nothing but `<br>`."""
    element = lines[index].element
    below = itertools.takewhile(
        lambda line: line.element is element, itertools.islice(lines, index + 1, index + 1 + _MOST_BELOW)
    )
    words = {squeeze(line.text) for line in itertools.takewhile(lambda line: not _begins_heading(line), below)}
    if not words:
        return []
    anchors = list(itertools.islice(element.iter("a", "area"), _MOST_BELOW))
    return [
        anchor
        for anchor in anchors
        if anchor.get("href") and (own := squeeze(text_of(anchor))) and any(own in line for line in words)
    ]


def _begins_heading(line: Line) -> bool:
    return _heading_word(line, _vocabulary()) is not None


def _block_after(element: Element, word: str) -> tuple[Element | None, list[Element]]:
    """The first block with words beside the heading, or beside what holds only it, and its links.

    Of a list nested under the heading only the links.
    """
    nested = next(element.iterchildren("ul", "ol", "dl"), None)
    if nested is not None:
        return None, _links_in(nested)
    for after in _beside(element, word):
        anchors = _links_in(after)
        if anchors or (all_words(after).strip() and text_of(after)):
            return after, anchors
    return None, []


def _beside(element: Element, word: str) -> Iterator[Element]:
    """What stands after the heading, and after what holds only it."""
    node: Element | None = element
    while node is not None and node.tag not in {"body", "html"} and _is_only(node, word):
        for after in node.itersiblings():
            if isinstance(after.tag, str) and after.tag not in {"script", "style"}:
                yield after
        node = node.getparent()


def _links_in(element: Element) -> list[Element]:
    """The element's links, as far as they can be relations: one more than these may be tells that they are none."""
    links = (anchor for anchor in element.iter("a", "area") if anchor.get("href"))
    return list(itertools.islice(links, _MOST_LINKS + 1))


def _is_only(element: Element, word: str) -> bool:
    if len(all_words(element)) > _LONGEST_HEADING:
        return False
    return squeeze(text_of(element)).rstrip("：:" + _TRAILING).strip("【】[]") == word


def _article_address(doc: ParsedPage, anchor: Element) -> str | None:
    url = join(doc.base, anchor.get("href") or "", encoding=doc.encoding)
    return url if url and is_article_address(url) else None
