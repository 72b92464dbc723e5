"""One site's day over real HTTP: what is found, followed, mended, and survives being killed."""

import multiprocessing
import os
import signal
from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any

import pytest
from sqlalchemy import Engine, select
from sqlalchemy.orm import Session

from checks.lifecycle.case import Move, State
from config.errors import ConfigError
from config.settings import Settings
from duwang.jobs import finish_reading
from duwang.jobs.read_site import SiteRead, planned_columns, read_one
from storage.queries.cases import site_cases
from storage.queries.history import readings_on
from storage.site_lock import hold_site
from storage.tables.finding import FindingEventRow
from storage.writes.sites import register_sites
from tests.factories import CODE, HOME, NOW, TODAY, column, register_site
from tests.portal import Portal, serve

NAV = "<div class='nav'><a href='/'>首页</a><a href='/tzgg/'>通知公告</a></div>"
FOOT = "<div class='footer'><a href='/lost.html'>联系我们</a></div>"


def listing(*numbers: int) -> str:
    rows = "".join(
        f"<li><a href='/tzgg/{n}.html'>临河县第{n}号情况通报</a><span>2026-11-{n:02}</span></li>" for n in numbers
    )
    return f"<ul class='list'>{rows}</ul>"


def html(title: str, body: str) -> str:
    return f"<html><head><title>{title}</title></head><body>{NAV}{body}{FOOT}</body></html>"


def article(number: int, more: str = "") -> str:
    head = f"<h1>临河县第{number}号情况通报</h1><p>发布时间：2026-11-{number:02}</p>"
    return html(f"第{number}号", f"{head}<div class='content'>{'工作进展顺利。' * 30}{more}</div>")


@pytest.fixture
def portal() -> Iterator[Portal]:
    with serve() as portal:
        portal.pages = {
            "/": html("临河县人民政府", listing(18, 19)),
            "/tzgg/": html("通知公告", listing(17, 18, 19)),
            **{f"/tzgg/{n}.html": article(n) for n in (17, 18, 19)},
        }
        yield portal


@pytest.fixture
def settings(portal: Portal, engine: Engine, database_url: str) -> Settings:
    with Session(engine) as session:
        register_sites(session, [register_site(url=portal.url)], source="sites.yaml", at=NOW)
        session.commit()
    return portal.settings(database_url)


def read(settings: Settings, day: date = TODAY, mode: Any = "full") -> SiteRead:
    return read_one(CODE, mode, settings, today=day)


def broken(engine: Engine) -> dict[str, State]:
    """Path of each broken link -> its state."""
    with Session(engine) as session:
        cases = [case for case in site_cases(session, CODE) if case.finding.rule == "link-broken"]
    return {"/" + case.finding.subject.split("/", 3)[3]: case.state for case in cases}


def test_a_fault_lives_from_the_reading_that_finds_it_to_the_one_that_sees_it_mended(
    portal: Portal, settings: Settings, engine: Engine
) -> None:
    first = read(settings)
    assert first.state == "finished"
    assert first.brought is not None
    assert (first.brought.pages, broken(engine)) == (5, {"/lost.html": State.SUSPECTED})
    again = read(settings, TODAY + timedelta(days=1), "daily")
    assert again.brought is not None
    assert again.brought.moves.get(Move.FOUND, 0) == 0
    portal.pages["/lost.html"] = article(1)
    read(settings, TODAY + timedelta(days=2), "daily")
    assert broken(engine) == {"/lost.html": State.FIXED}
    del portal.pages["/lost.html"]
    read(settings, TODAY + timedelta(days=3), "daily")
    assert broken(engine) == {"/lost.html": State.SUSPECTED}


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


def test_the_profile_wins_over_what_was_known() -> None:
    profile = {"name": "数据", "url": "/tjsj/", "type": "statistics", "max_age_days": 31, "items": "li"}
    known = [column(url=f"{HOME}tjsj/", name="统计", level=2, first_seen=TODAY), column(max_age_days=7, selector="p")]
    one, other = planned_columns(register_site(columns=[profile]), known)
    assert (one.name, one.max_age_days, one.selector, one.level, one.first_seen) == ("数据", 31, "li", 2, TODAY)
    assert (other.max_age_days, other.selector, other.seen) == (None, None, None)


def test_a_column_that_only_the_profile_knows() -> None:
    profile = {"name": "数据", "url": "/tjsj/", "type": "statistics"}
    (only,) = planned_columns(register_site(columns=[profile]), [])
    assert (only.url, only.type, only.confidence) == (f"{HOME}tjsj/", "statistics", 1.0)
