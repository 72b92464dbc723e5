"""The main text of an article."""

import re
from collections.abc import Callable, Iterable
from itertools import islice
from typing import NamedTuple

from crawler.extract.element import Element
from crawler.extract.flow import Flow, Line

_PROSE = re.compile(r"[。；，、！？]")
_PARAGRAPH = frozenset(
    ("p", "section", "center", "h1", "h2", "h3", "h4", "h5", "h6", "li", "td", "tr", "tbody", "blockquote", "pre", "dd")
)
_TABLE = frozenset(("table", "thead", "th"))
_CELL = frozenset(("td", "tr"))
_NOTICES = ("凡本站", "免责声明", "版权声明", "转载使用", "用微信", "朋友圈", "版权所有")
"""What stands below articles and is none of them."""
_WIDGET = re.compile(r"扫一扫|打开当前页|分享到|打印本页|关闭(?:窗口|本页)|返回顶部|我要纠错")
_NEIGHBOUR = re.compile(r"\W*(?:上|下)一(?:篇|条|个|页)")
_LONGEST_WIDGET = 24
_BYLINE = re.compile(
    r"(?:发布|发表|更新|发稿|时间|日期|信息|文章|稿件){0,2}(?:时间|日期|来源|作者|编辑|点击数?|点击量|浏览量?|浏览次数|阅读次数|访问量|访问次数|字号|字体)"
    r"\s*[:：]\s*[^\s:：]*|\d{4}\s*[-/.年]\s*\d{1,2}\s*[-/.月]\s*\d{1,2}\s*日?|\d{1,2}[:：∶]\d{2}(?:[:：∶]\d{2})?|"
    r"[\[【(（]?\s*大?\s*(?:中\s*)?小\s*[\]】)）]?"
)
_FOOTING = re.compile(r"ICP\s{0,3}备|公网安备|网站(?:标识|识别)码")
_MOST_LINKS = 100
"""Links of an element that are asked: a list parted by `<br>` is one element with thousands of lines."""
_WORD = re.compile(r"[\w]")
_LONGEST_BYLINE = 160
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


_Weighing = Callable[[Line, frozenset[Element]], tuple[Element, int] | None]


class Body(NamedTuple):
    """The block that holds an article's text and the lines inside it."""

    element: Element | None
    first: int
    """Index of its first line; the number of all lines where there is no such block."""
    end: int
    """Index after its last line."""


def find_body(flow: Flow, title_at: tuple[int, ...] = ()) -> Body:
    """Return the block with the most prose, widened to the outermost block that is named as an article's content.

    It is never widened over the line that prints the title, so that what stands between them stays outside. Where
    there is no prose worth the name (a table, a list of names), the block with the most text below the title.
    """
    lines = flow.lines
    start = title_at[0] + 1 if title_at else 0
    around = frozenset(lines[title_at[0]].element.iterancestors()) if title_at else frozenset()
    heaviest = _heaviest(flow, flow.lines_matching(_PROSE), _prose_weight, around)
    if heaviest is None and start:
        heaviest = _heaviest(flow, range(start, _footer_at(flow, start, around)), _text_weight, around)
    if heaviest is None:
        return Body(None, len(lines), len(lines))
    return _widened(lines, _extent(lines, *heaviest), title_at)


def _footer_at(flow: Flow, start: int, around: frozenset[Element]) -> int:
    """Index of the first line of the page's footer, known by its records; the number of lines where there is none."""
    lines = flow.lines
    at = next((at for at in flow.lines_matching(_FOOTING) if at >= start), None)
    if at is None:
        return len(lines)
    block = lines[at].element
    above = block.getparent()
    if above is not None and above not in around:
        block = above
    while at > start and _is_within(lines[at - 1].element, block):
        at -= 1
    return at


def _heaviest(
    flow: Flow, weighed: Iterable[int], weight_of: _Weighing, around: frozenset[Element]
) -> tuple[Element, int] | None:
    """The block whose lines weigh most, and the index of one of them; half counts for the block around.

    `around` is what stands around the title: a block that climbs no further, or it would be the table that lays out
    the whole page.
    """
    lines, notices = flow.lines, frozenset(flow.lines_with(*_NOTICES))
    weights: dict[Element, float] = {}
    at: dict[Element, int] = {}
    for index in weighed:
        line = lines[index]
        region, hidden = line.place
        if hidden or region in ("nav", "footer") or index in notices or not (found := weight_of(line, around)):
            continue
        holder, weight = found
        at.setdefault(holder, index)
        weights[holder] = weights.get(holder, 0) + weight
        above = holder.getparent()
        if above is not None and not (above in around and holder.tag in _CELL):
            at.setdefault(above, index)
            weights[above] = weights.get(above, 0) + weight / 2
    if not weights:
        return None
    best = max(weights, key=lambda block: weights[block])
    return best, at[best]


def _prose_weight(line: Line, around: frozenset[Element]) -> tuple[Element, int] | None:
    """What a line that is punctuated as sentences are weighs."""
    size = sum(map(len, line.parts))
    if size < _MIN_PROSE or _is_linked(line):
        return None
    return _holder(line.element, _PARAGRAPH, around), min(size, _LONG_LINE)


def _text_weight(line: Line, around: frozenset[Element]) -> tuple[Element, int] | None:
    """Cells of a table weigh together: 当事人名称, 文号, 金额 are the article."""
    words = "".join(line.parts)
    if line.place.region != "main" or _is_linked(line):
        return None
    if _is_byline(line) or (len(words) <= _LONGEST_WIDGET and (_WIDGET.search(words) or _NEIGHBOUR.match(words))):
        return None
    return _holder(line.element, _PARAGRAPH | _TABLE, around), min(sum(map(len, line.parts)), _LONG_LINE)


def _is_linked(line: Line) -> bool:
    """True: most of the line is a link, as in lists of titles."""
    if not len(line.element):
        return False
    links = [len(link.text or "") for link in islice(line.element.iter("a"), _MOST_LINKS)]
    return bool(links) and sum(links) > sum(map(len, line.parts)) / 2


def _holder(block: Element, small: frozenset[str], around: frozenset[Element]) -> Element:
    while block.tag in small and (above := block.getparent()) is not None:
        if block.tag in _CELL and above in around:
            break
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


def _extent(lines: list[Line], block: Element, inside: int) -> Body:
    first = end = inside
    while first > 0 and _is_within(lines[first - 1].element, block):
        first -= 1
    while end < len(lines) and _is_within(lines[end].element, block):
        end += 1
    return Body(block, first, end)


def _is_within(element: Element | None, block: Element) -> bool:
    while element is not None:
        if element is block:
            return True
        element = element.getparent()
    return False


def body_text(lines: list[Line], body: Body) -> str:
    """Return the text of a body, white space folded, paragraphs parted by newlines.

    Without what is out of sight, and without the page's own tools (扫一扫, 打印本页). Where nothing but the line
    under the title was found (date, source, hits), the article has no text.
    """
    shown = [line for line in lines[body.first : body.end] if line.place.hidden is None and line.text]
    kept = [line for line in shown if not (len(line.text) <= _LONGEST_WIDGET and _WIDGET.search(line.text))]
    texts = [line.text for line in kept]
    return "" if sum(map(len, texts)) <= _LONGEST_BYLINE and all(map(_is_byline, kept)) else "\n".join(texts)


def _is_byline(line: Line) -> bool:
    return not _WORD.search(_BYLINE.sub("", line.spaced))
