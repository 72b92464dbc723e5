"""Official usage that patterns can tell: document numbers and dates."""

import re
from collections.abc import Iterator
from datetime import date

from checks.lexicon import Hit
from config.words import Expression

_ISSUED = r"[发函办字规通知告]"
_NUMBER_BRACKETS = re.compile(
    rf"(?<={_ISSUED})(?:\[(?P<a>20\d\d)\]|［(?P<b>20\d\d)］|【(?P<c>20\d\d)】|[（(](?P<d>20\d\d)[)）])(?P<n>\d{{1,4}})号"
)
_NUMBER_ZERO = re.compile(r"〔(?P<y>20\d\d)〕0+(?P<n>[1-9]\d*)号")
_YEAR_ZERO = re.compile(r"二[0oO]([一二三四五六七八九]{2}|[一二]〇)年")
_DAY = re.compile(r"(?<!\d)(20\d\d)年(\d{1,2})月(\d{1,2})日")


def find_irregular(text: str) -> Iterator[Hit]:
    """Yield document numbers against GB/T 9704-2012, 7.2.5, and dates that no calendar has."""
    if "号" in text:
        yield from _numbers(text)
    for match in _YEAR_ZERO.finditer(text):
        yield _hit(match.start(), match.end(), match[0], f"二〇{match[1]}年", "usage")
    for match in _DAY.finditer(text):
        if not _exists(*(int(part) for part in match.groups())):
            yield _hit(match.start(), match.end(), match[0], "历法中有的日期", "typo")


def _numbers(text: str) -> Iterator[Hit]:
    for match in _NUMBER_BRACKETS.finditer(text):
        year = match["a"] or match["b"] or match["c"] or match["d"]
        yield _hit(match.start(), match.end(), match[0], f"〔{year}〕{int(match['n'])}号", "usage")
    for match in _NUMBER_ZERO.finditer(text):
        yield _hit(match.start(), match.end(), match[0], f"〔{match['y']}〕{match['n']}号", "usage")


def _hit(start: int, end: int, wrong: str, right: str, grade: str) -> Hit:
    return Hit(start, end, Expression(wrong, right, "typo" if grade == "typo" else "usage"))


def _exists(year: int, month: int, day: int) -> bool:
    try:
        date(year, month, day)
    except ValueError:
        return False
    return True
