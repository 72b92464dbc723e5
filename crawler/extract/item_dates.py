"""The dates of a list's items: where a list shows them, and the years that it leaves out."""

import re
from collections.abc import Sequence
from datetime import date
from functools import lru_cache
from typing import Final, Literal, NamedTuple

from crawler.extract.address import address_date
from crawler.extract.dates import find_all, settle_year

_WORTH = re.compile(r"\d\s?[-/.年月－—–．／]\s?\d|[一二]\S{3}年|^\W*(?:19|20)\d\d年?\W*$|\d[日月]?\W*$")
_CLOCK = r"(?:[\sT]*\d{1,2}\s?[:：∶时]\s?\d{1,2}(?:\s?[:：∶分]\s?\d{1,2})?\s?[分秒]?(?:\.\d+)?)?"
_OPEN, _CLOSE = r"[\s\[(（【〔「·|]*", r"[\s\])）】〕」·|]*"
_MONTH = re.compile(rf"{_OPEN}(\d{{1,2}})\s?月{_CLOSE}$")
_MONTH_DAY = re.compile(rf"{_OPEN}(\d{{1,2}})\s?(?:[-/]|月)\s?(\d{{1,2}})\s?日?{_CLOCK}{_CLOSE}$")
_DOTTED_MONTH_DAY = re.compile(rf"{_OPEN}(\d\d)\.(\d\d){_CLOSE}$")
_YEAR_MONTH = re.compile(rf"{_OPEN}((?:19|20)\d\d)\s?(?:[-/.]|年)\s?(\d{{1,2}})\s?月?{_CLOSE}$")
_YEAR = re.compile(rf"{_OPEN}((?:19|20)\d\d)\s?年?{_CLOSE}$")
_DAY = re.compile(rf"{_OPEN}(\d{{1,2}})\s?日?{_CLOSE}$")
_FOLDER_MONTH = re.compile(r"/((?:19|20)\d\d)[-/]?(0[1-9]|1[0-2])(?=/|-\d)")
_AT_END = re.compile(r"[\s\[(（【〔·|：:]+$")
_NOT_PUBLISHED = re.compile(r"截止|结束|终止|失效|有效|到期|实施|施行|今天|今日是|星期|更新至|会议时间|开标")
_PUBLISHED = re.compile(r"发布|公开|公布|发表|更新|上网|时间|日期")
_SENTENCE = re.compile(r"[。，；！？,;]")
_LONGEST = 160
"""Characters of a text that may still be an item's line of facts, not running text."""
_MOST_BESIDE = 36
"""Characters beside the date in such a line (source, clicks) where no label says what the date is."""
_LATEST_BEFORE_ADDRESS: Final = 31
"""Days by which an item's printed day may lie after the month that its address names."""

DateForm = Literal["full", "month-day", "year-month", "day", "month", "year"]


class DateText(NamedTuple):
    """A date, or a part of one, as one text of the page shows it."""

    form: DateForm
    year: int = 0
    month: int = 0
    day: int = 0
    label: str = ""
    """The words before it in the same text."""

    @property
    def whole(self) -> date | None:
        """The day, where the text names it in full."""
        return date(self.year, self.month, self.day) if self.form == "full" else None


@lru_cache(maxsize=1024)
def read_date_text(text: str) -> DateText | None:
    """Return the date that a text outside a link shows; None where it has none or is running text."""
    if len(text) > _LONGEST or not _WORTH.search(text):
        return None
    found = next(iter(find_all(text)), None)
    if found is None:
        return _partial(text)
    label, rest = text[: found.start], text[found.end :]
    beside = len(label.strip()) + len(rest.strip())
    if beside > _MOST_BESIDE and not (_PUBLISHED.search(label) or _PUBLISHED.search(rest)):
        return None
    if _SENTENCE.search(label) or (beside > _MOST_BESIDE and _SENTENCE.search(rest)) or _NOT_PUBLISHED.search(label):
        return None
    day = found.day
    return DateText("full", day.year, day.month, day.day, label.strip())


