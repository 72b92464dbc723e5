"""How often people uphold what a rule finds."""

from collections.abc import Callable
from datetime import date, timedelta

import pytest
from sqlalchemy.orm import Session

from checks.findings import Finding
from checks.lifecycle.case import Move
from checks.lifecycle.follow import Change, follow
from checks.trust import Decisions, Record
from config.rule_file import load_rules
from config.sites import Exemption
from config.trust import load_trust
from storage.queries.cases import site_cases
from storage.queries.decisions import rule_decisions, rule_records
from storage.seen_parts import as_kept
from storage.writes.findings import Circumstances, decide, keep_changes
from storage.writes.readings import open_reading
from storage.writes.sites import register_sites
from tests.factories import CODE, HOME, NOW, TODAY, finding, register_site, site

SITE = register_site()
LIMITS = load_trust().precision
Decide = Callable[..., None]


@pytest.fixture
def find(session: Session) -> Callable[..., None]:
    register_sites(session, [SITE], source="sites.yaml", at=NOW)

    def keep(*found: Finding, of: object = SITE) -> None:
        number = open_reading(session, SITE, mode="recheck", day=TODAY, now=NOW).id
        kept = [as_kept(one, one.severity or "deduct", urgent=False) for one in found]
        changes: list[Change] = follow(site_cases(session, CODE), kept, site(site=of, today=TODAY), load_rules())
        keep_changes(session, CODE, changes, Circumstances(by="reading", at=NOW, day=TODAY, reading_id=number))

    return keep


@pytest.fixture
def person(session: Session) -> Decide:
    def take(move: Move, *ids: int, day: date = TODAY) -> None:
        decide(session, ids, move, Circumstances(by="监管员", at=NOW, day=day))

    return take


def numbered(number: int, **given: object) -> list[Finding]:
    return [finding(subject=f"{HOME}{one}.html", **given) for one in range(number)]


def decisions(session: Session, until: date = TODAY) -> dict[str, Decisions]:
    return rule_decisions(session, since=TODAY - timedelta(days=89), until=until)


def test_each_rule_has_what_was_upheld_and_what_dismissed(session, find, person):
    find(*numbered(3), finding(rule="wording-error"))
    person(Move.CONFIRMED, 1, 2)
    person(Move.DISMISSED, 3, 4)
    assert decisions(session) == {"link-broken": Decisions(2, 1), "wording-error": Decisions(0, 1)}


def test_a_finding_counts_once_with_the_last_decision(session, find, person):
    find(*numbered(2))
    person(Move.CONFIRMED, 1, 2)
    person(Move.WITHDRAWN, 1, 2)
    person(Move.DISMISSED, 1)
    assert decisions(session) == {"link-broken": Decisions(0, 1)}


def test_what_the_register_exempts_nobody_decided(session, find):
    find(*numbered(2))
    exempt = register_site(exempt=(Exemption(check="link-broken", reason="整站迁移中"),))
    find(of=exempt)
    assert [case.state for case in site_cases(session, CODE)] == ["dismissed"] * 2
    assert decisions(session) == {}


def test_tidying_away_what_stood_behind_a_wall_says_nothing_about_a_rule(session, find, person):
    find(*numbered(2, verdict="walled"))
    person(Move.DISMISSED, 1, 2)
    assert decisions(session) == {}


def test_what_was_decided_long_ago_or_later_is_not_counted(session, find, person):
    find(*numbered(3))
    person(Move.DISMISSED, 1, day=TODAY - timedelta(days=90))
    person(Move.DISMISSED, 2, day=TODAY - timedelta(days=89))
    person(Move.CONFIRMED, 3, day=TODAY + timedelta(days=1))
    assert decisions(session) == {"link-broken": Decisions(0, 1)}
    assert decisions(session, TODAY + timedelta(days=1)) == {"link-broken": Decisions(1, 1)}


def test_a_rule_that_people_overrule_is_only_reviewed(session, find, person):
    find(*numbered(LIMITS.min_decisions), finding(rule="wording-error"))
    person(Move.DISMISSED, 1, 2, LIMITS.min_decisions + 1)
    person(Move.CONFIRMED, *range(3, LIMITS.min_decisions + 1))
    assert rule_records(session, on=TODAY, limits=LIMITS) == {
        "link-broken": Record(Decisions(LIMITS.min_decisions - 2, 2), "review"),
        "wording-error": Record(Decisions(0, 1), "notify"),
    }
