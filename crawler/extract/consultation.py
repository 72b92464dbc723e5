"""Consultations of the public: when they end, and whether their outcome is shown."""

import functools
import itertools
import re
from collections.abc import Iterable, Iterator
from datetime import date

from checks.observations.consultation import ConsultationSeen
from checks.observations.link import LinkSeen
from config.words.page_type_words import ConsultationWords, page_type_words
from crawler.extract.dates import Found, find_all
from crawler.extract.flow import Line
from crawler.extract.hints import has_one
from crawler.extract.labelled import squeeze
from crawler.extract.tree import ParsedPage

# Few pages are consultations: `re` compiles these when one is read.
_RANGE = r"^\s*日?\s*(?:\d{1,2}\s*[时:：]\s*\d{0,2}\s*分?)?\s*(?:起)?\s*(?:至|到|—+|－+|-+|–|~|～|--)\s*$"
_SHORT_END = r"^\s*日?\s*(?:起)?\s*(?:至|到|—+|－|-|–|~|～)\s*(?:(?:本年|当年)?\s*(\d{1,2})\s*月)?\s*(\d{1,2})\s*日"
_BEFORE_BY = r"(?:截止|截至|请于|可于|须于|应于|在|于|到|至)\s*(?:[^。；\n]{0,6})?$"
_AFTER_BY = (
    r"^\s*日?\s*(?:\d{1,2}\s*[时:：]\s*\d{0,2})?\s*(?:（[^）]{0,12}）)?\s*"
    r"(?:之?前|以前|止|为止|截止|结束|下班前|前反馈)"
)
_UNTIL = r"(?:即日|今日|公告|公布|发布|公示|刊登|之日)\s*起\s*[至到]\s*$"
_ENDS_ON = r"截[止至](?:日期|时间)?\s*[为是到至于:：]?\s*$"
_AT_AN_END = r"^\s*日?\s*(?:\d{1,2}\s*[时:：]\s*\d{0,2}\s*分?)?\s*(?:[。；;\n]|$)"
"""截至2026年8月31日。 But 截至2026年8月31日，共收到意见3条 counts what came."""
_NO_OUTCOME = r"的?(?:截止|期限|时[间限]|日期|方式|方法|渠道|途径|邮箱|信箱|电话|地址|表|单位|部门|联系|[至到给])"
"""What follows 意见反馈 where it is asked for, not reported."""
_CAME = (
    r"(?<![如若])(?:共计?|已|累计|总计|一共)(?:收到|征集到|收集到|征得)[^。；\n]{0,24}?(?:意见|建议|反馈)"
    r"|(?<![如若])(?<!逾期)(?:均?未|没有)(?:收到|征集到)[^。；，\n]{0,24}?(?:意见|建议|反馈)(?!的)"
)
"""Words of an account of what came: 共收到意见3条. But 如未收到意见，视为同意 speaks of what may come."""
_OF_THE_PUBLIC = r"期间|期内|期满|截[至止]|公众|网民|群众"
"""A draft's own history tells of opinions too: 书面征求各部门意见，共收到15条."""
_NEAR = 60
"""Characters around a date in which opinions must be spoken of."""
_OUTSIDE = frozenset({"nav", "header", "footer"})


@functools.cache
def _words() -> ConsultationWords:
    return page_type_words().consultation


def read_consultation(
    doc: ParsedPage, *, title: str | None, text: str, links: Iterable[LinkSeen]
) -> ConsultationSeen | None:
    """The consultation, or the outcome of one, that a page is; None for any other page."""
    name = squeeze(title or "")
    if not _is_about(name):
        return None
    if has_one(name, _words().results):
        return ConsultationSeen(is_result=True, result=True)
    starts, ends = _time(doc, text)
    return ConsultationSeen(
        starts_on=starts, ends_on=ends, result=_links_result(links, doc.url) or _shows_result(doc.flow.lines)
    )


def _is_about(name: str) -> bool:
    words = _words()
    return has_one(name, words.titles) and has_one(name, words.about) and not has_one(name.lower(), words.not_titles)


