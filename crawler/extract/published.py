"""The date that a page prints as its own, among all the dates on it."""

import re
from collections.abc import Iterator
from datetime import date, datetime
from typing import NamedTuple

from crawler.extract.body import Body
from crawler.extract.dates import Found, find_all
from crawler.extract.element import all_words
from crawler.extract.flow import Flow, Line
from crawler.extract.labelled import NO_WIDTH, squeeze
from crawler.extract.title import TitleSeen, fold

_LABEL_END = r"\s*(?:[:：]|为|于|是)?[\s\[【(（]*$"
_PUBLISHED = re.compile(
    rf"(?:发\s*布\s*(?:时\s*间|日\s*期|于)?|时间发布|发表(?:时间|日期|于)|发稿(?:时间|日期)|上传(?:时间|日期)|刊发(?:时间|日期)|"
    rf"录入(?:时间|日期)|添加(?:时间|日期)|提供日期|publish(?:ed)?(?:\s*(?:time|date|on|at))?){_LABEL_END}",
    re.I,
)
_UPDATED = re.compile(rf"(?:更新(?:时间|日期|于)?|编辑时间|修改时间|创建时间|公开(?:时间|日期)){_LABEL_END}")
_PLAIN = re.compile(rf"(?:^|[\s】\]|｜>])(?:日\s*期|时\s*间|date|time){_LABEL_END}", re.I)
_MADE = re.compile(rf"生\s*成\s*(?:日\s*期|时\s*间){_LABEL_END}")
"""When the page was made: it speaks only where nothing else does."""
_OTHER = re.compile(
    r"(?:[\u4e00-\u9fff]{1,6}(?:时间|日期|截止日|期限|有效期|起止)|今天|现在|今日|当前|截[至止]到?|[自从至到]|施行|生效|失效|废止|举行|召开)"
    r"\s*(?:[:：]|为|于|是)?[\s\[【(（]*$"
)
_RANGE_AFTER = re.compile(r"\s*(?:至|到|—|－|~|～|-{1,2})\s*(?:(?:19|20)?\d\d|\d{1,2}\s*月)")
_COMPANY = re.compile(r"来\s*源|作者|浏览|阅读|点击|访问|字\s*[体号]|打印|责任编辑|分享|供稿|听全文")
_CLOCK = re.compile(r"星期[一二三四五六日天]|今天是|农历|您好|欢迎")
_LEAST = 5
"""What a date scores that counts only where nothing else does."""
_BARE = re.compile(r"^[\s(（\[【]*$")
_LONGEST_HEAD_LINE = 260
_LONGEST_LABEL = 24
_FAR = 8
"""Lines below the title within which a date needs no label."""
_ENTRIES = 2
"""Other days with a label that speaks as loudly: an article has one."""
_ENTRY_TITLE = 8
_LABEL_WORDS = re.compile("时|日|发|公|更|源|ate|ime|ubl")
"""Where neither a line nor the one before, in lower case, has any of these, no label of a date stands there."""


class Candidate(NamedTuple):
    """A date that may be the page's own, and how much speaks for it."""

    score: int
    nearness: int
    found: Found
    line: int


def read_published(flow: Flow, title: TitleSeen, body: Body) -> tuple[date, datetime | None] | None:
    """Return the page's printed date, with its time of day if printed; None: it prints none.

    Labels speak loudest, then the place between title and text. Clocks, dates of events, deadlines, dates inside
    titles and prose are not the page's own.
    """
    candidates = list(_candidates(flow, title, body))
    if not candidates:
        return None
    best = max(candidates, key=lambda candidate: (candidate.score, candidate.nearness))
    if best.line not in title.at and _is_an_items(best, candidates, flow.lines[best.line]):
        return None
    return best.found.day, best.found.at


def _is_an_items(best: Candidate, candidates: list[Candidate], line: Line) -> bool:
    """True: the date is that of an entry of a list: beside the link to it, or one of many with the same label."""
    equals = {other.found.day for other in candidates if other.score == best.score and other.line != best.line}
    if len(equals - {best.found.day}) >= _ENTRIES:
        return True
    links = (words for link in line.element.iter("a") if (words := squeeze(all_words(link))))
    longest = max(links, key=len, default="")
    if len(longest) < _ENTRY_TITLE or 2 * len(longest) <= len(squeeze(line.text)):
        return False
    return line.text.startswith(longest[:_ENTRY_TITLE]) and not _COMPANY.search(longest)


def _candidates(flow: Flow, title: TitleSeen, body: Body) -> Iterator[Candidate]:
    lines = flow.lines
    wanted = fold(title.text or "")
    for index in flow.lines_with("20", "19", "２"):
        line = lines[index]
        if _distance(index, title.at) > _FAR and not _LABEL_WORDS.search(
            "".join(lines[max(0, index - 1)].parts + line.parts).lower()
        ):
            continue  # it could only lose
        text = line.spaced
        if index not in title.at and (len(text) > _LONGEST_HEAD_LINE or text == title.text):
            continue
        offset = _title_end(text, wanted) if index in title.at else 0
        for found in find_all(text):
            if found.start < offset:
                continue
            before = text[max(offset, found.start - _LONGEST_LABEL) : found.start]
            if _BARE.match(before) and index and index not in title.at:
                before = _short(lines[index - 1].spaced)
            said = _label_score(before, text, found)
            score = said + _place_score(index, line, text, found, title, body) if said != _LEAST else _LEAST
            if score > 0:
                yield Candidate(score, -_distance(index, title.at), found, index)


def _title_end(text: str, wanted: str) -> int:
    """Where a line's title ends; dates inside it are the title's. A title that goes on below fills the line."""
    end, left = 0, len(wanted)
    while left > 0 and end < len(text):
        left -= not text[end].isspace() and text[end] not in NO_WIDTH
        end += 1
    return end


def _short(text: str) -> str:
    return text if len(text) <= 12 else ""


def _label_score(before: str, text: str, found: Found) -> int:
    if _PUBLISHED.search(before):
        return 100
    if _CLOCK.search(text) and len(text) < 60 and not _COMPANY.search(text):
        return -200
    if _UPDATED.search(before):
        return 70
    if _PLAIN.search(before) and not _RANGE_AFTER.match(text, found.end):
        return 60
    if _MADE.search(before):
        return _LEAST
    if _OTHER.search(before[-16:]) or _RANGE_AFTER.match(text, found.end):
        return -200
    return 0


def _place_score(index: int, line: Line, text: str, found: Found, title: TitleSeen, body: Body) -> int:
    score = 0
    if line.place.region in ("header", "nav", "aside", "footer"):
        score -= 30
    distance = _distance(index, title.at)
    if distance <= _FAR and index < body.first:
        score += 40 - 2 * distance
        if _COMPANY.search(text) or _is_alone(text, found):
            score += 30
    elif body.first <= index < body.end:
        score -= 20 if _COMPANY.search(text) and len(text) < 120 else 60
    elif not title.at and _COMPANY.search(text):
        score += 40
    else:
        score -= 40 if line.element.tag == "li" else 20
    return score


def _is_alone(text: str, found: Found) -> bool:
    return len(text) - (found.end - found.start) <= 4


def _distance(index: int, title_at: tuple[int, ...]) -> int:
    """Lines since the title was last printed; far where it comes later or not at all."""
    return min((index - at for at in title_at if at <= index), default=999)
