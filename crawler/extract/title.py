"""An article's own title, which the page repeats, cuts, wraps and decorates."""

import re
from collections.abc import Mapping
from itertools import islice
from typing import NamedTuple

from crawler.extract.flow import Flow, Line
from crawler.extract.labelled import squeeze
from crawler.extract.tree import ParsedPage

_TAG = re.compile(r"<[^>]*>|<[a-z][^>]*$", re.I)
_PART = re.compile(r"\s*(?:[_|｜丨]+|\s[-—–·:：>＞]+\s?|[-—–]+\s|--+|__+|\s{2,}|\xa0+)\s*")
_LAST_DASH = re.compile(r"[-—–－]+(?=[^-—–－]{2,30}$)")
_SITE = re.compile(
    r"(?:人民政府|政府网|门户网|网站|委员会|管理局|信息网|信息公开|中国政府网|[省市县区]政府|[厅局委办部院署]|官网|门户)(?:网站|门户网站|官方网站|网|站)?(?:欢迎您?[!！]?)?$"
)
_TITLED = re.compile(r"title|(?:^|[\s_-])(?:tit|bt|biaoti|headline)(?:$|[\s_\d-])", re.I)
_NO_TITLE = re.compile(
    r"^(?:无标题文档|title|untitled|详情页?|正文|内容页?|文章详情|信息内容页?|标题|首页|index|政务公开信息内容页|.{0,6}详细页面?)$",
    re.I,
)
_WIDE = re.compile(r"[（）［］：，；！？“”‘’＂]")
_NARROW = dict(zip("（）［］：，；！？“”‘’＂", '()[]:,;!?""\'\'"', strict=True))
_FORMS = {narrow: {narrow, *(wide for wide in _NARROW if _NARROW[wide] == narrow)} for narrow in _NARROW.values()}
_TITLE_LABEL = re.compile(r"(?:标题|(?:信息|文件|公文)?名称):?")
_DATED = re.compile(r"(?:19|20)\d\d\s?[-/年.]\s?\d|来\s*源\s*[:：]")
_AFTER_TITLE = re.compile(r"[(\[【]?\d|[(\[【]|来源|发布|时间|日期|作者|字[体号]|浏览|信息来源|文章来源|更新")
_LONGEST_NAME = 20
_LONGEST_NAME_ENDING = 6
"""What a site's name may carry in a `<title>`: 欢迎您, 门户网站."""
_MOST_PLACES = 8
_MAX_REST = 60
_MIN_IN_HEAD = 8
_MIN_LENGTH = 4
_MAX_LENGTH = 120
_WINDOW = 3
_OPENING = 10
"""Characters of a line that tell most other lines from a title."""


class TitleSeen(NamedTuple):
    """An article's title and the lines that print it."""

    text: str | None
    at: tuple[int, ...] = ()
    """Indexes of the lines where the title begins; empty: it stands only in the head of the page."""
    sure: bool = True
    """False: a heading was taken for it that neither meta tags nor `<title>` name."""


def fold(text: str) -> str:
    """Return a text without white space, its punctuation narrow: for comparing what pages write differently."""
    return _WIDE.sub(_narrowed, squeeze(text))


def _narrowed(wide: re.Match[str]) -> str:
    return _NARROW[wide[0]]


def read_title(doc: ParsedPage, named: Mapping[str, str]) -> TitleSeen:
    """Return the title as the page prints it; else as its meta tags or its `<title>` say it."""
    flow = doc.flow
    lines = flow.lines
    site, column = fold(named.get("sitename", "")), fold(named.get("columnname", ""))
    stated = clean(named.get("articletitle", ""))
    folded = fold(stated)
    if folded == site:
        stated = folded = ""  # a template that fills in the site's name
    if folded != column and (at := _printed_at(flow, folded)):
        return TitleSeen(_as_printed(lines, at[0], stated), at)
    head = head_title(doc)
    own = _own_parts(head, site, column)
    whole = [words for words in (head, _line_in_head(lines, fold(head))) if not _is_site(words, site)]
    for wanted in (stated, *whole[:1], *own, *whole[1:]):
        if wanted and fold(wanted) != column and (at := _printed_at(flow, fold(wanted))):
            return TitleSeen(_as_printed(lines, at[0], wanted), at)
    heading = None if stated else _heading_at(lines, fold(head), (site, column))
    if heading is not None:
        text = lines[heading].text
        places = (index for index, line in enumerate(lines) if line.text == text)
        return TitleSeen(text, tuple(islice(places, _MOST_PLACES)), sure=False)
    return TitleSeen(stated or (own[0] if own else head) or None)


def _line_in_head(lines: list[Line], head: str) -> str:
    """The longest line that `<title>` holds among other names, as in `某县人民政府 通知公告 关于……的通知`; "": none."""
    best = ""
    for line in lines:
        if line.place.region in ("nav", "footer") or not len(best) < sum(map(len, line.parts)) <= 2 * len(head):
            continue
        text = fold(line.text)
        if len(text) >= max(_MIN_IN_HEAD, len(best) + 1) and text in head:
            best = text
    return best


