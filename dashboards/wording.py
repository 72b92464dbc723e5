"""Dates, durations, counts and states as people read them."""

import re
from collections.abc import Mapping
from datetime import UTC, date, datetime

from config.zone import BEIJING

SEVERITIES: Mapping[str, str] = {"veto": "单项否决", "deduct": "扣分", "advice": "提醒"}
STATES: Mapping[str, str] = {
    "suspected": "待确认",
    "open": "已确认",
    "notified": "已通知",
    "replied": "已回复",
    "fixed": "已整改",
    "dismissed": "已排除",
}
VERDICTS: Mapping[str, str] = {"confirmed": "确凿", "likely": "疑似", "walled": "被拦", "undecided": "不能判定"}
LEVELS: Mapping[str, str] = {"province": "省", "city": "市", "county": "县", "township": "乡镇", "department": "部门"}
STANDINGS: Mapping[str, str] = {"notify": "可以通知", "review": "只复核"}
MODES: Mapping[str, str] = {"daily": "每日读网", "full": "全面读网"}

# Whole scripts are dear to compile, and most commands print no document: `re` compiles these when they are asked for.
_CHINESE = "\u4e00-\u9fff\u3000-\u303f\uff00-\uffef“”‘’"
_BESIDE_CHINESE = rf"(?<=[{_CHINESE}]) (?=[0-9A-Za-z#])|(?<=[0-9A-Za-z]) (?=[{_CHINESE}])"
_THOUSANDS = r"(?<=\d),(?=\d{3}(?!\d))"
_CONTROL = r"[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]"
_WEEKDAYS = "一二三四五六日"


def long_day(day: date) -> str:
    """2026年11月20日, as documents write it: no leading zeros."""
    return f"{day.year}年{day.month}月{day.day}日"


def near_day(day: date, on: date) -> str:
    """11月20日; with its year where that is another one than `on` has."""
    return f"{day.month}月{day.day}日" if day.year == on.year else long_day(day)


def weekday(day: date) -> str:
    """星期五."""
    return f"星期{_WEEKDAYS[day.weekday()]}"


def clock(moment: datetime, *, on: date) -> str:
    """Beijing time: 04:31, with the date before it where it is another day than `on`."""
    local = moment.astimezone(BEIJING)
    return f"{local:%H:%M}" if local.date() == on else f"{local:%m-%d %H:%M}"


def exact_clock(moment: datetime) -> str:
    """Beijing time to the second, as a witness gives it: 2026-11-20 04:31:07."""
    return f"{moment.astimezone(BEIJING):%Y-%m-%d %H:%M:%S}"


def gap(earlier: datetime, later: datetime) -> str:
    """How long after: 20 秒后, 75 分钟后, 3 小时后."""
    first, then = (moment.astimezone(UTC).replace(microsecond=0) for moment in (earlier, later))  # as they are printed
    seconds = max(0, round((then - first).total_seconds()))
    if seconds < 120:
        return f"{seconds} 秒后"
    minutes = seconds // 60
    return f"{minutes} 分钟后" if minutes < 120 else f"{minutes // 60} 小时后"


def count(number: int) -> str:
    """11,842."""
    return f"{number:,}"


def standing_days(first_seen: date, on: date) -> str:
    """How old a finding is on a day: 当日, 第 3 天."""
    days = (on - first_seen).days
    return "当日" if days <= 0 else f"第 {days + 1} 天"


def tight(text: str) -> str:
    """The same for a document: no space between Chinese and digits or letters, no comma in a number."""
    return re.sub(_THOUSANDS, "", re.sub(_BESIDE_CHINESE, "", text))


def printable(text: str) -> str:
    """Without the control characters that office files refuse."""
    return re.sub(_CONTROL, "", text)
