"""One writer a format: each module offers `write(report, path)`."""

import importlib
import os
from pathlib import Path

from dashboards.reports.content import Report

FORMATS = ("html", "docx", "xlsx", "json")


def write_report(report: Report, folder: Path, file_format: str) -> Path:
    """Write `<kind>-<day>.<format>` into the folder, whole or not at all, and return its path.

    Raises OSError where the folder cannot be written.
    """
    writer = importlib.import_module(f"{__name__}.{file_format}")
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / f"{report.kind}-{report.day.isoformat()}.{file_format}"
    unfinished = path.with_name(f".{path.name}.{os.getpid()}")
    try:
        writer.write(report, unfinished)
        unfinished.replace(path)
    finally:
        unfinished.unlink(missing_ok=True)
    return path
