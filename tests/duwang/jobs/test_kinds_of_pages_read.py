"""What a whole reading makes of pages that are no plain home, column or article."""

from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

import pytest
from sqlalchemy import Engine, select
from sqlalchemy.orm import Session

from config.settings import Settings
from duwang.jobs.read_site import read_one
from storage.queries.cases import site_cases
from storage.queries.history import readings_on
from storage.queries.pages import home_page
from storage.queries.targets import names_offered
from storage.tables.page import PageRow
from storage.tables.target import TargetRow
from storage.writes.sites import register_sites
from tests.factories import CODE, NOW, TODAY, register_site
from tests.portal import Portal, serve

ROWS = "".join(
    f"<li><a href='/tzgg/{n}.html'>临河县第{n}号情况通报</a><span>2026-11-{n:02}</span></li>" for n in (17, 18, 19)
)
LIST = f"<ul class='list'>{ROWS}</ul>"


def html(title: str, body: str) -> str:
    nav = "<div class='nav'><a href='/'>首页</a><a href='/tzgg/'>通知公告</a></div>"
    return f"<html><head><title>{title}</title></head><body>{nav}{body}</body></html>"


def article(number: int, more: str = "") -> str:
    text = f"<p>发布时间：2026-11-{number}</p><div class='content'>{'工作进展顺利。' * 30}{more}</div>"
    return html(f"第{number}号", f"<h1>临河县第{number}号情况通报</h1>{text}")


@pytest.fixture
def portal() -> Iterator[Portal]:
    with serve() as portal:
        portal.pages = {"/": html("临河县人民政府", LIST), "/tzgg/": html("通知公告", LIST)}
        portal.pages |= {f"/tzgg/{n}.html": article(n) for n in (17, 18, 19)}
        yield portal


@pytest.fixture
def settings(portal: Portal, engine: Engine, database_url: str, tmp_path: Path) -> Settings:
    with Session(engine) as session:
        register_sites(session, [register_site(url=portal.url)], source="sites.yaml", at=NOW)
        session.commit()
    return portal.settings(database_url, home=tmp_path)


def rules_that_found(engine: Engine) -> set[str]:
    with Session(engine) as session:
        return {case.finding.rule for case in site_cases(session, CODE)}


def read(settings: Settings, day: date = TODAY) -> None:
    assert read_one(CODE, "full", settings, today=day).state == "finished"


def kinds(engine: Engine) -> dict[str, str]:
    """Path of each page -> its kind."""
    with Session(engine) as session:
        rows = session.execute(select(TargetRow.url, PageRow.kind).join(PageRow, PageRow.target_id == TargetRow.id))
        return {"/" + url.split("/", 3)[3]: kind for url, kind in rows}


def test_the_home_page_under_a_second_address_is_no_article(portal: Portal, settings: Settings, engine: Engine) -> None:
    portal.pages["/index.html"] = portal.pages["/"]
    portal.pages["/tzgg/17.html"] = article(17, "<a href='/index.html'>回到首页</a>")
    read(settings)
    assert kinds(engine)["/index.html"] == "home"
    with Session(engine) as session:
        (reading,) = readings_on(session, TODAY)
        home = home_page(session, reading.id, CODE)
    assert home is not None
    assert home.url == portal.url


def test_what_stands_in_a_frame_is_no_page_of_its_own(portal: Portal, settings: Settings, engine: Engine) -> None:
    portal.pages["/tzgg/17.html"] = article(17, "<iframe src='/tzgg/frame.html'></iframe>")
    portal.pages["/tzgg/frame.html"] = f"<html><body>{LIST}</body></html>"
    read(settings)
    assert kinds(engine)["/tzgg/frame.html"] == "other"


def test_names_that_stand_only_in_the_main_part_of_a_column_are_offered(
    portal: Portal, settings: Settings, engine: Engine
) -> None:
    inside = "<div class='main'><a href='/gk/zhinan.html'>政府信息公开指南</a></div>"
    portal.pages["/tzgg/"] = html("通知公告", LIST + inside)
    read(settings)
    with Session(engine) as session:
        assert "政府信息公开指南" in names_offered(session, CODE)


def test_a_home_page_with_nothing_but_old_items_is_found(settings: Settings, engine: Engine) -> None:
    read(settings, TODAY)
    assert "homepage-stale" not in rules_that_found(engine)
    read(settings, TODAY + timedelta(days=30))
    assert "homepage-stale" in rules_that_found(engine)