def head_title(doc: ParsedPage) -> str:
    """Return the text of the page's first `<title>`, without leaked markup."""
    element = next(doc.root.iter("title"), None)
    return clean(element.text or "") if element is not None else ""


def clean(text: str) -> str:
    """Return a title without markup that a template leaked into it, white space folded."""
    if "<" in text:
        text = _TAG.sub(" ", text)
    return " ".join(text.split())


def without_site(head: str, site: str = "") -> str:
    """Return a `<title>` without the site's name at its end or beginning."""
    parts = _own_parts(head, fold(site), "")
    return parts[0] if parts else head


def _own_parts(head: str, site: str, column: str) -> list[str]:
    """What of a `<title>` is not the site's or the column's name, the likeliest title first."""
    if not head or _NO_TITLE.match(head):
        return []
    parts = [part for part in _PART.split(head) if part]
    if len(parts) == 1 and (dash := _LAST_DASH.search(head)) and _is_site(head[dash.end() :], site):
        parts = [head[: dash.start()], head[dash.end() :]]
    ends = (0, len(parts) - 1)
    own = [
        part
        for place, part in enumerate(parts)
        if fold(part) != column and not (place in ends and _is_site(part, site))
    ]
    if not own and len(parts) > 1:
        return parts[:1]  # 某某到县委宣传部调研_某某县人民政府: both ends sound like an office
    return own[::-1] if _is_site(parts[0], site) else own


def _is_site(part: str, site: str) -> bool:
    folded = fold(part).strip("-_|")
    if len(folded) > _LONGEST_NAME + len(site):
        return False
    if site and (folded in site or (site in folded and len(folded) <= len(site) + _LONGEST_NAME_ENDING)):
        return True
    return len(folded) <= _LONGEST_NAME and bool(_SITE.search(folded))


def _printed_at(flow: Flow, wanted: str) -> tuple[int, ...]:
    """The lines that print this title: alone, with something short after it, or broken over a few lines."""
    if len(wanted) < 2:
        return ()
    lines = flow.lines
    begun = flow.lines_beginning(_FORMS.get(wanted[0], {wanted[0]}))
    size = min(_OPENING, len(wanted))
    first = wanted[:size]
    likely = [
        index
        for index in begun
        # Another opening of words and digits, in which there is nothing to fold, is that of another line.
        if (opening := lines[index].parts[0].lstrip()[:size]) == first or len(opening) < size or not opening.isalnum()
    ]
    return tuple(islice((index for index in likely if _prints(lines, index, wanted)), _MOST_PLACES))


def _prints(lines: list[Line], index: int, wanted: str) -> bool:
    line = lines[index]
    if line.place.region == "nav" or not wanted.startswith(fold(line.text[:_OPENING])[: len(wanted)]):
        return False
    text = fold(line.text)
    if not text or not wanted.startswith(text[: len(wanted)]):
        return False
    if text.startswith(wanted):
        rest = text[len(wanted) :]
        return not rest or (len(rest) <= _MAX_REST and bool(_AFTER_TITLE.match(rest)))
    for after in lines[index + 1 : index + _WINDOW]:
        text += fold(after.text)
        if text.startswith(wanted):
            return len(text) - len(wanted) <= 4
        if not wanted.startswith(text):
            return False
    return False


def _as_printed(lines: list[Line], index: int, wanted: str) -> str:
    text = lines[index].text
    return text if fold(text) == fold(wanted) else wanted


def _heading_at(lines: list[Line], head: str, names: tuple[str, str]) -> int | None:
    """The line that looks most like a title: a heading, a block whose class says so, a value labelled 标题."""
    best, best_score = None, 0
    for index, line in enumerate(lines):
        if line.place.region in ("nav", "footer"):
            continue
        score = _heading_score(line, lines[index - 1] if index else None, lines[index + 1 : index + 2])
        if score <= best_score:
            continue
        text = fold(line.text)
        if _MIN_LENGTH <= len(text) <= _MAX_LENGTH and text not in names and not _NO_TITLE.match(text):
            score += 3 if text in head else 0
            best, best_score = index, score
    return best


def _heading_score(line: Line, before: Line | None, after: list[Line]) -> int:
    element = line.element
    score = {"h1": 4, "h2": 3, "h3": 2, "h4": 1}.get(str(element.tag), 0)
    if _TITLED.search(f"{element.get('class') or ''} {element.get('id') or ''}"):
        score += 2
    if before is not None and _TITLE_LABEL.fullmatch(fold(before.text)):
        score += 4
    if score and after and _DATED.search(after[0].spaced):
        score += 4
    return score if score and not line.text.endswith(("：", ":", ">>", "»")) else 0
