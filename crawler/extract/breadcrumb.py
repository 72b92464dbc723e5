"""The breadcrumb: the path of columns above a page."""

import re
from collections.abc import Iterator

from lxml.html import HtmlElement

from checks.observations.page import Crumb
from crawler.extract.address import join
from crawler.extract.flow import Line
from crawler.extract.title import fold
from crawler.extract.tree import ParsedPage

_LABEL = re.compile(
    r"(?:当前(?:的)?|您(?:现在|当前|所在)?的?|所在|现在的?|目前的?)?\s*(?:所在)?(?:的)?\s*位\s*置\s*(?:是|为)?\s*[:：]?\s*"
)
_ASKED = re.compile(r"(?:当前|您|所在|现在|目前)[^。，]{0,6}位\s*置")
_HOME = re.compile(r"^(?:网站|本站|门户|返回)?(?:首\s*页|主\s*页)$|^home$", re.I)
_SEPARATOR = re.compile(r"\s*(?:>+|＞+|»+|›|→|/|\\|\||｜|[-—–]+>?|·|::|>>|▶|►|≫)\s*")
_NAMED = re.compile(
    r"crumb|curmb|position|location|(?:^|[\s_-])(?:dqwz|mbx|weizhi|bread|wz|path|loc|place|addr|dangqian|cur_?pos|local)(?:$|[\s_\d-])",
    re.I,
)
_NO_STEP = re.compile(
    r"^(?:正文|详情页?|内容(?:页|详情)?|文章(?:内容|详情|正文)|信息(?:内容|详情)|详细(?:内容|信息)|浏览文章|列表|正文内容|查看|-+)$"
)
_LONGEST_STEP = 30
_MOST_STEPS = 10
_LONGEST_TRAIL = 160


def read_breadcrumb(doc: ParsedPage, title: str | None = None) -> tuple[Crumb, ...]:
    """Return the steps from the home page down, without a closing 正文 and without the page's own title."""
    best: tuple[Crumb, ...] = ()
    tried: set[HtmlElement] = set()
    for trail in _trails(doc.flow.lines):
        if trail in tried:
            continue
        tried.add(trail)
        crumbs = _crumbs(doc, trail, title)
        if len(crumbs) > len(best):
            best = crumbs
        if len(best) > 1:
            break
    return best


def _trails(lines: list[Line]) -> Iterator[HtmlElement]:
    """The blocks that may hold the breadcrumb, the likeliest first."""
    labelled = [line.element for line in lines if _is_asked(line)]
    homes = [line for line in lines if line.parts and _begins_at_home(line)]
    yield from (_whole(element) for element in labelled)
    yield from (line.element for line in homes if _SEPARATOR.search(line.text))
    yield from (_whole(line.element) for line in homes if _is_named(line.element))


def _is_asked(line: Line) -> bool:
    return (
        any("位" in part for part in line.parts) and len(line.text) < _LONGEST_TRAIL and bool(_ASKED.search(line.text))
    )


def _begins_at_home(line: Line) -> bool:
    first = line.parts[0].strip()
    if not first:
        return False
    text = line.text if len(first) < 2 else first
    return bool(_HOME.match(_SEPARATOR.split(text.lstrip(">＞» "), maxsplit=1)[0].strip()))


def _is_named(element: HtmlElement) -> bool:
    for outer in (element, *_some(element.iterancestors(), 3)):
        if _NAMED.search(f"{outer.get('class') or ''} {outer.get('id') or ''}"):
            return True
    return False


def _some(elements: Iterator[HtmlElement], count: int) -> Iterator[HtmlElement]:
    for _ in range(count):
        element = next(elements, None)
        if element is None:
            return
        yield element


def _whole(element: HtmlElement) -> HtmlElement:
    """The label's block, or the block around it where the steps stand beside the label."""
    for outer in (element, *_some(element.iterancestors(), 3)):
        words = outer.text_content()
        if len(words.split()) and len(fold(words)) > _LONGEST_TRAIL:
            break
        element = outer
        if sum(1 for _ in outer.iter("a")) >= 2:
            break
    return element


def _crumbs(doc: ParsedPage, trail: HtmlElement, title: str | None) -> tuple[Crumb, ...]:
    links = [anchor for anchor in trail.iter("a") if fold(str(anchor.text_content()))]
    urls = {fold(str(anchor.text_content())): anchor.get("href") for anchor in links}
    text = " ".join(str(trail.text_content()).split())
    names = [
        name
        for name in _SEPARATOR.split(_LABEL.sub("", text, count=1) if _ASKED.search(text) else text)
        if name.strip()
    ]
    if len(names) < 2 and len(links) > 1:
        names = [" ".join(str(anchor.text_content()).split()) for anchor in links]
    return tuple(_steps(doc, names, urls, fold(title or "")))


def _steps(doc: ParsedPage, names: list[str], urls: dict[str, str | None], title: str) -> Iterator[Crumb]:
    known: set[str] = set()
    for name in names[:_MOST_STEPS]:
        name = name.strip(" :：")
        folded = fold(name)
        if not folded or len(folded) > _LONGEST_STEP or _NO_STEP.match(folded) or folded in known:
            continue
        if title and folded == title and folded not in urls:
            continue
        known.add(folded)
        href = urls.get(folded)
        yield Crumb(name, join(doc.base, href, encoding=doc.encoding) if href else None)
