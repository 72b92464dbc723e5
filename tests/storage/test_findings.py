from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from checks.finding_object import KEYS, finding_object
from checks.findings import Finding
from checks.lifecycle.brake import brake
from checks.lifecycle.case import REGISTER, Move, NotAllowedError, State
from checks.lifecycle.follow import follow
from checks.observations.site import SiteSeen
from config.rule_file import load_rules
from config.sites import Site
from config.trust import load_trust
from storage.queries.cases import cases_by_id, site_cases
from storage.queries.findings import FindingFilter, findings
from storage.queries.history import FindingOnDay, findings_on
from storage.seen_parts import as_kept
from storage.tables.finding import FindingEventRow
from storage.writes.findings import Circumstances, decide, keep_changes
from storage.writes.readings import describe_reading, finish_reading, open_reading
from storage.writes.sites import register_sites
from tests.factories import CODE, HOME, NOW, TODAY, attempt, finding, page, register_site, site

SITE = register_site()
OLD = f"{HOME}old.html"
DAYS = [TODAY + timedelta(days=number) for number in range(5)]


@pytest.fixture(autouse=True)
def registered(session: Session) -> None:
    register_sites(session, [SITE], source="sites.yaml", at=NOW)


def read(
    session: Session,
    day: date,
    *found: Finding,
    looked: Sequence[str] = (HOME, OLD),
    of: Site = SITE,
    hold: bool = False,
) -> None:
    """One reading from its beginning to its end, with these findings; `hold`: the rules' new ones are held."""
    seen: SiteSeen = site(site=of, today=day, looked_at=frozenset(looked), home=page(url=HOME, kind="home"))
    number = open_reading(session, of, mode="daily", day=day, now=NOW).id
    kept = [as_kept(one, one.severity or "deduct", urgent=False) for one in found]
    limits = load_trust().brake
    changes = brake(
        follow(site_cases(session, CODE), kept, seen, load_rules()),
        [{}] * limits.min_readings,
        limits.model_copy(update={"margin": 0}) if hold else limits,
    ).changes
    keep_changes(session, CODE, changes, Circumstances(by="reading", at=NOW, day=day, reading_id=number))
    keys = {(one.rule, one.subject) for one in kept}
    ids = [case.id for case in site_cases(session, CODE) if case.key in keys and case.id]
    finish_reading(session, number, now=NOW)
    describe_reading(session, number, site=of, counts={}, coverage={}, seen=ids)
    session.commit()


def person(day: date = TODAY, reason: str | None = None) -> Circumstances:
    return Circumstances(by="监管员", at=NOW, day=day, reason=reason)


def told(known: Sequence[FindingOnDay]) -> list[tuple[object, ...]]:
    """Everything that a report could print."""
    return [(finding_object(one.case, one.site, load_rules()), sorted(one.moves)) for one in known]


def test_a_finding_comes_back_as_it_went_in(session: Session):
    read(session, TODAY, finding(attempts=(attempt(headers=(("server", "nginx"),)),)))
    session.expire_all()
    (case,) = site_cases(session, CODE)
    assert case.finding == finding(attempts=(attempt(headers=(("server", "nginx"),)),))
    assert (case.state, case.first_seen, case.last_seen) == (State.SUSPECTED, TODAY, TODAY)


def test_seen_again_it_keeps_its_number(session: Session):
    read(session, DAYS[0], finding())
    (before,) = site_cases(session, CODE)
    read(session, DAYS[1], finding(attempts=(attempt(ms=99),)))
    (after,) = site_cases(session, CODE)
    assert (after.id, after.first_seen, after.last_seen) == (before.id, DAYS[0], DAYS[1])


def test_a_life_leaves_a_row_for_each_change(session: Session):
    read(session, DAYS[0], finding())
    decide(session, [1], Move.CONFIRMED, person(DAYS[0]))
    read(session, DAYS[1], finding())
    read(session, DAYS[2])
    read(session, DAYS[3], finding())
    rows = session.scalars(select(FindingEventRow).order_by(FindingEventRow.id)).all()
    assert [(row.kind, row.status, row.by) for row in rows] == [
        ("found", "suspected", "reading"),
        ("confirmed", "open", "监管员"),
        ("fixed", "fixed", "reading"),
        ("reopened", "suspected", "reading"),
    ]


def test_only_what_stands_is_listed_unless_asked_otherwise(session: Session):
    read(session, DAYS[0], finding(), finding(rule="link-malformed", subject="C:\\a.doc"))
    read(session, DAYS[1], finding(rule="link-malformed", subject="C:\\a.doc"))
    assert [known.case.finding.rule for known in findings(session)] == ["link-malformed"]
    fixed = findings(session, FindingFilter(states=[State.FIXED]))
    assert [known.case.finding.rule for known in fixed] == ["link-broken"]
    assert findings(session, FindingFilter(checks=["column-stale"])) == []
    assert findings(session, FindingFilter(sites=["9901210009"])) == []


def test_the_contracts_object(session: Session):
    read(session, TODAY, finding())
    (known,) = findings(session)
    told_ = finding_object(known.case, known.site, load_rules())
    assert tuple(told_) == KEYS
    assert told_["attempts"] == [{"at": "2026-11-20T04:31:07+08:00", "method": "GET", "outcome": "http-404", "ms": 118}]
    assert (told_["unit"], told_["status"], told_["first_seen"]) == (SITE.unit, "suspected", "2026-11-20")
    assert "404" in told_["message"]


