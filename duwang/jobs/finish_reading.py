"""After a site has been read: judge what was seen, follow what was known, keep both in one transaction."""

from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime

from sqlalchemy.orm import Session

from checks.findings import Finding
from checks.lifecycle.brake import brake
from checks.lifecycle.case import STANDING, Case, Move
from checks.lifecycle.follow import Change, follow
from checks.observations.host import HostSeen
from checks.observations.link import Attempt
from checks.observations.site import SiteColumn, SiteSeen
from checks.rulebook import Rulebook
from checks.run import judge_site, without_exempt
from checks.trust import Jump
from config.rule_file import load_rules
from config.sites import Site
from config.trust import load_trust
from crawler.extract.address import canonical, join
from crawler.plan import ReadingOutcome, ReadingPlan
from duwang.jobs.coverage import NAMED_UNREAD, coverage_of, not_read
from duwang.jobs.screenshots import with_screenshots
from storage.queries.attachments import files_left
from storage.queries.cases import keys_last_seen, site_cases
from storage.queries.page_hits import page_hits
from storage.queries.readings import new_findings_before, other_readings_running, pages_and_links, reading_before
from storage.queries.site_seen import site_seen
from storage.seen_parts import as_kept
from storage.writes.columns import keep_columns
from storage.writes.documents import keep_documents
from storage.writes.findings import BY_READING, Circumstances, keep_changes
from storage.writes.pages import drop_unused_sets
from storage.writes.readings import describe_reading, finish_reading
from storage.writes.worklist import clear_work

CaseKey = tuple[str, str]
"""(rule, subject): a case's identity within its site."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Brought:
    """What a reading brought, in numbers."""

    pages: int
    links: int
    moves: dict[Move, int]
    standing: int
    """What accuses somebody and is not mended, after this reading."""
    unread: dict[str, int]
    """Why a page was not read -> how many."""
    seen: tuple[int, ...]
    """Numbers of the findings that it saw."""
    unopened: Mapping[str, int] = field(default_factory=dict)
    """Why a file was not opened -> how many."""
    jumps: Mapping[str, Jump] = field(default_factory=dict)
    """Rules whose new findings are held, because there are far more of them than usual."""


def finish(
    session: Session,
    plan: ReadingPlan,
    outcome: ReadingOutcome,
    *,
    host: HostSeen | None,
    rulebook: Rulebook,
    only: Collection[CaseKey] | None = None,
) -> Brought | None:
    """Judge, follow and keep; commits once, so that a process killed before has done nothing and starts this over.

    `only`: what a recheck is about; nothing else changes. None is returned where another process has finished this
    reading already.
    """
    seen = site_seen(
        session,
        plan.reading_id,
        plan.site,
        plan.today,
        columns=_present_columns(plan.site, outcome),
        home_attempts=outcome.home_attempts or _tries_at_home(plan.site, outcome),
        host=host,
    )
    gathered = page_hits(session, plan.reading_id, plan.site.code)
    found = _as_kept([*judge_site(seen, rulebook), *without_exempt(gathered.found, seen)], only)
    pages, links = pages_and_links(session, plan.reading_id, plan.site.code)
    files = files_left(session, plan.reading_id, plan.site.code, named=NAMED_UNREAD)
    known = site_cases(session, plan.site.code)
    session.commit()  # only reads so far; from here on the writes, which others wait for
    found = with_screenshots(found, known, plan)
    now = datetime.now(UTC)
    if not finish_reading(session, plan.reading_id, now=now):
        session.rollback()
        return None
    cases = [case for case in site_cases(session, plan.site.code, lock=True) if only is None or case.key in only]
    followed = follow(cases, found, seen, load_rules(), unseen=gathered.unseen)
    past = new_findings_before(session, plan.reading_id, limit=load_trust().brake.readings)
    braked = brake(followed, past, load_trust().brake)
    changes = braked.changes
    why = Circumstances(by=BY_READING, at=now, day=plan.today, reading_id=plan.reading_id)
    keep_changes(session, plan.site.code, changes, why)
    if only is None:
        keep_columns(session, plan.site.code, seen.columns, reading_id=plan.reading_id, today=plan.today)
        keep_documents(session, plan.site.code, seen.pages)
    seen_ids = _seen_ids(session, plan.site.code, found, plan.today)
    brought = replace(_brought(cases, changes, seen, pages, links, seen_ids), jumps=braked.jumps, unopened=files.causes)
    describe_reading(
        session,
        plan.reading_id,
        site=plan.site,
        counts=_counts(brought),
        coverage=coverage_of(seen, brought.pages, brought.unread, reading_before(session, plan.reading_id), files),
        seen=seen_ids,
        new_by_rule=braked.new_by_rule,
        jumps=braked.jumps,
    )
    _tidy(session, plan)
    session.commit()
    return brought


def _present_columns(site: Site, outcome: ReadingOutcome) -> tuple[SiteColumn, ...]:
    """The columns whose pages were not found gone; the profile's stay, for somebody to correct."""
    gone = {page.url for page in outcome.unread if page.gone}
    fixed = {join(site.url, column.url) for column in site.columns}
    return tuple(column for column in outcome.columns if column.url not in gone or column.url in fixed)


def _tries_at_home(site: Site, outcome: ReadingOutcome) -> tuple[Attempt, ...]:
    """The tries of an earlier process that was killed before it could tell."""
    home = canonical(site.url)
    return next((page.attempts for page in outcome.unread if page.url == home), ())


def _as_kept(found: Iterable[Finding], only: Collection[CaseKey] | None) -> list[Finding]:
    rules = load_rules()
    return [
        as_kept(finding, finding.severity or rules[finding.rule].severity, urgent=_is_urgent(finding))
        for finding in found
        if only is None or (finding.rule, finding.subject) in only
    ]


def _is_urgent(finding: Finding) -> bool:
    """What accuses nobody is no alarm either."""
    return load_rules()[finding.rule].urgent and finding.accuses


def _brought(
    cases: Sequence[Case], changes: Sequence[Change], seen: SiteSeen, pages: int, links: int, seen_ids: tuple[int, ...]
) -> Brought:
    after = {case.key: case for case in cases} | {change.case.key: change.case for change in changes}
    return Brought(
        pages=pages,
        links=links,
        moves=dict(Counter(change.move for change in changes if change.move and change.case.finding.accuses)),
        standing=sum(case.state in STANDING and case.finding.accuses for case in after.values()),
        unread=dict(Counter(page.cause for page in not_read(seen))),
        seen=seen_ids,
    )


def _counts(brought: Brought) -> dict[str, int]:
    return {
        "pages": brought.pages,
        "targets": brought.links,
        "standing": brought.standing,
        **{str(move): count for move, count in brought.moves.items()},
    }


def _seen_ids(session: Session, site_code: str, found: Sequence[Finding], today: date) -> tuple[int, ...]:
    keys = {(finding.rule, finding.subject) for finding in found}
    last_seen = keys_last_seen(session, site_code, today)
    return tuple(number for number, key in last_seen.items() if key in keys)


def _tidy(session: Session, plan: ReadingPlan) -> None:
    """The work list goes; sets that no page needs any more go after a full reading, while nobody else may need them."""
    connection = session.connection()
    clear_work(connection, plan.reading_id)
    if plan.mode == "full" and not other_readings_running(session, plan.reading_id):
        drop_unused_sets(connection)
