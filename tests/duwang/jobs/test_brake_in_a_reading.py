"""A reading that suddenly finds far more than those before holds it."""

from datetime import timedelta

import pytest
from sqlalchemy import Engine
from sqlalchemy.orm import Session

from checks.trust import Jump
from config.settings import Settings
from storage.queries.cases import site_cases
from storage.queries.history import findings_on, readings_on
from tests.duwang.jobs.small_site import article, read
from tests.factories import CODE, TODAY
from tests.portal import Portal

pytestmark = pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)


def test_twelve_dead_links_after_three_quiet_days_are_held(portal: Portal, settings: Settings, engine: Engine) -> None:
    days = [TODAY + timedelta(days=number) for number in range(4)]
    for day in days[:3]:
        read(settings, day, "daily")
    links = "".join(f"<a href='/gone-{number}.doc'>附件{number}</a>" for number in range(12))
    portal.pages["/tzgg/19.html"] = article(19, links)
    brought = read(settings, days[3], "daily").brought
    assert brought is not None
    jump = Jump(count=12, usual=0, most=10)
    assert brought.jumps == {"link-broken": jump}
    with Session(engine) as session:
        held = [case.finding.subject for case in site_cases(session, CODE) if case.held]
        (reading,) = readings_on(session, days[3])
        held_that_day = [found for found in findings_on(session, days[3]) if found.case.held]
    assert len(held) == len(held_that_day) == 12
    assert all("/gone-" in subject for subject in held)
    assert reading.jumps == {"link-broken": jump}