def test_a_past_day_stays_as_it_was(session: Session):
    """Whatever happens later, the day's findings are the same to the last letter."""
    told_then = {}
    found_on = [
        [finding(), finding(rule="link-malformed", subject="C:\\a.doc")],
        [finding(facts={**finding().facts, "count": 9}, attempts=(attempt(ms=7),))],
        [],
        [finding(severity="veto")],
        [finding(severity="veto", facts={"cause": "dns"})],
    ]
    for day, found in zip(DAYS, found_on, strict=True):
        read(session, day, *found, of=register_site(unit=f"{day} 的责任单位"))
        told_then[day] = told(findings_on(session, day))
    decide(session, [1], Move.DISMISSED, person(DAYS[-1] + timedelta(days=1), reason="对方网站改版"))
    session.commit()
    for day in DAYS:
        assert told(findings_on(session, day)) == told_then[day]


def test_a_past_day_knows_what_it_did_and_when_a_thing_was_seen_last(session: Session):
    read(session, DAYS[0], finding())
    read(session, DAYS[1], finding())
    read(session, DAYS[2], looked=())
    read(session, DAYS[3])
    by_day = {day: findings_on(session, day) for day in DAYS}
    moves = {day: [sorted(one.moves) for one in known] for day, known in by_day.items()}
    assert moves == {DAYS[0]: [["found"]], DAYS[1]: [[]], DAYS[2]: [[]], DAYS[3]: [["fixed"]], DAYS[4]: []}
    assert [by_day[day][0].case.last_seen for day in DAYS[:4]] == [DAYS[0], DAYS[1], DAYS[1], DAYS[1]]
    assert findings_on(session, DAYS[0] - timedelta(days=1)) == []


def test_the_present_and_its_day_agree(session: Session):
    read(session, DAYS[0], finding(), finding(rule="link-malformed", subject="C:\\a.doc"))
    read(session, DAYS[1], finding(attempts=(attempt(ms=5),)))
    now = {known.case.id: known.case for known in findings(session, FindingFilter(states=list(State)))}
    then = {known.case.id: known.case for known in findings_on(session, DAYS[1])}
    assert now == then


def test_a_dismissal_is_by_somebody_and_can_be_taken_back(session: Session):
    read(session, TODAY, finding())
    (dismissed,) = decide(session, [1], Move.DISMISSED, person(reason="对方网站改版"))
    assert (dismissed.state, dismissed.dismissed_by) == (State.DISMISSED, "监管员")
    (restored,) = decide(session, [1], Move.RESTORED, person())
    assert (restored.state, restored.dismissed_by) == (State.SUSPECTED, None)
    reasons = session.scalars(select(FindingEventRow.reason).order_by(FindingEventRow.id)).all()
    assert reasons == [None, "对方网站改版", None]


def test_a_decision_that_one_finding_does_not_allow_changes_none(session: Session):
    read(session, DAYS[0], finding(), finding(rule="link-malformed", subject="C:\\a.doc", facts={"pages": [HOME]}))
    read(session, DAYS[1], finding())
    with pytest.raises(NotAllowedError):
        decide(session, [1, 2], Move.CONFIRMED, person())
    session.rollback()
    assert cases_by_id(session, [1])[1][1].state is State.SUSPECTED


def test_an_exemption_dismisses_with_the_registers_reason(session: Session):
    read(session, DAYS[0], finding())
    exempted = register_site(exempt=[{"check": "link-broken", "reason": "试运行"}])
    read(session, DAYS[1], of=exempted)
    (case,) = site_cases(session, CODE)
    assert (case.state, case.dismissed_by) == (State.DISMISSED, REGISTER)
    last = session.scalars(select(FindingEventRow).order_by(FindingEventRow.id.desc())).first()
    assert last is not None
    assert last.reason == "试运行"


def test_the_same_reading_kept_twice_changes_nothing_more(session: Session):
    read(session, TODAY, finding())
    before = session.scalars(select(FindingEventRow.id)).all(), site_cases(session, CODE)
    read(session, TODAY, finding())
    assert (session.scalars(select(FindingEventRow.id)).all(), site_cases(session, CODE)) == before


def test_facts_that_only_json_changes_are_no_change(session: Session):
    odd = finding(facts={"pages": (HOME,), "count": 1})
    read(session, DAYS[0], odd)
    read(session, DAYS[1], replace(odd, facts={"pages": [HOME], "count": 1}))
    assert len(session.scalars(select(FindingEventRow)).all()) == 1


@pytest.mark.parametrize("move", [Move.CONFIRMED, Move.DISMISSED])
def test_a_persons_decision_releases_what_is_held(session: Session, move: Move):
    read(session, DAYS[0], finding(), hold=True)
    read(session, DAYS[1], finding(attempts=(attempt(ms=7),)))
    assert [case.held for case in site_cases(session, CODE)] == [True]
    decide(session, [1], move, person(DAYS[2]))
    session.commit()
    session.expire_all()
    assert [case.held for case in site_cases(session, CODE)] == [False]
    assert [findings_on(session, day)[0].case.held for day in DAYS[:3]] == [True, True, False]


def test_a_held_finding_that_is_mended_and_comes_back_is_not_held_again(session: Session):
    read(session, DAYS[0], finding(), hold=True)
    read(session, DAYS[1])
    read(session, DAYS[2], finding())
    assert [findings_on(session, day)[0].case.held for day in DAYS[:3]] == [True, False, False]
