"""Official usage that patterns can tell: document numbers, dates, years in characters, 截至 before a time."""

import re
from collections.abc import Iterator
from datetime import date

from checks.lexicon import Hit
from config.words import Expression, Grade

_OPENING, _CLOSING = "〔[［【（(", "〕]］】）)"
_ISSUED = ("发", "函", "办", "规", "通", "告", "知", "政字")
_WITHOUT_ORDINAL = ("发", "函", "办", "规")
"""After 公告 and 令 a number may bear 第: it is that of an announcement, not of a document."""
_NUMBER = re.compile(rf"(?P<y>20\d\d)[{re.escape(_CLOSING)}](?P<nth>第?)(?P<n>\d{{1,4}})号(?![楼院房线车地栋馆机])")
_REAL_ZERO = str.maketrans("0oO０Ｏ零", "〇〇〇〇〇〇")
_YEAR = re.compile(r"二[0oO０Ｏ零〇][0oO０Ｏ零〇一二三四五六七八九]{2}年")
_WEEKDAYS = "一二三四五六日"
_DAY = re.compile(r"(20\d\d)年(\d{1,2})月(\d{1,2})日(?:[（(](?:星期|周)([一二三四五六日天])[)）])?")
_UNTIL = re.compile(
    r"截止到?((?:20\d\d|今|去|上)年(?:\d{1,2}月)?(?:\d{1,2}日|底|末)?)"
    r"(?=，[^。；\n]{0,12}(?:共|累计|已|完成|总[数量额]|达到|突破|全[国省市县区镇乡]))"
)
_SENTENCE_START = ("。", "；", "\n", "据统计，", "据悉，", "据了解，")


def find_irregular(text: str) -> Iterator[Hit]:
    """Yield dates and times that are written irregularly.

    Years in characters (GB/T 15835—2011: 〇, not 0, O or 零), days that no calendar has or that fall on another
    weekday, and 截止 for 截至.
    """
    for match in _YEAR.finditer(text):
        right = match[0].translate(_REAL_ZERO)
        if right != match[0]:
            yield _hit(match, right, "usage")
    yield from _days(text)
    for match in _UNTIL.finditer(text) if "截" in text else ():
        if not match.start() or text.endswith(_SENTENCE_START, 0, match.start()):
            yield _hit(match, f"截至{match[1]}", "usage")


def find_numbers(text: str, *, since: int) -> Iterator[Hit]:
    """Yield document numbers of the year `since` and later that stand against GB/T 9704—2012, 7.2.5."""
    for match in _NUMBER.finditer(text) if "号" in text else ():
        start = match.start() - 1
        right = f"〔{match['y']}〕{int(match['n'])}号"
        if int(match["y"]) < since or start < 0 or text[start] not in _OPENING or text[start : match.end()] == right:
            continue
        if text.endswith(_WITHOUT_ORDINAL if match["nth"] else _ISSUED, 0, start):
            yield Hit(start, match.end(), Expression(text[start : match.end()], right, "usage"))


def _days(text: str) -> Iterator[Hit]:
    for match in _DAY.finditer(text):
        if text[max(match.start() - 1, 0) : match.start()].isdigit():
            continue
        day = _day(*(int(part) for part in match.groups()[:3]))
        if day is None:
            yield _hit(match, "历法中有的日期", "typo")
        elif match[4] and _WEEKDAYS[day.weekday()] != match[4].replace("天", "日"):
            yield _hit(match, f"与星期相符的日期（当天是星期{_WEEKDAYS[day.weekday()]}）", "typo")


def _hit(match: re.Match[str], right: str, grade: Grade) -> Hit:
    return Hit(match.start(), match.end(), Expression(match[0], right, grade))


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None
