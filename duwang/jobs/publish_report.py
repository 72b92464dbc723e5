"""Writes a report of what storage knows."""

from collections.abc import Sequence
from datetime import date
from pathlib import Path

from sqlalchemy.orm import Session

from config.rule_file import load_rules
from dashboards.reports.daily import daily_report
from dashboards.reports.day import read_day
from dashboards.reports.formats import FORMATS, write_report


class NothingReadError(LookupError):
    """No site was read on the day that a report was asked for."""


def publish_daily(session: Session, day: date, folder: Path, formats: Sequence[str] = FORMATS) -> list[Path]:
    """Write 日读网 of a day into `folder`, one file a format; their paths, in the order of `formats`.

    Raises `NothingReadError` for a day without a reading.
    """
    known = read_day(session, day)
    if not known.readings:
        raise NothingReadError(day)
    report = daily_report(known, load_rules())
    return [write_report(report, folder, file_format) for file_format in formats]
