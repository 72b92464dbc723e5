"""A recheck looks at single findings again, and at nothing else."""

from collections.abc import Sequence
from datetime import date, timedelta

import pytest
from sqlalchemy import Engine
from sqlalchemy.orm import Session

from checks.lifecycle.case import Case, State
from config.settings import Settings
from duwang.jobs.read_site import SiteRead
from duwang.jobs.recheck import recheck
from storage.queries.cases import site_cases
from storage.queries.columns import site_columns
from storage.queries.history import findings_on, readings_on
from storage.queries.sites import site_by_code
from tests.duwang.jobs.small_site import article, read
from tests.factories import CODE, TODAY
from tests.portal import Portal

pytestmark = pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
TOMORROW = TODAY + timedelta(days=1)


def cases_of(engine: Engine, rule: str = "link-broken") -> list[Case]:
    with Session(engine) as session:
        return [case for case in site_cases(session, CODE) if case.finding.rule == rule]


def look_again(engine: Engine, settings: Settings, cases: Sequence[Case], day: date = TOMORROW) -> SiteRead:
    with Session(engine) as session:
        site = site_by_code(session, CODE)
    assert site is not None
    return recheck(site, cases, settings, today=day)


@pytest.mark.parametrize(("page", "state"), [(None, State.SUSPECTED), (article(1), State.FIXED)])
def test_a_dead_link_is_asked_after_again(
    page: str | None,
    state: State,
    portal: Portal,
    settings: Settings,
    engine: Engine,
) -> None:
    read(settings)
    if page:
        portal.pages["/lost.html"] = page
    done = look_again(engine, settings, cases_of(engine))
    (case,) = cases_of(engine)
    assert case.state is state
    assert done.brought is not None
    assert (case.id in done.brought.seen) is (state is State.SUSPECTED)


def test_nothing_else_changes_and_no_report_counts_it(
    portal: Portal,
    settings: Settings,
    engine: Engine,
) -> None:
    read(settings)
    with Session(engine) as session:
        columns = site_columns(session, CODE)
    before = {case.id: case for case in cases_of(engine, "meta-missing")}
    portal.pages["/tzgg/17.html"] = article(17, "<a href='/new-and-dead.html'>新链接</a>")
    portal.pages["/tzgg/"] = "<html><head><title>空</title></head></html>"
    portal.asked.clear()
    look_again(engine, settings, cases_of(engine))
    assert "/new-and-dead.html" not in portal.asked
    assert {case.id: case for case in cases_of(engine, "meta-missing")} == before
    with Session(engine) as session:
        assert site_columns(session, CODE) == columns
        assert readings_on(session, TOMORROW) == []
        (link,) = [known.case for known in findings_on(session, TOMORROW) if known.case.finding.rule == "link-broken"]
    assert link.last_seen == TOMORROW


def test_a_site_that_does_not_answer_mends_nothing(
    portal: Portal,
    settings: Settings,
    engine: Engine,
) -> None:
    read(settings)
    portal.pages = dict.fromkeys(portal.pages, 500)
    done = look_again(engine, settings, cases_of(engine))
    assert done.state == "unreachable"
    (case,) = cases_of(engine)
    assert (case.state, case.last_seen) == (State.SUSPECTED, TODAY)
