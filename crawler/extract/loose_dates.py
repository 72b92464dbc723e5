"""Days of items that are shown in unusual ways: 26-11-02, 3天前, 2026年11月, Nov 02, or by a script in the row.

Looked for only where a whole list shows no date in the usual ways: whoever says that a list has no dates must have
looked everywhere.
"""

import re
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from typing import Final

from crawler.extract.dates import find_all, han_number, han_year
from crawler.extract.element import Element
from crawler.extract.list_blocks import words

_MONTHS: Final = {
    name: number
    for number, name in enumerate(
        ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"), 1
    )
}
_NAMED = "|".join(_MONTHS)
_DAYS_OF: Final = {"分钟": 0, "小时": 0, "天": 1, "日": 1, "周": 7, "星期": 7, "个月": 30, "年": 365}
_LAST: Final = {"刚刚": 0, "今天": 0, "昨天": 1, "前天": 2}
_CLOCK = r"(?:\s*\d{1,2}[:：]\d{2}(?:[:：]\d{2})?)?"
# Few sites write so: `re` compiles these when a list first asks for them.
_SHORT_YEAR = rf"(\d\d)\s?[-/.年]\s?(\d{{1,2}})\s?[-/.月]\s?(\d{{1,2}})日?{_CLOCK}"
_YEAR_LAST = rf"(\d{{1,2}})[-/.](\d{{1,2}})[-/.\s]((?:19|20)\d\d){_CLOCK}"
_COMPACT = r"((?:19|20)\d\d)\s?([01]\d)\s?([0-3]\d)"
_MONTH = r"((?:19|20)\d\d)\s?[-/.年]\s?(\d{1,2})\s?月?"
_HAN_MONTH = r"([一二][一二三四五六七八九〇○零Ｏ]{3})\s?年\s?([一二三四五六七八九十]{1,2})\s?月"
_AGO = rf"(\d{{1,3}})\s*({'|'.join(_DAYS_OF)})前|({'|'.join(_LAST)}){_CLOCK}"
_DAY_FIRST = rf"(?i)(\d{{1,2}})\s*({_NAMED})[a-z]*\.?,?\s*(\d{{4}})?"
_MONTH_FIRST = rf"(?i)({_NAMED})[a-z]*\.?\s*(\d{{1,2}})(?:,?\s*(\d{{4}}))?"
_AROUND = (
    r"^[\s\[(（【〔·|]*(?:(?:发布|更新|公开|发表)?(?:时间|日期)?\s*[:：]\s*)?"
    r"|[\s\])）】〕·|]*(?:发布|更新)?[\s\])）】〕·|]*$"
)
_LABEL = re.compile(r"发布|时间|日期")
_LONGEST: Final = 120
"""Characters of a text that may be a date with the white space and brackets around it."""
_MOST_HELD: Final = 300


def loose_day(row: Element, title: str, *, today: date) -> date | None:
    """Return the day that a row shows beside its title, or that a script or an attribute in it holds for one.

    A text must be the date and nothing else: numbers of documents look like days too.
    """
    shown = [words(row).replace(title, " "), *map(str, row.itertext())]
    for text in shown:
        alone = re.sub(_AROUND, "", text) if len(text) <= _LONGEST else ""
        day = next((day for read in _READERS if alone and (day := read(alone, today))), None)
        if day is not None:
            return day
    return next((found.day for text in _held(row) for found in find_all(text)), None)


def day_ago(row: Element, *, today: date) -> date | None:
    """Return the day that a row shows as 昨天 or 3小时前: lists show their newest so, and the others by their dates."""
    if row.tag == "a":
        return None
    alone = (re.sub(_AROUND, "", text) for text in map(str, row.itertext()) if len(text) <= _LONGEST)
    return next((day for text in alone if text and (day := _ago(text, today))), None)


def _held(row: Element) -> Iterator[str]:
    """Texts of scripts and attributes from which a date is drawn."""
    for element in row.iter("*"):
        if element.tag == "script" and element.text:
            yield element.text[:_MOST_HELD]
        for name, value in element.items():
            if name == "datetime" or name.startswith("data-") or (name == "title" and _LABEL.search(value)):
                yield value[-_MOST_HELD:]


def _short_year(text: str, today: date) -> date | None:
    found = re.fullmatch(_SHORT_YEAR, text)
    day = _day(2000 + int(found[1]), int(found[2]), int(found[3])) if found else None
    return day if day and day.year <= today.year + 1 else None


def _year_last(text: str, today: date) -> date | None:
    found = re.fullmatch(_YEAR_LAST, text)
    if not found:
        return None
    one, other, year = int(found[1]), int(found[2]), int(found[3])
    days = [day for day in (_day(year, one, other), _day(year, other, one)) if day]
    return max((day for day in days if day <= today), default=min(days, default=None))


def _compact(text: str, _: date) -> date | None:
    found = re.fullmatch(_COMPACT, text)
    return _day(*map(int, found.groups())) if found else None


def _month(text: str, today: date) -> date | None:
    """A month alone stands for its last day: nothing shows that the item is older."""
    found = re.fullmatch(_MONTH, text)
    first = _day(int(found[1]), int(found[2]), 1) if found else None
    if han := re.fullmatch(_HAN_MONTH, text):
        first = _day(han_year(han[1]), han_number(han[2]), 1)
    if first is None or first > today:
        return first
    return min(today, (first + timedelta(days=31)).replace(day=1) - timedelta(days=1))


def _ago(text: str, today: date) -> date | None:
    found = re.fullmatch(_AGO, text)
    if not found:
        return None
    return today - timedelta(days=_LAST[found[3]] if found[3] else int(found[1]) * _DAYS_OF[found[2]])


def _english(text: str, today: date) -> date | None:
    found = re.fullmatch(_DAY_FIRST, text)
    day, month, year = (found[1], found[2], found[3]) if found else (None, None, None)
    if found is None and (found := re.fullmatch(_MONTH_FIRST, text)):
        day, month, year = found[2], found[1], found[3]
    if day is None or month is None:
        return None
    if year:
        return _day(int(year), _MONTHS[month.lower()], int(day))
    this = _day(today.year, _MONTHS[month.lower()], int(day))
    return this if this is None or this <= today else _day(today.year - 1, this.month, this.day)


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


_READERS: Final[tuple[Callable[[str, date], date | None], ...]] = (
    _short_year, _year_last, _compact, _month, _ago, _english,
)  # fmt: skip
