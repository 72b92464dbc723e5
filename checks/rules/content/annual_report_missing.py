"""annual-report-missing: last year's report on the disclosure of information is not there after its deadline."""

import re
from collections.abc import Iterator, Mapping
from datetime import date

from pydantic import BaseModel

from checks.findings import Finding
from checks.observations.site import SiteColumn, SiteSeen
from config.sites import Level

_DIGITS = str.maketrans("〇零○一二三四五六七八九", "000123456789")
_SPACES = re.compile(r"\s+")
_DATE = re.compile(r"20\d{2}([-./])\d{1,2}\1\d{1,2}|20\d{2}年\d{1,2}月\d{1,2}日")
_YEAR = re.compile(r"20\d{2}")
_DUTY = "公开"


class Limits(BaseModel, frozen=True):
    deadlines: Mapping[Level, str]
    """Level -> month-day by which the report of the year before is due."""
    column_types: frozenset[str]
    column_words: tuple[str, ...]
    """Words of the name of the column that holds the reports."""
    report_words: tuple[str, ...]
    """Words of a report's title."""
    other_reports: tuple[str, ...]
    """Words of titles of other yearly papers."""


def check(site: SiteSeen, limits: Limits) -> Iterator[Finding]:
    """Yield a finding where the column of reports was read after the deadline and no title names last year.

    A title anywhere on the site counts; within the column the year alone does, or a report of this year that names
    none. Without such a column there is nothing to say here: that it is missing is `content-missing`'s business.
    """
    year = site.today.year - 1
    deadline = date.fromisoformat(f"{site.today.year}-{limits.deadlines[site.site.level]}")
    if site.today <= deadline:
        return
    columns = _report_columns(site, limits)
    if not columns or not all(_was_seen(column, site) for column in columns):
        return
    if _published(site, columns, str(year), limits):
        return
    yield Finding(
        rule="annual-report-missing",
        subject=f"annual-report-{year}",
        page=columns[0].url,
        column=columns[0].name,
        repair="column",
        facts={"item": f"{year}年政府信息公开工作年度报告", "year": year, "deadline": deadline.isoformat()},
    )


def can_tell(site: SiteSeen, subject: str, limits: Limits) -> bool:
    """True: the column of reports was read."""
    columns = _report_columns(site, limits)
    return bool(columns) and all(_was_seen(column, site) for column in columns)


def _was_seen(column: SiteColumn, site: SiteSeen) -> bool:
    """True: its list was read, as far down as the newest reports."""
    seen = column.seen
    if seen is None or seen.unreadable:
        return False
    return not seen.grows_downwards or seen.next_page in site.looked_at


def _report_columns(site: SiteSeen, limits: Limits) -> list[SiteColumn]:
    return [
        column
        for column in site.columns
        if not _has(column.name, limits.other_reports)
        and (column.type in limits.column_types or _has(column.name, limits.column_words))
    ]


def _published(site: SiteSeen, columns: list[SiteColumn], year: str, limits: Limits) -> bool:
    titles = [page.title for page in site.pages if page.title]
    titles += [item.title for column in site.columns if column.seen for item in column.seen.items]
    titles += [*site.names, *(link.text for link in (site.home.links if site.home else ()))]
    if any(_is_report(title, limits) and year in _plain(title) for title in titles):
        return True
    below = [column.name for column in site.columns if any(_has(name, limits.column_words) for name in column.path)]
    listed = [item for column in columns if column.seen for item in column.seen.items]
    named = (*below, *(item.title for item in listed))
    if any(year in _plain(title) and not _has(title, limits.other_reports) for title in named):
        return True
    since = date(site.today.year, 1, 1)
    return any(
        _is_report(item.title, limits) and not _YEAR.search(_plain(item.title)) and item.date and item.date >= since
        for item in listed
    )


def _is_report(title: str, limits: Limits) -> bool:
    return _has(title, limits.report_words) and _DUTY in title and not _has(title, limits.other_reports)


def _has(text: str, words: tuple[str, ...]) -> bool:
    return any(word in text for word in words)


def _plain(title: str) -> str:
    """With Chinese digits as Arabic ones, 二〇二五 is 2025; without the day on which it was published."""
    return _DATE.sub("", _SPACES.sub("", title).translate(_DIGITS))
