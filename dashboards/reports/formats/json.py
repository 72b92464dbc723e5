"""Report -> JSON, for other programs: the content's own names, dates as ISO 8601, times in UTC."""

import functools
from pathlib import Path

from pydantic import TypeAdapter

from dashboards.reports.content import Report


@functools.cache
def _adapter() -> TypeAdapter[Report]:
    return TypeAdapter(Report)


def write(report: Report, path: Path) -> None:
    """Write the report; the same report gives the same bytes."""
    path.write_bytes(_adapter().dump_json(report, indent=2) + b"\n")
