"""Pictures as evidence."""

from datetime import timedelta
from hashlib import sha256
from typing import Any

import pytest
from sqlalchemy import Engine
from sqlalchemy.orm import Session

from checks.findings import Finding
from config.settings import Settings
from crawler.fetch.chromium import can_draw
from storage.queries.cases import site_cases
from tests.duwang.jobs.small_site import article, read
from tests.factories import CODE, TODAY
from tests.portal import Portal

pytestmark = [
    pytest.mark.skipif(not can_draw(), reason="Playwright or Chromium is not installed"),
    pytest.mark.parametrize("database_url", ["sqlite"], indirect=True),
]


def broken(engine: Engine) -> dict[str, Finding]:
    """Last part of its address -> the finding of each broken link."""
    with Session(engine) as session:
        cases = [case for case in site_cases(session, CODE) if case.finding.rule == "link-broken"]
    return {case.finding.subject.rpartition("/")[2]: case.finding for case in cases}


def test_a_new_finding_keeps_the_picture_of_its_first_day_unless_the_page_shows_private_numbers(
    portal: Portal, settings: Settings, engine: Engine, tmp_path: Any
) -> None:
    fetch = settings.fetch.model_copy(update={"browser": True})
    settings = settings.model_copy(update={"fetch": fetch, "home": tmp_path})
    portal.pages["/tzgg/17.html"] = article(
        17, "<p><a href='/gone.doc'>附件</a></p><p><a href='/away.doc'>附件</a></p>"
    )
    portal.pages["/tzgg/18.html"] = article(18, "<a href='/list.doc'>名单</a><p>张三 13800138000</p>")
    read(settings)
    first = broken(engine)
    assert first["list.doc"].evidence.screenshot is None
    taken = first["gone.doc"].evidence.screenshot
    assert taken is not None
    png = (tmp_path / taken).read_bytes()
    assert png.startswith(b"\x89PNG")
    assert taken == f"data/evidence/{sha256(png).hexdigest()}.png"
    assert taken != first["away.doc"].evidence.screenshot is not None, "the same page, but for the outline"

    read(settings, TODAY + timedelta(days=1), "daily")
    assert broken(engine)["gone.doc"].evidence.screenshot == taken
