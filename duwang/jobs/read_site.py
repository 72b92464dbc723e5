"""Read, judge, follow: one site's day."""

import asyncio
import time
from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from functools import partial
from typing import Literal
from urllib.parse import urlsplit

from sqlalchemy import Engine
from sqlalchemy.orm import Session

from checks.lifecycle.case import STANDING, Case
from checks.observations.host import HostSeen
from checks.observations.page import PageSeen
from checks.observations.site import SiteColumn
from checks.run import judge_file, judge_page
from config.errors import ConfigError
from config.settings import Settings
from config.sites import Site
from crawler.extract.address import canonical, join
from crawler.fetch.host import look_at_host
from crawler.plan import Progress, ReadingPlan
from crawler.reading import read_site
from duwang.jobs.finish_reading import Brought, CaseKey, finish
from duwang.jobs.rule_stamp import rule_stamp
from duwang.privacy_key import rulebook_of
from storage.engine import open_engine
from storage.queries.cases import site_cases
from storage.queries.columns import known_columns
from storage.queries.sites import site_by_code
from storage.schema import upgrade
from storage.site_lock import hold_site
from storage.writes.readings import Mode, open_reading

_AS_GOOD_AS_SURE = 0.99
"""Only what a profile says is sure."""
ReportProgress = Callable[[Progress], None]


@dataclass(frozen=True, slots=True, kw_only=True)
class SiteRead:
    """How one site's reading ended."""

    code: str
    name: str
    state: Literal["finished", "unreachable", "quiet-hours", "failed"]
    """`unreachable`: the home page did not open; `quiet-hours`: cut short, the next start goes on; `failed`: our own
    program or database could not, and nothing that stood is changed."""
    seconds: float = 0.0
    resumed: bool = False
    """True: it went on where an earlier program had stopped."""
    brought: Brought | None = None
    """None where nothing was brought to an end."""
    error: str | None = None
    """Why it failed, in Chinese."""


def read_one(
    site_code: str,
    mode: Mode,
    settings: Settings,
    *,
    today: date,
    children: int = 1,
    progress: ReportProgress = lambda _: None,
) -> SiteRead:
    """Start or continue the reading of a registered site, and finish it; `children` processes read its plain pages.

    May be killed at any moment and called again: what was read is not read again, what was found is counted once.
    Raises `ConfigError` where the database fails, another process reads the site, or nobody registered it.
    """
    started = time.monotonic()
    engine = open_engine(settings.database)
    try:
        upgrade(engine)
        with hold_site(engine, site_code):
            plan, resumed = _plan(engine, site_code, mode, settings, today)
        done = carry_out(engine, replace(plan, children=children), progress)
    finally:
        engine.dispose()
    return replace(done, resumed=resumed, seconds=time.monotonic() - started)


def carry_out(
    engine: Engine, plan: ReadingPlan, progress: ReportProgress, *, only: Collection[CaseKey] | None = None
) -> SiteRead:
    """Read what the plan says and finish it; `only`: see `finish`."""
    rulebook = rulebook_of(plan.settings)
    outcome = read_site(
        plan,
        judge=partial(judge_page, rulebook=rulebook),
        judge_file=partial(judge_file, rulebook=rulebook),
        progress=progress,
    )
    done = SiteRead(code=plan.site.code, name=plan.site.name, state=outcome.state)
    if outcome.state == "quiet-hours":
        return done
    host = _host(plan.site, outcome.home, plan.settings)
    with Session(engine) as session:
        return replace(done, brought=finish(session, plan, outcome, host=host, rulebook=rulebook, only=only))


def _plan(engine: Engine, site_code: str, mode: Mode, settings: Settings, today: date) -> tuple[ReadingPlan, bool]:
    """What to read, and whether an earlier program began with it."""
    with Session(engine) as session:
        site = site_by_code(session, site_code)
        if site is None:
            raise ConfigError(site_code, "登记表里没有这个网站。", "运行 duwang sites list 可查看全部网站。")
        reading = open_reading(session, site, mode=mode, day=today, now=datetime.now(UTC))
        plan = ReadingPlan(
            site=site,
            reading_id=reading.id,
            mode=mode,
            today=today,
            settings=settings,
            columns=planned_columns(site, known_columns(session, site_code)),
            open_pages=tuple(places(site_cases(session, site_code))),
            rules=rule_stamp(settings),
        )
        session.commit()
    return plan, reading.resumed


def planned_columns(site: Site, known: Iterable[SiteColumn]) -> tuple[SiteColumn, ...]:
    """The columns known from earlier readings, with what the profile says of them, and the profile's others.

    What only a profile can say (the longest age, the selector) falls when the profile says it no more.
    """
    columns = {
        column.url: replace(
            column, max_age_days=None, selector=None, seen=None, confidence=min(column.confidence, _AS_GOOD_AS_SURE)
        )
        for column in known
    }
    for profile in site.columns:
        url = join(site.url, profile.url) or canonical(site.url)
        before = columns.get(url) or SiteColumn(url=url, name=profile.name, type=profile.type)
        columns[url] = replace(
            before,
            name=profile.name,
            type=profile.type,
            max_age_days=profile.max_age_days,
            selector=profile.items,
            confidence=1.0,
        )
    return tuple(columns.values())


def places(cases: Iterable[Case]) -> list[str]:
    """The addresses at which something stands, each once: a daily reading looks at them again."""
    found: dict[str, None] = {}
    for case in cases:
        if case.state in STANDING:
            named = (case.finding.page, case.finding.subject, *case.finding.facts.get("pages", ()))
            found.update((place, None) for place in named if place and place.startswith(("http://", "https://")))
    return list(found)


def _host(site: Site, home: PageSeen | None, settings: Settings) -> HostSeen:
    """The site's host; where its home page leads visitors on to https there, with the certificate that they meet."""
    host = urlsplit(site.url).hostname or ""
    leads_on = home is not None and site.url.startswith("http:") and urlsplit(home.url).hostname == host
    url = home.url if home is not None and leads_on else site.url
    return asyncio.run(look_at_host(url, settings, own_hosts=[host]))
