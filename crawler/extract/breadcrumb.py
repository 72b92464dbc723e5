"""The breadcrumb: the path of columns above a page."""

import re
from collections.abc import Container, Iterator
from functools import lru_cache
from itertools import islice

from checks.observations.page import Crumb
from crawler.extract.address import join
from crawler.extract.element import Element, all_words
from crawler.extract.flow import Flow, Line
from crawler.extract.title import fold
from crawler.extract.tree import ParsedPage

_ASKED = re.compile(r"(?:(?:当前|您|所在|现在|目前)[^。，>＞]{0,8}位\s*置(?:是|为|在)?\s*[:：]?|^位\s*置\s*[:：])\s*")
_PLACE = re.compile(r"位\s*置")
"""What every such label has; looked for in all lines at once."""
_HOME = re.compile(r"(?:网站|本站|门户)?(?:首\s*页|主\s*页)|home", re.I)
_ARROW = r">+|＞+|»+|›+|→|-+>|—+>|≫|>>|▶|►|〉|》"
_ARROWS = re.compile(rf"\s*(?:{_ARROW})\s*")
_SEPARATOR = re.compile(rf"\s*(?:{_ARROW}|[/\\|｜·•丨]|[-—–]+|::)\s*")
_NAMED = re.compile(
    r"crumb|curmb|position|location|(?:^|[\s_-])(?:dqwz|mbx|weizhi|bread|path|loc|dangqian|cur_?pos|local)(?:$|[\s_\d-])",
    re.I,
)
_NO_STEP = re.compile(
    r"(?:正文|详情页?|内容(?:页|详情)?|文章(?:内容|详情|正文)?|信息(?:内容|详情)|详细(?:内容|信息)?|浏览文章|列表|正文内容|查看|\W+)"
)
_ARROW_CHARS = " >＞»\n\t\r\xa0"
_HOME_BEGINNINGS = frozenset("网本门首主hH>＞»")
"""First characters of a line whose first words may be the home page's name."""
_FEWEST_PARTS = 3
_LONGEST_STEP = 30
_MOST_STEPS = 10
_MOST_TRIALS = 12
_LONGEST_TRAIL = 160
_MOST_BARS = 12
"""Parts of a trail whose steps only bars or strokes set apart."""
_MOST_LINES = 12
"""A trail whose steps are list items takes a line each."""


def read_breadcrumb(doc: ParsedPage) -> tuple[Crumb, ...]:
    """Return the steps from the home page down, without a closing 正文. Read once, when first asked for."""
    if doc.crumbs is None:
        doc.crumbs, doc.trail = _longest_trail(doc)
    return doc.crumbs


def _longest_trail(doc: ParsedPage) -> tuple[tuple[Crumb, ...], Element | None]:
    best: tuple[Crumb, ...] = ()
    trail: Element | None = None
    for element, lines in islice(_trails(doc.flow), _MOST_TRIALS):
        crumbs = tuple(_steps(doc, element, lines))
        if len(crumbs) > len(best):
            best = crumbs
            trail = element if any(_ASKED.search(line.spaced) for line in lines) or _is_named(element) else None
        if len(best) > 1:
            break
    return best, trail


def without_title(crumbs: tuple[Crumb, ...], title: str | None) -> tuple[Crumb, ...]:
    """Return a breadcrumb without a last step that only repeats the page's own title."""
    repeats = crumbs and title and crumbs[-1].url is None and fold(crumbs[-1].name) == fold(title)
    return crumbs[:-1] if repeats else crumbs


def _trails(flow: Flow) -> Iterator[tuple[Element, list[Line]]]:
    """The blocks that may hold the breadcrumb with their lines, the likeliest first."""
    lines = flow.lines
    for index in flow.lines_matching(_PLACE):
        line = lines[index]
        if line.place.region != "footer" and _is_short([line]) and _ASKED.search(line.spaced):
            yield from _around(lines, index)
    homes = [index for index in flow.lines_beginning(_HOME_BEGINNINGS) if _is_home(lines[index])]
    for index in homes:
        line = lines[index]
        if len(line.parts) > 1 and _SEPARATOR.search(line.spaced) and not _is_menu(line):
            yield line.element, [line]
    for index in homes:
        if _is_named(lines[index].element):
            yield from _around(lines, index)
    for line in lines:
        if len(line.parts) > _FEWEST_PARTS and line.place.region != "footer" and _is_trail(line):
            yield line.element, [line]


