from datetime import timedelta

import pytest
from sqlalchemy.orm import Session

from checks.trust import Jump
from storage.queries.history import days_read, readings_on
from storage.queries.readings import ReadingBefore, new_findings_before, reading_before
from storage.writes.readings import Mode, describe_reading, finish_reading, open_reading
from storage.writes.sites import register_sites
from tests.factories import CODE, NOW, TODAY, register_site

SITE = register_site()
YESTERDAY = TODAY - timedelta(days=1)


@pytest.fixture(autouse=True)
def registered(session: Session) -> None:
    register_sites(session, [SITE], source="sites.yaml", at=NOW)


def finish(session: Session, number: int) -> bool:
    if not finish_reading(session, number, now=NOW):
        return False
    coverage = {"unread": {"budget": 2}}
    describe_reading(session, number, site=SITE, counts={"pages": 3}, coverage=coverage, seen=[2, 1])
    return True


def test_a_reading_that_was_not_ended_goes_on(session: Session):
    first = open_reading(session, SITE, mode="daily", day=TODAY, now=NOW)
    again = open_reading(session, SITE, mode="daily", day=TODAY, now=NOW)
    assert (first.resumed, again.resumed, again.id) == (False, True, first.id)


def test_yesterdays_daily_reading_is_given_up(session: Session):
    old = open_reading(session, SITE, mode="daily", day=YESTERDAY, now=NOW)
    assert open_reading(session, SITE, mode="daily", day=TODAY, now=NOW).id != old.id
    assert [reading.state for reading in readings_on(session, YESTERDAY)] == ["interrupted"]


def test_a_full_reading_goes_on_over_midnight(session: Session):
    old = open_reading(session, SITE, mode="full", day=YESTERDAY, now=NOW)
    assert open_reading(session, SITE, mode="full", day=TODAY, now=NOW).id == old.id
    assert readings_on(session, YESTERDAY) == []


def test_a_reading_ends_once(session: Session):
    number = open_reading(session, SITE, mode="daily", day=TODAY, now=NOW).id
    assert finish(session, number)
    assert not finish(session, number)
    assert not open_reading(session, SITE, mode="daily", day=TODAY, now=NOW).resumed


def test_a_day_remembers_the_site_as_it_was(session: Session):
    finish(session, open_reading(session, SITE, mode="daily", day=TODAY, now=NOW).id)
    renamed = register_site(unit="临河县数据局")
    register_sites(session, [renamed], source="sites.yaml", at=NOW)
    session.expire_all()
    (reading,) = readings_on(session, TODAY)
    assert reading.site == SITE
    assert (reading.site.code, reading.counts, reading.coverage) == (CODE, {"pages": 3}, {"unread": {"budget": 2}})
    assert (reading.started_at, reading.ended_at) == (NOW, NOW)


def test_days_with_a_reading_are_counted_once(session: Session):
    for day in (YESTERDAY, TODAY, TODAY):
        finish(session, open_reading(session, SITE, mode="daily", day=day, now=NOW).id)
    assert (days_read(session, YESTERDAY), days_read(session, TODAY)) == (1, 2)


def ended(session: Session, new: dict[str, int] | None, mode: Mode = "daily", **given: dict[str, Jump]) -> int:
    number = open_reading(session, SITE, mode=mode, day=TODAY, now=NOW).id
    finish_reading(session, number, now=NOW)
    describe_reading(session, number, site=SITE, counts={}, coverage={}, seen=[], new_by_rule=new, **given)
    session.commit()
    return number


def test_the_last_readings_of_the_same_mode_tell_what_is_usual(session: Session):
    for new in ({"link-broken": 1}, None, {"link-broken": 2}, {}):
        ended(session, new)
    ended(session, {"link-broken": 60}, "full")
    number = open_reading(session, SITE, mode="daily", day=TODAY, now=NOW).id
    assert new_findings_before(session, number, limit=9) == [{}, {"link-broken": 2}, {"link-broken": 1}]
    assert new_findings_before(session, number, limit=1) == [{}]


def test_a_day_remembers_what_jumped(session: Session):
    jump = Jump(count=90, usual=2, most=12)
    ended(session, {"link-broken": 90}, jumps={"link-broken": jump})
    session.expire_all()
    assert [reading.jumps for reading in readings_on(session, TODAY)] == [{"link-broken": jump}]


def test_a_reading_goes_by_the_finished_one_before_it(session: Session):
    first = open_reading(session, SITE, mode="full", day=YESTERDAY, now=NOW).id
    assert reading_before(session, first) is None
    finish(session, first)
    recheck = open_reading(session, SITE, mode="recheck", day=TODAY, now=NOW).id
    finish(session, recheck)
    number = open_reading(session, SITE, mode="daily", day=TODAY, now=NOW).id
    assert reading_before(session, number) == ReadingBefore(YESTERDAY, {"unread": {"budget": 2}})
