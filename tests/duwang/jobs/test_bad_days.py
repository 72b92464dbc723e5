"""Days on which a site shows something else than itself: nobody is accused, and nothing counts as mended."""

from datetime import timedelta

import pytest
from sqlalchemy import Engine
from sqlalchemy.orm import Session

from checks.lifecycle.case import Case, State
from config.settings import Settings
from storage.queries.cases import site_cases
from tests.duwang.jobs.small_site import PAGES, article, html, listing, read
from tests.factories import CODE, TODAY
from tests.portal import Portal

pytestmark = pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)

NEXT = TODAY + timedelta(days=1)
AFTER = TODAY + timedelta(days=2)
AHEAD = article(30)
"""Dated after today."""
CLOSED = "<html><head><title>公告</title></head><body><p>因系统升级维护，本网站暂停服务，敬请谅解。</p></body></html>"
DEFAULT = "<html><head><title>Welcome to nginx!</title></head><body><h1>Welcome to nginx!</h1></body></html>"
CHALLENGE = "<html><body><script>window.location.href='/WZWSREL2=';</script></body></html>"
COOKIES = "<html><body><script>$_ts=window['$_ts'];</script><script src='/c.js' r='m'></script></body></html>"


def cases(engine: Engine, rule: str) -> dict[str, Case]:
    """Path of what is wrong -> the case."""
    with Session(engine) as session:
        found = [case for case in site_cases(session, CODE) if case.finding.rule == rule]
    return {"/" + case.finding.subject.partition("//")[2].partition("/")[2]: case for case in found}


def states(engine: Engine, rule: str) -> dict[str, State]:
    return {path: case.state for path, case in cases(engine, rule).items()}


@pytest.mark.parametrize("shown", [CLOSED, DEFAULT, "", CHALLENGE, COOKIES], ids=range(5))
def test_a_home_page_that_is_none_accuses_nobody_and_mends_nothing(
    portal: Portal, settings: Settings, engine: Engine, shown: str
) -> None:
    portal.pages |= {"/tzgg/30.html": AHEAD, "/tzgg/": html("通知公告", listing(19, 30))}
    read(settings)
    before = {path: case.state for rule in ("date-future", "link-broken") for path, case in cases(engine, rule).items()}
    marks = states(engine, "footer-mark-missing")
    portal.pages = dict.fromkeys(portal.pages, shown)
    read(settings, NEXT)
    after = {path: case.state for rule in ("date-future", "link-broken") for path, case in cases(engine, rule).items()}
    assert after == before
    assert states(engine, "footer-mark-missing") == marks
    assert cases(engine, "site-unreachable")["/"].finding.verdict in ("undecided", "walled")


def test_a_first_reading_that_meets_a_notice_of_maintenance(portal: Portal, settings: Settings, engine: Engine) -> None:
    portal.pages = {"/": CLOSED}
    read(settings)
    with Session(engine) as session:
        accusing = {case.finding.rule for case in site_cases(session, CODE) if case.finding.verdict == "confirmed"}
    assert not accusing & {"footer-mark-missing", "page-language-missing", "meta-missing", "content-missing"}


@pytest.mark.parametrize("shown", ["", CHALLENGE, CLOSED, 502], ids=["blank", "challenge", "notice", "gateway"])
def test_a_page_that_shows_nothing_today_is_not_mended(
    portal: Portal, settings: Settings, engine: Engine, shown: str | int
) -> None:
    portal.pages |= {"/tzgg/30.html": article(30, "<a href='/gone.doc'>附件</a>")}
    portal.pages["/tzgg/"] = html("通知公告", "<ul class='list'><li><a href='/tzgg/30.html'>通报</a></li></ul>")
    read(settings)
    assert states(engine, "date-future") == {"/tzgg/30.html": State.SUSPECTED}
    portal.pages["/tzgg/30.html"] = shown
    read(settings, NEXT)
    assert states(engine, "date-future") == {"/tzgg/30.html": State.SUSPECTED}
    assert states(engine, "link-broken")["/gone.doc"] is State.SUSPECTED
    assert not cases(engine, "placeholder-text")


def test_a_column_emptied_overnight_is_no_empty_column_yet(portal: Portal, settings: Settings, engine: Engine) -> None:
    old = listing(18, 19).replace("2026-11", "2025-11")
    portal.pages["/tzgg/"] = html("通知公告", old)
    read(settings)
    assert states(engine, "column-stale") == {"/tzgg/": State.SUSPECTED}
    portal.pages["/tzgg/"] = html("通知公告", "<ul class='list'></ul><p>暂无信息</p>")
    read(settings, NEXT)
    assert states(engine, "column-stale") == {"/tzgg/": State.SUSPECTED}
    assert cases(engine, "column-empty")["/tzgg/"].finding.verdict == "likely"
    read(settings, AFTER)
    assert states(engine, "column-stale") == {"/tzgg/": State.FIXED}
    assert cases(engine, "column-empty")["/tzgg/"].finding.verdict == "confirmed"


def test_links_of_pages_that_nobody_looked_at_today_accuse_nobody(
    portal: Portal, settings: Settings, engine: Engine
) -> None:
    """A site made anew overnight: nothing leads to its old pages any more, which lead nowhere."""
    many = range(1, 20)  # more than a finding names, so that nobody looks at the last of them again
    portal.pages |= {f"/tzgg/{n}.html": article(n, "<a href='/gywm.html'>关于我们</a>" * (n == 9)) for n in many}
    portal.pages |= {"/tzgg/": html("通知公告", listing(*many)), "/gywm.html": article(30)}
    read(settings)
    assert "/gywm.html" in states(engine, "date-future")  # so that it is looked at again
    portal.pages = {path.replace("tzgg", "new"): page.replace("tzgg", "new") for path, page in PAGES.items()}
    read(settings, NEXT)
    assert "/gywm.html" not in states(engine, "link-broken")
    assert states(engine, "date-future")["/gywm.html"] is State.FIXED


@pytest.mark.parametrize(("down", "verdicts"), [(19, {"undecided"}), (2, {"confirmed"})])
def test_a_gateway_that_serves_the_home_page_alone_makes_no_links_broken(
    portal: Portal, settings: Settings, engine: Engine, down: int, verdicts: set[str]
) -> None:
    del portal.pages["/tzgg/"]
    portal.pages["/"] = html("临河县人民政府", listing(*range(1, 20)))
    portal.pages |= {f"/tzgg/{n}.html": 503 if n <= down else article(n) for n in range(1, 20)}
    read(settings)
    broken = cases(engine, "link-broken").values()
    assert {case.finding.verdict for case in broken if case.finding.facts["cause"] == "http-503"} == verdicts
