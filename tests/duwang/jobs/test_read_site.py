"""One site's day over real HTTP: what is found, followed, mended, and survives being killed."""

import multiprocessing
import os
import signal
from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy import Engine, select
from sqlalchemy.orm import Session

from checks.lifecycle.case import State
from config.errors import ConfigError
from config.settings import Settings
from duwang.jobs import finish_reading
from duwang.jobs.read_site import read_one
from storage.queries.cases import site_cases
from storage.queries.history import readings_on
from storage.site_lock import hold_site
from storage.tables.finding import FindingEventRow
from tests.duwang.jobs.small_site import article, broken, read
from tests.factories import CODE, TODAY
from tests.portal import Portal

pytestmark = pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
"""A reading takes a second; `test_read_site_databases` takes it on both."""


def test_a_dead_link_that_is_taken_away_is_mended(portal: Portal, settings: Settings, engine: Engine) -> None:
    portal.pages["/tzgg/17.html"] = article(17, "<a href='/gone.doc'>附件</a>")
    read(settings)
    assert broken(engine)["/gone.doc"] is State.SUSPECTED
    portal.pages["/tzgg/17.html"] = article(17)
    read(settings, TODAY + timedelta(days=1), "daily")
    assert broken(engine) == {"/lost.html": State.SUSPECTED, "/gone.doc": State.FIXED}


def test_a_template_fault_is_one_finding_with_its_pages(settings: Settings, engine: Engine) -> None:
    read(settings)
    with Session(engine) as session:
        (case,) = [case for case in site_cases(session, CODE) if case.finding.rule == "link-broken"]
    assert (case.finding.facts["count"], case.finding.repair) == (5, "template")
    assert len(case.finding.attempts) >= 2


def test_a_site_that_does_not_answer_mends_nothing_and_is_a_finding(
    portal: Portal, settings: Settings, engine: Engine
) -> None:
    read(settings)
    portal.pages = dict.fromkeys(portal.pages, 500)
    day = TODAY + timedelta(days=1)
    done = read(settings, day, "daily")
    assert done.state == "unreachable"
    assert broken(engine) == {"/lost.html": State.SUSPECTED}
    with Session(engine) as session:
        moved = session.scalars(select(FindingEventRow).where(FindingEventRow.day == day)).all()
        (reading,) = readings_on(session, day)
        cases = {case.id: case for case in site_cases(session, CODE)}
    assert [(event.kind, cases[event.finding_id].finding.rule) for event in moved] == [("found", "site-unreachable")]
    assert reading.state == "finished"


@pytest.mark.parametrize(("status", "urgent"), [(500, True), (412, False)])
def test_a_home_page_behind_a_wall_is_no_alarm(
    portal: Portal, settings: Settings, engine: Engine, status: int, urgent: bool
) -> None:
    portal.pages = dict.fromkeys(portal.pages, status)
    read(settings)
    with Session(engine) as session:
        (case,) = [case for case in site_cases(session, CODE) if case.finding.rule == "site-unreachable"]
    assert case.finding.urgent is urgent


def test_a_page_that_fails_today_keeps_what_stood_on_it(portal: Portal, settings: Settings, engine: Engine) -> None:
    portal.pages["/tzgg/17.html"] = article(17, "<a href='/gone.doc'>附件</a>")
    read(settings)
    portal.pages["/tzgg/17.html"] = 503
    read(settings, TODAY + timedelta(days=1), "daily")
    assert broken(engine)["/gone.doc"] is State.SUSPECTED


def test_the_day_tells_what_was_not_read(portal: Portal, settings: Settings, engine: Engine) -> None:
    portal.pages["/tzgg/17.html"] = 500
    done = read(settings)
    assert done.brought is not None
    assert done.brought.unread == {"http-500": 1}
    with Session(engine) as session:
        (reading,) = readings_on(session, TODAY)
    assert reading.coverage["unread"] == {"http-500": 1}
    assert reading.coverage["unread_pages"][0]["url"].endswith("/tzgg/17.html")


def test_a_site_that_is_being_read_is_left_to_the_other_program(settings: Settings, engine: Engine) -> None:
    with hold_site(engine, CODE), pytest.raises(ConfigError, match="另一个程序"):
        read(settings)
    with Session(engine) as session:
        assert readings_on(session, TODAY) == []


def test_a_site_that_nobody_registered(settings: Settings) -> None:
    with pytest.raises(ConfigError, match="登记表里没有"):
        read_one("9901219999", "daily", settings, today=TODAY)


STEPS = ("page_hits", "finish_reading", "keep_changes", "describe_reading", "clear_work")


def _killed_at(step: str, settings: Settings) -> None:
    """Runs in a process of its own, and kills it as soon as `step` has been done."""
    real = getattr(finish_reading, step)

    def and_die(*args: Any, **kwargs: Any) -> None:
        real(*args, **kwargs)
        os.kill(os.getpid(), signal.SIGKILL)

    setattr(finish_reading, step, and_die)
    read(settings)


@pytest.mark.parametrize("step", STEPS)
def test_killed_between_any_two_steps_it_goes_on_and_counts_nothing_twice(
    step: str, portal: Portal, settings: Settings, engine: Engine
) -> None:
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload([__name__])
    process = context.Process(target=_killed_at, args=(step, settings))
    process.start()
    process.join()
    assert process.exitcode == -signal.SIGKILL
    asked = len(portal.asked)
    done = read(settings)
    assert done.resumed
    assert done.brought is not None
    assert done.brought.pages == 5
    assert not [path for path in portal.asked[asked:] if path.startswith("/tzgg/")]
    with Session(engine) as session:
        cases = site_cases(session, CODE)
        events = session.scalars(select(FindingEventRow.finding_id)).all()
        (reading,) = readings_on(session, TODAY)
    assert sorted(events) == sorted(case.id for case in cases if case.id)
    assert reading.counts["standing"] == len(cases)