def _time(doc: ParsedPage, text: str) -> tuple[date | None, date | None]:
    """First and last day for opinions: labelled ones first, then a span or a deadline in the text."""
    start, end = None, None
    lines = [line for line in doc.flow.lines if line.place.region not in _OUTSIDE and len(line.parts) <= 40]
    for line, after in itertools.pairwise([*lines, None]):
        if line is None or len(words := line.text) > 200:
            continue
        beside = after.text if after is not None else ""
        start = start or _after_label(words, _words().starts, beside)
        end = end or _after_label(words, _words().ends, beside)
    if end is None:
        first, last = _span(text)
        start, end = start or first, last or _deadline(text)
    return start, end


def _after_label(words: str, labels: tuple[str, ...], beside: str) -> date | None:
    """The date after a label on its line; where the line is the label alone, that of the cell `beside` it."""
    for label in labels:
        at = words.find(label)
        if at < 0:
            continue
        rest = words[at + len(label) : at + len(label) + 30]
        found = find_all(rest if rest.strip("：: ") else beside[:30])
        if found:
            return found[0].day
    return None


def _span(text: str) -> tuple[date | None, date | None]:
    """The first span of two dates: 2026年3月1日至2026年3月31日, 2026年3月1日至31日."""
    dates = find_all(text)
    for place, first in enumerate(dates):
        if not _speaks_of_opinions(text, first):
            continue
        after = dates[place + 1] if place + 1 < len(dates) else None
        if after is not None and re.match(_RANGE, text[first.end : after.start]) and after.day >= first.day:
            return first.day, after.day
        end = _short_end(text, first)
        if end is not None:
            return first.day, end
    return None, None


def _short_end(text: str, first: Found) -> date | None:
    found = re.match(_SHORT_END, text[first.end : first.end + 30])
    if found is None:
        return None
    month, day = int(found.group(1) or first.day.month), int(found.group(2))
    is_next_year = (month, day) < (first.day.month, first.day.day)
    try:
        return date(first.day.year + is_next_year, month, day)
    except ValueError:
        return None  # 31 November is a typing error on the page


def _deadline(text: str) -> date | None:
    """The last of the dates before which opinions are asked for; a later one extends an earlier."""
    days = [
        found.day
        for found in find_all(text)
        if _is_deadline(text[max(0, found.start - 12) : found.start], text[found.end : found.end + 20])
        and _speaks_of_opinions(text, found)
    ]
    return max(days, default=None)


def _is_deadline(before: str, after: str) -> bool:
    """Whether the words around a date make it a last day: 请于…前, 即日起至…."""
    if re.search(_UNTIL, before) or (re.search(_ENDS_ON, before) and re.match(_AT_AN_END, after)):
        return True
    return bool(re.match(_AFTER_BY, after) and re.search(_BEFORE_BY, before))


def _speaks_of_opinions(text: str, found: Found) -> bool:
    """A draft's own dates are not the consultation's."""
    around = text[max(0, found.start - _NEAR) : found.end + _NEAR]
    return any(word in around for word in ("意见", "建议", "征求", "征集", "反馈"))


def _links_result(links: Iterable[LinkSeen], own: str) -> bool:
    return any(
        link.region not in _OUTSIDE and link.url != own and _names_result(link.text) and re.search(r"\d", link.url)
        for link in links
    )


def _names_result(words: str) -> bool:
    return has_one(words, _words().results) and any(
        at >= 0 and not re.match(_NO_OUTCOME, words[at + len(word) :])
        for word in _words().results
        for at in (words.find(word),)
    )


def _shows_result(lines: list[Line]) -> bool:
    """Whether a heading such as 结果反馈 is followed by words of its own, or a line tells what came."""
    main = [line for line in lines if line.place.region not in _OUTSIDE]
    return any(_tells_what_came(heading) or _is_result_of(heading, after) for heading, after in _pairs(main))


def _tells_what_came(words: str) -> bool:
    return bool(re.search(_CAME, words) and re.search(_OF_THE_PUBLIC, words))


def _pairs(lines: list[Line]) -> Iterator[tuple[str, str]]:
    texts = [line.text if len(line.parts) < 40 else "" for line in lines]
    yield from itertools.pairwise([*texts, ""])


def _is_result_of(heading: str, after: str) -> bool:
    word = next((word for word in _words().results if word in heading[:20]), None)
    if word is None:
        return False
    rest = heading.split(word, 1)[1]
    if re.match(_NO_OUTCOME, rest):
        return False
    rest = rest.strip("：: 】")
    value = rest or after
    if len(heading) > 40 and not rest:
        return False
    return len(squeeze(value)) >= 10 and not any(value.startswith(none) for none in _words().no_result)
