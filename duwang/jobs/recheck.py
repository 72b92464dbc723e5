"""Looks again at single findings, now."""

from collections.abc import Sequence
from datetime import UTC, date, datetime

from sqlalchemy.orm import Session

from checks.lifecycle.case import Case
from checks.observations.link import LinkSeen
from config.rule_file import load_rules
from config.settings import Settings
from config.sites import Site
from crawler.plan import ReadingPlan
from duwang.jobs.read_site import SiteRead, carry_out, places, planned_columns
from duwang.jobs.rule_stamp import rule_stamp
from storage.engine import open_engine
from storage.queries.columns import known_columns
from storage.site_lock import hold_site
from storage.writes.readings import open_reading


def recheck(site: Site, cases: Sequence[Case], settings: Settings, *, today: date) -> SiteRead:
    """Read the home page, the pages that standing cases of this site name, and ask after their links; follow them.

    Nothing else of the site changes. Raises `ConfigError` where the database fails or another process reads the site.
    """
    links = _links(cases)
    engine = open_engine(settings.database)
    try:
        with hold_site(engine, site.code), Session(engine) as session:
            reading = open_reading(session, site, mode="recheck", day=today, now=datetime.now(UTC))
            plan = ReadingPlan(
                site=site,
                reading_id=reading.id,
                mode="recheck",
                today=today,
                settings=settings,
                columns=planned_columns(site, known_columns(session, site.code)),
                open_pages=tuple(place for place in places(cases) if place not in links),
                open_links=tuple(LinkSeen(url, "", "page") for url in links),
                rules=rule_stamp(settings),
            )
            session.commit()
        return carry_out(engine, plan, lambda _: None, only={case.key for case in cases})
    finally:
        engine.dispose()


def _links(cases: Sequence[Case]) -> list[str]:
    """What only has to be asked after."""
    targets = {rule.id for rule in load_rules().values() if rule.subject == "target"}
    return [case.finding.subject for case in cases if case.finding.rule in targets]
