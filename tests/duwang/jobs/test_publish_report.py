"""日读网 from what storage keeps: made again, a past day says the same."""

from datetime import date, datetime, timedelta
from pathlib import Path

import pytest
from sqlalchemy.orm import Session

from checks.findings import Finding
from checks.lifecycle.case import Case, Move, State
from checks.lifecycle.follow import Change
from config.sites import Site
from dashboards.reports.daily import daily_report
from dashboards.reports.day import read_day
from dashboards.reports.formats import FORMATS
from duwang.jobs.publish_report import NothingReadError, publish_daily
from storage.queries.days import last_day_read, sites_missed
from storage.queries.findings import findings
from storage.writes.findings import Circumstances, decide, keep_changes
from storage.writes.readings import describe_reading, finish_reading, open_reading
from storage.writes.sites import register_sites
from tests.dashboards.sample_day import RULES
from tests.factories import HOME, NOW, TODAY, finding, register_site

TOMORROW = TODAY + timedelta(days=1)
OTHER = register_site(code="9900000002", name="安澜市财政局", url="https://czj.anlan.example/", level="department")


@pytest.fixture(autouse=True)
def rules(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("duwang.jobs.publish_report.load_rules", lambda: RULES)


def link(name: str) -> Finding:
    facts = {"text": name, "cause": "http-404", "count": 1, "pages": [f"{HOME}tzgg/1.html"]}
    return finding(subject=f"{HOME}{name}.html", facts=facts)


def read(session: Session, site: Site, day: date, changes: list[Change], pages: int = 10) -> None:
    now = NOW + (day - TODAY)
    reading = open_reading(session, site, mode="daily", day=day, now=now)
    keep_changes(session, site.code, changes, Circumstances(by="reading", at=now, day=day, reading_id=reading.id))
    seen = [known.case.id or 0 for known in findings(session)]
    finish_reading(session, reading.id, now=now + timedelta(minutes=9))
    describe_reading(
        session,
        reading.id,
        site=site,
        counts={"pages": pages, "targets": 80},
        coverage={"unread": {"timeout": 1}},
        seen=seen,
    )


def found(name: str, day: date) -> Change:
    return Change(None, Case(finding=link(name), severity="deduct", first_seen=day, last_seen=day), Move.FOUND)


def mended(session: Session, name: str, day: date) -> Change:
    (case,) = [known.case for known in findings(session) if known.case.finding.subject == f"{HOME}{name}.html"]
    after = Case(
        id=case.id, finding=case.finding, severity=case.severity, state=State.FIXED,
        first_seen=case.first_seen, last_seen=case.last_seen, fixed_on=day,
    )  # fmt: skip
    return Change(case, after, Move.FIXED)


@pytest.fixture
def first_day(session: Session) -> Session:
    register_sites(session, [register_site(), OTHER], source="sites.yaml", at=NOW)
    read(session, register_site(), TODAY, [found("甲", TODAY), found("乙", TODAY)])
    read(session, OTHER, TODAY, [], pages=3)
    session.commit()
    return session


def test_a_day_is_written_in_every_format(first_day: Session, tmp_path: Path) -> None:
    paths = publish_daily(first_day, TODAY, tmp_path)
    assert [path.name for path in paths] == [f"daily-2026-11-20.{name}" for name in FORMATS]
    assert all(path.stat().st_size for path in paths)


def test_the_report_tells_what_was_read_and_found(first_day: Session) -> None:
    report = daily_report(read_day(first_day, TODAY), RULES)
    assert report.issue == 1
    assert report.lead.startswith("当日读了 2 个网站、13 个页面，发现 2 个新问题")
    coverage = next(table for table in report.tables if table.id == "coverage")
    assert [row[6] for row in coverage.rows] == ["15 秒内没有应答 1 个"] * 2


def test_a_past_day_made_again_says_the_same(first_day: Session, tmp_path: Path) -> None:
    before = [path.read_bytes() for path in publish_daily(first_day, TODAY, tmp_path / "before")]
    read(first_day, register_site(name="改名后的县政府"), TOMORROW, [mended(first_day, "甲", TOMORROW)])
    later = Circumstances(
        by="周敏", at=datetime.fromisoformat("2026-11-21T01:00:00+00:00"), day=TOMORROW, reason="属实"
    )
    decide(first_day, [known.case.id or 0 for known in findings(first_day)], Move.CONFIRMED, later)
    register_sites(first_day, [register_site(name="改名后的县政府")], source="sites.yaml", at=NOW)
    first_day.commit()
    after = [path.read_bytes() for path in publish_daily(first_day, TODAY, tmp_path / "after")]
    assert after == before


def test_the_next_day_tells_what_was_mended_and_who_was_not_read(first_day: Session) -> None:
    read(first_day, register_site(), TOMORROW, [mended(first_day, "甲", TOMORROW)])
    report = daily_report(read_day(first_day, TOMORROW), RULES)
    sizes = {section.id: section.size for section in report.sections}
    assert (report.issue, sizes["fixed"], sizes["older"], sizes["new"]) == (2, 1, 1, 0)
    assert "1 个未读（安澜市财政局，不作结论）" in report.subline


def test_a_site_not_read_for_a_week_is_no_longer_expected(first_day: Session) -> None:
    assert {site.code for site in sites_missed(first_day, TODAY + timedelta(days=7))} == {
        register_site().code,
        OTHER.code,
    }
    assert sites_missed(first_day, TODAY + timedelta(days=8)) == []


def test_of_two_readings_of_a_day_the_finished_one_counts(first_day: Session) -> None:
    open_reading(first_day, OTHER, mode="full", day=TODAY, now=NOW)
    (other,) = [reading for reading in read_day(first_day, TODAY).readings if reading.site.code == OTHER.code]
    assert (other.state, other.pages) == ("finished", 3)


def test_a_day_without_a_reading_has_no_report(first_day: Session, tmp_path: Path) -> None:
    with pytest.raises(NothingReadError):
        publish_daily(first_day, TOMORROW, tmp_path / "out")
    assert not (tmp_path / "out").exists()
    assert last_day_read(first_day, TOMORROW) == TODAY
    assert last_day_read(first_day, TODAY - timedelta(days=1)) is None


def test_a_recheck_is_no_reading_of_its_day(first_day: Session) -> None:
    open_reading(first_day, OTHER, mode="recheck", day=TOMORROW, now=NOW)
    assert last_day_read(first_day, TOMORROW) == TODAY
    assert OTHER.code in {site.code for site in sites_missed(first_day, TOMORROW)}
