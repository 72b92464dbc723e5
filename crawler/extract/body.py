"""The main text of an article."""

import re
from typing import NamedTuple

from lxml.html import HtmlElement

from crawler.extract.flow import Line

_PROSE = re.compile(r"[。；，、！？]")
_PARAGRAPH = frozenset(
    ("p", "section", "center", "h1", "h2", "h3", "h4", "h5", "h6", "li", "td", "tr", "tbody", "blockquote", "pre", "dd")
)
_CONTENT = re.compile(
    r"(?:^|[\s_-])(?:zoom\w*|fontzoom|trs_(?:editor|web|uedit\w+)|trs_paper\w*|ucap-content|news_?cont\w*|newscontnet|"
    r"article-?(?:content|con|body|box|txt|main)\w*|articlecontent|pages_content|bt_content|xxgk_content|content_?(?:txt|text|body)|"
    r"view|j-fontcontent|ewb-article-info|easysite-news-text|con_text|conttxt|mainbody|main-?txt|arti_?(?:cont|content)\w*|"
    r"wz_?(?:con|content|nr)|xl_?(?:con|content|nr)|vsb_content\w*|v_news_content|wp_articlecontent|bmsg|text-con|detail-?(?:content|con))(?=$|[\s_\d-])",
    re.I,
)
_MIN_PROSE = 15
_LONG_LINE = 400
"""A longer line counts as this long: many paragraphs outweigh one that a script copied them into."""


class Body(NamedTuple):
    """The block that holds an article's text and the lines inside it."""

    element: HtmlElement | None
    first: int
    """Index of its first line; the number of all lines where there is no such block."""
    end: int
    """Index after its last line."""


def find_body(lines: list[Line], title_at: tuple[int, ...] = ()) -> Body:
    """Return the block with the most prose, widened to the outermost block that is named as an article's content.

    It is never widened over the line that prints the title, so that what stands between them stays outside.
    """
    weights: dict[HtmlElement, int] = {}
    at: dict[HtmlElement, int] = {}
    for index, line in enumerate(lines):
        if line.place.region in ("nav", "footer") or line.place.hidden:
            continue
        length = min(sum(map(len, line.parts)), _LONG_LINE)
        if length < _MIN_PROSE or not _PROSE.search("".join(line.parts)) or _is_linked(line):
            continue
        holder = _holder(line.element)
        weights[holder] = weights.get(holder, 0) + length
        at.setdefault(holder, index)
        above = holder.getparent()
        if above is not None:
            weights[above] = weights.get(above, 0) + length // 2
            at.setdefault(above, index)
    if not weights:
        return Body(None, len(lines), len(lines))
    best = max(weights, key=lambda element: weights[element])
    return _widened(lines, _extent(lines, best, at[best]), title_at)


def _is_linked(line: Line) -> bool:
    """True: most of the line is a link, as in lists of titles."""
    links = [len(link.text or "") for link in line.element.iter("a")]
    return bool(links) and sum(links) > sum(map(len, line.parts)) / 2


def _holder(block: HtmlElement) -> HtmlElement:
    while block.tag in _PARAGRAPH and (above := block.getparent()) is not None:
        block = above
    return block


def _widened(lines: list[Line], body: Body, title_at: tuple[int, ...]) -> Body:
    if body.element is None:
        return body
    titles = [at for at in title_at if at < body.first]
    for outer in body.element.iterancestors("div", "td", "section", "article", "ucapcontent", "form"):
        if _CONTENT.search(f"{outer.get('class') or ''} {outer.get('id') or ''}"):
            wider = _extent(lines, outer, body.first)
            if any(wider.first <= at for at in titles):
                break
            body = wider
    return body


def _extent(lines: list[Line], block: HtmlElement, inside: int) -> Body:
    first = end = inside
    while first > 0 and _is_within(lines[first - 1].element, block):
        first -= 1
    while end < len(lines) and _is_within(lines[end].element, block):
        end += 1
    return Body(block, first, end)


def _is_within(element: HtmlElement | None, block: HtmlElement) -> bool:
    while element is not None:
        if element is block:
            return True
        element = element.getparent()
    return False


def body_text(lines: list[Line], body: Body) -> str:
    """Return the text of a body, white space folded, paragraphs parted by newlines; nothing that is out of sight."""
    shown = (line.text for line in lines[body.first : body.end] if line.place.hidden is None)
    return "\n".join(text for text in shown if text)