def _is_home(line: Line) -> bool:
    return line.place.region != "footer" and _HOME.fullmatch(line.parts[0].strip(_ARROW_CHARS)) is not None


def _is_trail(line: Line) -> bool:
    return len(_arrows(line)) > 1 and _is_short([line])


def _is_menu(line: Line) -> bool:
    """True: 首页 | 机构 | 新闻 | …: more names side by side than any path has, and no arrow between them."""
    return len(line.parts) > _MOST_BARS and not _arrows(line) and not _is_named(line.element)


def _around(lines: list[Line], index: int) -> Iterator[tuple[Element, list[Line]]]:
    """The label's own line where the steps stand on it, else the block around it that holds them."""
    line = lines[index]
    if _has_steps(tuple(line.parts)):
        yield line.element, [line]
        return
    element = line.element
    for outer in islice(element.iterancestors(), 3):
        end = index
        while end < len(lines) and end - index < _MOST_LINES and outer in lines[end].element.iterancestors():
            if end > index + 1 and not _goes_on(lines[index + 1], lines[end]):
                break
            end += 1
        if end > index + 1 and _is_short(lines[index:end]):
            yield outer, lines[index:end]
            return


def _goes_on(first: Line, line: Line) -> bool:
    """True for a step of the same trail: it begins with an arrow, or stands beside the first one."""
    if first.element is line.element or _ARROWS.match(line.parts[0].strip()):
        return True
    return first.element.tag == line.element.tag and first.element.getparent() is line.element.getparent()


def _is_short(lines: list[Line]) -> bool:
    return sum(len(part.strip()) for line in lines for part in line.parts) <= _LONGEST_TRAIL


def _arrows(line: Line) -> list[str]:
    return [part for part in line.parts if _ARROWS.fullmatch(part.strip())]


def _is_named(element: Element) -> bool:
    outers = (element, *islice(element.iterancestors(), 3))
    return any(_NAMED.search(f"{outer.get('class') or ''} {outer.get('id') or ''}") for outer in outers)


@lru_cache(maxsize=256)
def _has_steps(parts: tuple[str, ...]) -> bool:
    return sum(map(bool, _names(parts, ()))) > 1


def _names(parts: tuple[str, ...], linked: Container[str]) -> Iterator[str]:
    """The steps on a line: each link whole, the rest cut at separators, the label left out."""
    for part in parts:
        words = " ".join(part.split())
        if fold(words) in linked:
            yield words
            continue
        if "位" in words:
            words = _ASKED.sub("", words, count=1)
        yield from _SEPARATOR.split(words)


def _steps(doc: ParsedPage, element: Element, lines: list[Line]) -> Iterator[Crumb]:
    anchors = list(element.iter("a"))
    for name, link in _named_steps(tuple(tuple(line.parts) for line in lines), tuple(map(all_words, anchors))):
        href = anchors[link].get("href") if link is not None else None
        yield Crumb(name, join(doc.base, href, encoding=doc.encoding) if href else None)


@lru_cache(maxsize=256)
def _named_steps(lines: tuple[tuple[str, ...], ...], shown: tuple[str, ...]) -> tuple[tuple[str, int | None], ...]:
    """(name, index of its link) for each step that lines and links of these words are: pages share their trails."""
    links = {fold(words): index for index, words in enumerate(shown)}
    steps: dict[str, tuple[str, int | None]] = {}
    for name in islice((name for parts in lines for name in _names(parts, links)), 3 * _MOST_STEPS):
        name = name.strip(" :：\ue60b")
        folded = fold(name)
        if folded and len(folded) <= _LONGEST_STEP and not _NO_STEP.fullmatch(folded):
            steps.setdefault(folded, (name, links.get(folded)))
    return tuple(steps.values())
