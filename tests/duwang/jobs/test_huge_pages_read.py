"""Pages too large to be looked at accuse nobody, mend nothing, and are told."""

from datetime import timedelta

import pytest
from sqlalchemy import Engine, select
from sqlalchemy.orm import Session

from config.rule_file import load_rules
from config.settings import Settings
from dashboards.reports.content import Table
from dashboards.reports.daily import daily_report
from dashboards.reports.day import read_day
from storage.queries.history import readings_on
from storage.tables.finding import FindingEventRow
from tests.duwang.jobs.small_site import html, read
from tests.factories import TODAY
from tests.portal import Portal

pytestmark = pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
TOMORROW = TODAY + timedelta(days=1)
HUGE = {
    "links": "<a href=/x.html>x</a>" * 110_000,
    "attributes": "<div " + " ".join(f"a{number}" for number in range(100_000)) + ">",
    "text": "<p>" + "字" * 2_000_000,
}


@pytest.mark.parametrize("huge", HUGE.values(), ids=HUGE)
@pytest.mark.parametrize("paths", [["/tzgg/"], ["/"], ["/", "/tzgg/", "/tzgg/17.html"]])
def test_a_page_that_has_become_huge_changes_nothing_and_is_told(
    portal: Portal, settings: Settings, engine: Engine, paths: list[str], huge: str
) -> None:
    read(settings)
    portal.pages |= dict.fromkeys(paths, html("通知公告", huge))
    assert read(settings, TOMORROW, "full").state == "finished"
    with Session(engine) as session:
        moves = session.scalars(select(FindingEventRow.kind).where(FindingEventRow.day == TOMORROW)).all()
        (reading,) = readings_on(session, TOMORROW)
        report = daily_report(read_day(session, TOMORROW), load_rules())
    assert set(moves) <= {"aged"}
    assert reading.coverage["unread"] == {"page-too-large": len(paths)}
    (unread,) = [block for block in report.blocks if isinstance(block, Table) and block.id == "unread"]
    told = {str(row[3]): row[2] for row in unread.rows}
    assert {told[portal.url + path.removeprefix("/")] for path in paths} == {"网页过大，未能核看"}
