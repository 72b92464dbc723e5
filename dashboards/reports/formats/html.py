"""Report -> one self-contained HTML file: no script, nothing loaded from outside."""

import functools
import re
from datetime import date
from pathlib import Path

from jinja2 import Environment, PackageLoader, StrictUndefined

from dashboards import wording
from dashboards.reports.addresses import is_address, is_own, readable
from dashboards.reports.content import Cell, CellKind, Entry, Report, Section, Table

_MARKUP = re.compile(r"\s*<[a-zA-Z!/]")


def write(report: Report, path: Path) -> None:
    """Write the report; the same report gives the same bytes."""
    path.write_text(_environment().get_template("report.html").render(report=report), "utf-8")


@functools.cache
def _environment() -> Environment:
    environment = Environment(
        loader=PackageLoader("dashboards.reports"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters.update(
        shown=_shown, readable=readable, day="{:%Y-%m-%d}".format, count=wording.count, clock=wording.exact_clock
    )
    environment.globals.update(
        severities=wording.SEVERITIES, states=wording.STATES, verdicts=wording.VERDICTS, since=wording.standing_days,
        gap=wording.gap,
    )  # fmt: skip
    environment.tests.update(
        section=lambda block: isinstance(block, Section),
        table=lambda block: isinstance(block, Table),
        address=is_address,
        markup=lambda snippet: _MARKUP.match(snippet) is not None,
        own=lambda address, group: is_own(address, group.site_url),
        elsewhere=_is_elsewhere,
    )
    return environment


def _is_elsewhere(entry: Entry) -> bool:
    """Whether the page where it was seen is another one than the subject."""
    return entry.page is not None and entry.page != entry.subject


def _shown(cell: Cell, kind: CellKind) -> str:
    if cell is None:
        return ""
    if isinstance(cell, date):
        return cell.isoformat()
    if isinstance(cell, int):
        return wording.count(cell)
    return readable(cell) if kind == "address" else cell
