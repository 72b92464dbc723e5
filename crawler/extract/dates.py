"""Dates as portals write them."""

import re
from datetime import UTC, date, datetime, time
from email.utils import parsedate_to_datetime
from typing import NamedTuple

from config.zone import BEIJING

_DIGITS = str.maketrans("０１２３４５６７８９", "0123456789")
_WIDE_DIGIT = re.compile(r"[０-９]")
_HAN_DIGITS = {
    char: digit
    for digit, chars in enumerate(("〇○零Ｏ", "一", "二", "三", "四", "五", "六", "七", "八", "九"))
    for char in chars
}
_SEP = r"[-/.－—–．／]"
_DATE = re.compile(
    # What stands before is looked at after two digits: a pattern that begins with them is searched for far quicker.
    rf"((?:19|20)(?<![\d.]..)\d\d)(?:\s*年\s*(\d{{1,2}})\s*月\s*(\d{{1,2}})(?!\d)|\s?({_SEP})\s?(\d{{1,2}})\s?\4\s?(\d{{1,2}})(?!\d))"
)
_HAN_DATE = re.compile(
    r"([一二][一二三四五六七八九〇○零Ｏ]{3})\s*年\s*([一二三四五六七八九十]{1,3})\s*月\s*([一二三四五六七八九十]{1,3})\s*日"
)
_TIME = re.compile(
    r"[\s日号T，,_-]{0,6}([01]?\d|2[0-3])\s?(?:[:：∶]|时|点)\s?([0-5]\d)\s?(?:分)?(?:\s?[:：∶]?\s?([0-5]\d)(?!\d))?(?!\d)"
)
_COMPACT = re.compile(r"(?<!\d)((?:19|20)\d\d)(0[1-9]|1[0-2])([0-2]\d|3[01])(?!\d)")
_HALF_YEAR = 183


class Found(NamedTuple):
    """A date in a text: where, the day, and the time of day if one follows it."""

    start: int
    end: int
    day: date
    at: datetime | None


def find_dates(text: str) -> list[date]:
    """Return the full dates of a text in its order; impossible ones are skipped.

    Knows `2024年12月07日`, `2021/09/06`, `2024-5-11`, `2024.05.11`, full-width digits and `二〇二四年五月十一日`.
    """
    return [found.day for found in find_all(text)]


def find_all(text: str) -> list[Found]:
    """Like `find_dates`, with the place of each date and the time of day beside it."""
    plain = _narrow(text)
    founds = [found for match in _DATE.finditer(plain) if (found := _found(plain, match))]
    if "年" in plain and "月" in plain:
        founds += [found for match in _HAN_DATE.finditer(plain) if (found := _han_found(match))]
        founds.sort()
    return founds


def find_compact_dates(text: str) -> list[date]:
    """Return dates written as eight digits, as addresses and file names have them."""
    days = (_day(*map(int, match.groups())) for match in _COMPACT.finditer(text))
    return [day for day in days if day]


def settle_year(month: int, day: int, *, near: date) -> date | None:
    """Return the date of this month and day nearest to `near`; None for 29 February where no near year has it.

    A list that shows `12-30` beside `2024-01-02` means December 2023.
    """
    years = (near.year - 1, near.year, near.year + 1)
    days = [found for year in years if (found := _day(year, month, day))]
    best = min(days, key=lambda found: abs(found - near), default=None)
    return best if best and abs((best - near).days) <= _HALF_YEAR else None


def _narrow(text: str) -> str:
    """Full-width digits as plain ones; the rare case, and translating is dear."""
    return text.translate(_DIGITS) if _WIDE_DIGIT.search(text) else text


def _found(text: str, match: re.Match[str]) -> Found | None:
    year, month_a, day_a, _, month_b, day_b = match.groups()
    day = _day(int(year), int(month_a or month_b), int(day_a or day_b))
    if not day:
        return None
    clock = _TIME.match(text, match.end())
    return Found(match.start(), clock.end() if clock else match.end(), day, _at(day, clock))


def _at(day: date, clock: re.Match[str] | None) -> datetime | None:
    if not clock:
        return None
    hour, minute, second = clock.groups()
    return datetime.combine(day, time(int(hour), int(minute), int(second or 0)))


def _han_found(match: re.Match[str]) -> Found | None:
    day = _day(han_year(match[1]), han_number(match[2]), han_number(match[3]))
    return Found(match.start(), match.end(), day, None) if day else None


def han_year(text: str) -> int:
    """Read 二〇二六."""
    return int("".join(str(_HAN_DIGITS[char]) for char in text))


def han_number(text: str) -> int:
    """Read 一 to 九十九; a nonsense order reads as nonsense and `_day` refuses it."""
    tens, ten, ones = text.rpartition("十")
    if not ten:
        return han_year(text)
    return (_HAN_DIGITS.get(tens, 99) if tens else 1) * 10 + (_HAN_DIGITS.get(ones, 99) if ones else 0)


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None  # 30 February is a typing error on the page, not a date


def http_date(text: str | None) -> datetime | None:
    """Return the moment that a header such as `Last-Modified` names, in the sites' own zone; None for what is none.

    A moment without a zone is UTC, as HTTP has it. Servers write days that no calendar holds: 31 December 9999, which
    in China is past its end.
    """
    if not text:
        return None
    try:
        found = parsedate_to_datetime(text)
        return (found if found.tzinfo else found.replace(tzinfo=UTC)).astimezone(BEIJING)
    except (ValueError, OverflowError):
        return None