@lru_cache(maxsize=1024)
def split_title_date(text: str) -> tuple[str, DateText | None]:
    """Return a link's words without the date at their start or end, and that date.

    Only a date set apart counts: in brackets or by white space. `…（2020年4月27日至30日）` is part of the title.
    """
    stripped = text.strip()
    founds = find_all(stripped) if _WORTH.search(stripped) else []
    if not founds:
        return stripped, None
    first, last = founds[0], founds[-1]
    tail = stripped[last.end :].strip(" \t\r\n])）】〕|")
    head = _AT_END.search(stripped[: last.start])
    if not tail and (head or last.start == 0):
        title = stripped[: last.start].rstrip(" \t\r\n[(（【〔|·：:")
        return title, DateText("full", last.day.year, last.day.month, last.day.day)
    lead = stripped[: first.start].strip(" \t\r\n[(（【〔|·")
    if not lead and re.match(r"[\s\])）】〕|]", stripped[first.end :]):
        title = stripped[first.end :].lstrip(" \t\r\n])）】〕|·：:")
        return title, DateText("full", first.day.year, first.day.month, first.day.day)
    return stripped, None


def is_other_day(label: str) -> bool:
    """True: the words before a date, or above its column, name another day: a deadline, an end of validity."""
    return bool(_NOT_PUBLISHED.search(label))


def choose_date(texts: Sequence[DateText]) -> DateText | None:
    """Return the publishing date among those of one item; parts of a date that stand beside each other are joined.

    A label that says published wins, then the first whole date; the day of writing (成文) counts only where there is
    no other. A month and day without a year stay as they are.
    """
    wholes = [text for text in texts if text.form == "full"]
    if wholes:
        named = (text for text in wholes if "发布" in text.label or "公开" in text.label or "公布" in text.label)
        return next(named, None) or next((text for text in wholes if "成文" not in text.label), wholes[0])
    parts = {text.form: text for text in reversed(texts)}
    month_day = parts.get("month-day")
    if month_day and "year" in parts:
        return _whole(parts["year"].year, month_day.month, month_day.day)
    if "year-month" in parts and "day" in parts:
        return _whole(parts["year-month"].year, parts["year-month"].month, parts["day"].day)
    if month_day is None and "month" in parts and "day" in parts:
        month_day = _month_day(parts["month"].month, parts["day"].day)
        return (
            _whole(parts["year"].year, month_day.month, month_day.day) if month_day and "year" in parts else month_day
        )
    return month_day


def settle_dates(shown: Sequence[tuple[DateText | None, str]], *, today: date) -> list[date | None]:
    """Return each item's date; `shown` has what the list shows of it and the item's address.

    A month and day without a year takes the year of the item's address, else of the dated neighbour before it, else
    the newest year in which it is not after `today`.
    """
    settled: list[date | None] = []
    before: date | None = None
    for text, url in shown:
        day = _settled(text, url, before, today) if text else None
        settled.append(day)
        before = day or before
    return settled


def _settled(text: DateText, url: str, before: date | None, today: date) -> date | None:
    if text.form == "full":
        return text.whole
    if text.form != "month-day":
        return None
    named = address_date(url) or _address_month(url)
    if named:
        return _not_after(text, named.toordinal() + _LATEST_BEFORE_ADDRESS)
    day = settle_year(text.month, text.day, near=before) if before else None
    return day if day and day <= today else _not_after(text, today.toordinal())


def _address_month(url: str) -> date | None:
    month = _FOLDER_MONTH.search(url)
    return date(int(month[1]), int(month[2]), 28) if month else None


def _not_after(text: DateText, limit: int) -> date | None:
    newest = date.fromordinal(limit)
    for year in (newest.year, newest.year - 1, newest.year - 2, newest.year - 3, newest.year - 4):
        day = _day(year, text.month, text.day)
        if day and day <= newest:
            return day
    return None  # 31 April, 30 February


def _partial(text: str) -> DateText | None:
    match = _MONTH_DAY.match(text) or _DOTTED_MONTH_DAY.match(text)
    if match and (month_day := _month_day(int(match[1]), int(match[2]))):
        return month_day
    match = _YEAR_MONTH.match(text)
    if match and 1 <= int(match[2]) <= 12:
        return DateText("year-month", year=int(match[1]), month=int(match[2]))
    match = _MONTH.match(text)
    if match and 1 <= int(match[1]) <= 12:
        return DateText("month", month=int(match[1]))
    match = _YEAR.match(text)
    if match:
        return DateText("year", year=int(match[1]))
    match = _DAY.match(text)
    if match and 1 <= int(match[1]) <= 31:
        return DateText("day", day=int(match[1]))
    return None


def _month_day(month: int, day: int) -> DateText | None:
    return DateText("month-day", month=month, day=day) if _day(2024, month, day) else None


def _whole(year: int, month: int, day: int) -> DateText | None:
    return DateText("full", year, month, day) if _day(year, month, day) else None


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None
