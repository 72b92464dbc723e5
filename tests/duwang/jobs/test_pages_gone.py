"""Pages and columns that a site takes away: what stood on them is mended, what they offered is offered no more."""

from datetime import timedelta

import pytest
from sqlalchemy import Engine
from sqlalchemy.orm import Session

from checks.lifecycle.case import State
from config.settings import Settings
from storage.queries.cases import site_cases
from storage.queries.targets import names_offered
from tests.duwang.jobs.small_site import PAGES, article, html, listing, read
from tests.factories import CODE, TODAY
from tests.portal import Portal

pytestmark = pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)

NEXT = TODAY + timedelta(days=1)
TRIED_OUT = article(17, "<p>请在此处输入</p>")
NOT_FOUND = "<html><head><title>您访问的页面不存在或已被删除</title></head><body>请返回首页。</body></html>"


def tried_out(engine: Engine) -> State:
    """What became of the article that somebody was only trying out."""
    with Session(engine) as session:
        (case,) = [one for one in site_cases(session, CODE) if one.finding.rule == "placeholder-text"]
    return case.state


def test_a_page_taken_away_behind_an_error_page_that_says_200(
    portal: Portal, settings: Settings, engine: Engine
) -> None:
    portal.pages["/tzgg/17.html"] = article(17, "<p>请在此处输入<a href='/tzgg/17.html'>打印</a></p>")
    read(settings)
    assert tried_out(engine) is State.SUSPECTED
    portal.pages |= {"/tzgg/17.html": NOT_FOUND, "/tzgg/": html("通知公告", listing(18, 19))}
    read(settings, NEXT, "daily")
    assert tried_out(engine) is State.FIXED


def test_a_page_that_the_site_still_links_to_may_come_back(portal: Portal, settings: Settings, engine: Engine) -> None:
    portal.pages["/tzgg/17.html"] = TRIED_OUT
    read(settings)
    portal.pages["/tzgg/17.html"] = NOT_FOUND
    read(settings, NEXT, "daily")
    assert tried_out(engine) is State.SUSPECTED


def test_a_site_that_shows_its_error_page_everywhere_mends_nothing(
    portal: Portal, settings: Settings, engine: Engine
) -> None:
    portal.pages["/tzgg/17.html"] = TRIED_OUT
    read(settings)
    portal.pages |= {path: NOT_FOUND for path in PAGES if path != "/"}
    portal.pages["/"] = html("临河县人民政府", "<p>网站正在升级。</p>")
    read(settings, NEXT, "daily")
    assert tried_out(engine) is State.SUSPECTED


OFFER = "<div class='nav'><a href='/ssj/'>双随机一公开</a></div>"


def offered(engine: Engine) -> bool:
    with Session(engine) as session:
        return "双随机一公开" in names_offered(session, CODE)


@pytest.mark.parametrize(
    ("home", "page", "still"),
    [
        pytest.param("", 404, False, id="taken away"),
        pytest.param(OFFER, 404, True, id="dead, and still linked: the link's fault"),
        pytest.param("", html("双随机一公开", listing(18)), True, id="no longer linked, and still there"),
    ],
)
def test_what_a_site_has_taken_away_it_offers_no_more(
    portal: Portal, settings: Settings, engine: Engine, home: str, page: str | int, still: bool
) -> None:
    portal.pages |= {"/": html("临河县人民政府", OFFER + listing(18, 19)), "/ssj/": html("双随机一公开", listing(18))}
    read(settings)
    assert offered(engine)
    portal.pages |= {"/": html("临河县人民政府", home + listing(18, 19)), "/ssj/": page}
    read(settings, NEXT, "daily")
    assert offered(engine) is still


def test_a_column_that_moved_to_another_address_is_accused_there_alone(
    portal: Portal, settings: Settings, engine: Engine
) -> None:
    old = listing(17, 18).replace("2026-11", "2025-11")
    portal.pages["/tzgg/"] = html("通知公告", old)
    read(settings)
    renamed = {path: page.replace("'/tzgg/'>通知公告", "'/gsgg/'>公示公告") for path, page in portal.pages.items()}
    portal.pages = renamed | {"/gsgg/": renamed["/tzgg/"].replace("通知公告", "公示公告"), "/tzgg/": "/gsgg/"}
    read(settings, NEXT)
    read(settings, NEXT + timedelta(days=1))
    with Session(engine) as session:
        stale = [case for case in site_cases(session, CODE) if case.finding.rule == "column-stale"]
    assert {case.finding.subject.rpartition("/")[0][-4:]: case.state for case in stale} == {
        "tzgg": State.FIXED,
        "gsgg": State.SUSPECTED,
    }
