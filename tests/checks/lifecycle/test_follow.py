from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checks.findings import Finding
from checks.lifecycle.case import ALLOWED, REGISTER, STANDING, Case, Move, State
from checks.lifecycle.follow import Change, follow
from checks.observations.account import AccountSeen
from checks.observations.host import CertificateSeen, HostSeen
from checks.observations.site import SiteSeen
from config.rule_file import RuleData
from tests.factories import HOME, TODAY, attempt, column, finding, host, marks, page, register_site, site

YESTERDAY = TODAY - timedelta(days=1)
OLD = f"{HOME}old.html"


def rule(rule_id: str, subject: str, looks_at: str = "site", severity: str = "deduct") -> RuleData:
    words = dict.fromkeys(("family", "title", "message", "why", "fix", "indicator", "clause", "source"), "x")
    return RuleData(
        id=rule_id,
        subject=subject,
        looks_at=looks_at,
        severity=severity,
        due_days=10,
        **words,
    )


RULES = {
    each.id: each
    for each in (
        rule("link-broken", "target"),
        rule("link-malformed", "href", "page"),
        rule("column-stale", "column"),
        rule("homepage-stale", "home", severity="veto"),
        rule("content-missing", "item"),
        rule("footer-mark-missing", "item"),
        rule("tls-invalid", "host"),
        rule("tls-expiring", "host"),
        rule("ipv6-missing", "host"),
        rule("domain-irregular", "host"),
        rule("account-stale", "account", "ledger", "veto"),
        rule("wording-error", "page", "page"),
        rule("meta-missing", "page-kind", "page", severity="advice"),
    )
}


def case(**given_: object) -> Case:
    values = {
        "id": 1,
        "finding": finding(),
        "severity": "deduct",
        "first_seen": YESTERDAY,
        "last_seen": YESTERDAY,
        **given_,
    }
    return Case(**values)


def account(**given_: object) -> AccountSeen:
    values = {"platform": "微信", "name": "临河发布", "last_post": YESTERDAY, "recorded_on": TODAY, **given_}
    return AccountSeen(**values)


def only(changes: list[Change]) -> Change:
    assert len(changes) == 1
    return changes[0]


def looked(*urls: str, **given_: object) -> SiteSeen:
    return site(looked_at=frozenset({HOME, *urls}), **given_)


def test_something_new_is_suspected():
    change = only(follow([], [finding()], looked(OLD), RULES))
    assert (change.move, change.case.state, change.case.first_seen) == (Move.FOUND, State.SUSPECTED, TODAY)


def test_seen_again_it_is_one_day_older_and_no_event():
    change = only(follow([case(state=State.OPEN)], [finding()], looked(OLD), RULES))
    assert change.move is None
    assert (change.case.state, change.case.first_seen, change.case.last_seen) == (State.OPEN, YESTERDAY, TODAY)


def test_more_places_or_fresher_tries_are_ageing():
    again = finding(facts={**finding().facts, "count": 812, "pages": ["a", "b"]}, attempts=(attempt(ms=9),))
    change = only(follow([case()], [again], looked(OLD), RULES))
    assert change.move is Move.AGED
    assert change.case.finding == again


def test_another_cause_is_a_change():
    again = finding(facts={**finding().facts, "cause": "dns"})
    change = only(follow([case(state=State.OPEN)], [again], looked(OLD), RULES))
    assert (change.move, change.case.state) == (Move.CHANGED, State.OPEN)


def test_a_higher_severity_goes_back_to_suspected():
    change = only(follow([case(state=State.NOTIFIED)], [finding(severity="veto")], looked(OLD), RULES))
    assert (change.move, change.case.state, change.case.severity) == (Move.WORSE, State.SUSPECTED, "veto")


def test_a_lower_severity_is_taken_over_quietly():
    change = only(follow([case(state=State.OPEN)], [finding(severity="advice")], looked(OLD), RULES))
    assert (change.move, change.case.state, change.case.severity) == (Move.AGED, State.OPEN, "advice")


@pytest.mark.parametrize("state", STANDING)
def test_looked_at_and_gone_it_is_fixed(state):
    change = only(follow([case(state=state)], [], looked(OLD), RULES))
    assert (change.move, change.case.state, change.case.fixed_on) == (Move.FIXED, State.FIXED, TODAY)


def test_a_page_nobody_could_fetch_fixes_nothing():
    assert follow([case()], [], looked(), RULES) == []


def test_a_fault_on_pages_nobody_looked_at_is_not_fixed():
    malformed = case(finding=finding(rule="link-malformed", subject="C:\\a.doc", facts={"pages": [HOME]}))
    assert only(follow([malformed], [], looked(), RULES)).move is Move.FIXED
    assert follow([malformed], [], looked(), RULES, unseen={malformed.key}) == []


def test_fixed_and_seen_again_it_is_reopened():
    fixed = case(state=State.FIXED, fixed_on=YESTERDAY, reopened=1, due_on=YESTERDAY)
    change = only(follow([fixed], [finding()], looked(OLD), RULES))
    assert (change.move, change.case.state, change.case.reopened) == (Move.REOPENED, State.SUSPECTED, 2)
    assert (change.case.fixed_on, change.case.due_on, change.case.first_seen) == (None, None, YESTERDAY)


def test_replied_and_still_seen_it_is_notified_again():
    change = only(follow([case(state=State.REPLIED)], [finding()], looked(OLD), RULES))
    assert (change.move, change.case.state) == (Move.RETURNED, State.NOTIFIED)


def test_dismissed_it_stays_quiet_while_it_only_ages():
    dismissed = case(state=State.DISMISSED, dismissed_by="监管员")
    again = finding(facts={**finding().facts, "count": 9})
    change = only(follow([dismissed], [again], looked(OLD), RULES))
    assert (change.case.state, change.case.dismissed_by) == (State.DISMISSED, "监管员")
    assert follow([dismissed], [], looked(OLD), RULES) == []


def test_dismissed_it_stays_quiet_when_the_ledger_only_goes_on():
    told = {"latest": "2026-11-01", "recorded_on": "2026-11-19", "quiet_days": 18}
    silent = finding(rule="account-stale", subject="微信:临河发布", facts=told)
    again = replace(silent, facts={**told, "recorded_on": "2026-11-20", "quiet_days": 19})
    dismissed = case(finding=silent, state=State.DISMISSED, dismissed_by="监管员")
    assert only(follow([dismissed], [again], looked(), RULES)).case.state is State.DISMISSED


def test_dismissed_it_speaks_up_when_what_is_wrong_changes():
    again = finding(facts={**finding().facts, "cause": "dns"})
    change = only(follow([case(state=State.DISMISSED, dismissed_by="监管员")], [again], looked(OLD), RULES))
    assert (change.case.state, change.case.dismissed_by) == (State.SUSPECTED, None)


@pytest.mark.parametrize("verdict", ["walled", "undecided"])
@pytest.mark.parametrize("state", [State.SUSPECTED, State.OPEN, State.FIXED])
def test_a_wall_in_front_of_it_changes_nothing(verdict, state):
    behind_a_wall = finding(verdict=verdict, facts={"cause": "walled"})
    assert follow([case(state=state)], [behind_a_wall], looked(OLD), RULES) == []


def test_what_was_walled_and_is_then_seen_is_proven():
    walled = case(finding=finding(verdict="walled", facts={"cause": "walled"}))
    change = only(follow([walled], [finding()], looked(OLD), RULES))
    assert (change.move, change.case.finding.verdict) == (Move.CHANGED, "confirmed")


def test_weaker_proof_does_not_replace_stronger():
    change = only(follow([case()], [finding(verdict="likely", severity="veto")], looked(OLD), RULES))
    assert (change.move, change.case.finding, change.case.severity) == (None, finding(), "deduct")


def test_the_better_proof_of_the_same_stays_and_its_numbers_are_todays():
    weaker = finding(verdict="likely", facts={**finding().facts, "count": 7}, attempts=())
    change = only(follow([case()], [weaker], looked(OLD), RULES))
    assert change.move is Move.AGED
    assert change.case.finding == finding(facts={**finding().facts, "count": 7})


def test_weaker_proof_of_another_cause_brings_no_numbers():
    weaker = finding(verdict="likely", facts={**finding().facts, "cause": "timeout", "count": 7})
    assert only(follow([case()], [weaker], looked(OLD), RULES)).case.finding == finding()


def test_the_better_proven_of_two_equal_findings_counts():
    both = [finding(verdict="likely"), finding(), finding(verdict="walled")]
    assert only(follow([], both, looked(OLD), RULES)).case.finding == finding()


def test_an_exemption_spares_and_its_end_brings_back():
    entry = {"check": "link-broken", "reason": "由市政府统一刊发"}
    exempted = looked(OLD, site=register_site(exempt=[entry]))
    spared = only(follow([case(state=State.OPEN)], [], exempted, RULES))
    assert (spared.move, spared.case.state, spared.reason) == (Move.DISMISSED, State.DISMISSED, "由市政府统一刊发")
    assert spared.case.dismissed_by == REGISTER
    back = only(follow([spared.case], [finding()], looked(OLD), RULES))
    assert (back.move, back.case.state, back.case.dismissed_by) == (Move.RESTORED, State.SUSPECTED, None)


def test_a_declaration_may_name_the_column():
    entry = {"check": "column-stale", "item": "人事任免", "reason": "今年无人事任免", "until": TODAY}
    stale = case(finding=finding(rule="column-stale", subject=f"{HOME}rs/", column="人事任免"), held=True)
    other = case(finding=finding(rule="column-stale", subject=f"{HOME}gg/", column="通知公告"))
    exempted = looked(site=register_site(exempt=[entry]))
    spared = only(follow([stale, other], [], exempted, RULES))
    assert (spared.case.finding.column, spared.case.state) == ("人事任免", State.DISMISSED)
    assert not spared.case.held


COLUMN = f"{HOME}tzgg/"
LINHE = "www.linhe.example"
AT_HTTP = page(kind="home", url=f"http://{LINHE}/")


@pytest.mark.parametrize(
    ("rule_id", "subject", "seen", "mended"),
    [
        ("homepage-stale", HOME, looked(), True),
        ("homepage-stale", HOME, looked(home=None), False),
        ("column-stale", COLUMN, looked(columns=(column(),)), True),
        ("column-stale", COLUMN, looked(COLUMN, columns=(column(unreadable="script"),)), False),
        ("column-stale", COLUMN, looked(columns=(column(seen=None),)), False),
        ("column-stale", COLUMN, looked(COLUMN, columns=()), False),
        ("column-stale", COLUMN, looked(columns=(), gone=frozenset({COLUMN})), True),
        ("column-stale", COLUMN, looked(columns=(column(seen=None),), gone=frozenset({COLUMN})), True),
        ("column-stale", COLUMN, looked(columns=(column(items=(), latest=None, held_items=True),)), False),
        ("footer-mark-missing", "F01", looked(), True),
        ("footer-mark-missing", "F01", looked(home=None), False),
        ("content-missing", "K10", looked(), False),  # a home page without links shows nothing that a site offers
        ("footer-mark-missing", "F01", looked(home=page(kind="home", marks=marks(unreadable="script"))), False),
        ("tls-invalid", LINHE, looked(), False),
        ("tls-invalid", LINHE, looked(host=host()), False),
        ("tls-invalid", LINHE, looked(host=host(), home=AT_HTTP), True),
        ("tls-invalid", LINHE, looked(host=host(), home=None), False),
        ("tls-invalid", LINHE, looked(host=host(ends_in=40)), True),
        ("tls-invalid", LINHE, looked(host=host(ends_in=40, resolved=False)), True),
        ("tls-invalid", LINHE, looked(host=HostSeen(host=LINHE, certificate=CertificateSeen())), False),
        ("tls-expiring", LINHE, looked(host=host(ends_in=40)), True),
        ("tls-expiring", LINHE, looked(host=host(ends_in=40, error="own-network")), False),
        ("tls-expiring", LINHE, looked(host=host(ends_in=-1, error="expired")), False),
        ("tls-expiring", LINHE, looked(host=host(), home=AT_HTTP), True),
        ("ipv6-missing", LINHE, looked(host=host(ipv6=("2001:db8::5",))), True),
        ("ipv6-missing", LINHE, looked(host=host(resolved=False)), False),
        ("domain-irregular", "www.linhe.com", looked(host=host()), True),
        ("domain-irregular", "www.linhe.com", looked(host=host(), home=None), False),
        ("account-stale", "微信:临河发布", looked(accounts=(account(last_post=None),)), False),
        ("account-stale", "微信:临河发布", looked(accounts=(account(),)), True),
        ("account-stale", "微信:临河发布", looked(), True),  # signed off
        ("wording-error", OLD, looked(), False),
        ("wording-error", OLD, looked(OLD), True),
        ("meta-missing", "article", looked(), False),
        ("meta-missing", "article", looked(f"{HOME}tzgg/1.html"), True),
    ],
)
def test_only_a_look_at_the_subject_mends(rule_id, subject, seen, mended):
    standing = case(finding=finding(rule=rule_id, subject=subject))
    assert [change.move for change in follow([standing], [], seen, RULES)] == [Move.FIXED] * mended


findings = st.builds(
    Finding,
    rule=st.sampled_from(sorted(RULES.keys() - {"account-stale"})),  # the ledger is there, whatever a reading sees
    subject=st.sampled_from([HOME, OLD, COLUMN, "K15"]),
    facts=st.fixed_dictionaries({"cause": st.sampled_from(["dns", "http-404"]), "count": st.integers(1, 9)}),
    verdict=st.sampled_from(["confirmed", "likely", "walled", "undecided"]),
    severity=st.sampled_from([None, "veto", "deduct", "advice"]),
)
cases = st.lists(
    st.builds(
        Case,
        id=st.integers(1, 10**6),
        finding=findings,
        severity=st.sampled_from(["veto", "deduct", "advice"]),
        state=st.sampled_from(State),
        first_seen=st.just(YESTERDAY),
        last_seen=st.just(YESTERDAY),
        reopened=st.integers(0, 3),
    ),
    unique_by=lambda one: one.key,
    max_size=6,
)
found_lists = st.lists(findings, max_size=6)
sites = st.builds(
    lambda urls, home, read: site(
        looked_at=frozenset(urls), home=home, columns=(column(seen=column().seen if read else None),)
    ),
    st.sets(st.sampled_from([HOME, OLD, COLUMN])),
    st.sampled_from([None, page(url=HOME, kind="home")]),
    st.booleans(),
)
BLIND = site(home=None, columns=(column(seen=None),), looked_at=frozenset())


@given(cases)
def test_a_reading_that_looked_at_nothing_changes_nothing(known):
    assert follow(known, [], BLIND, RULES) == []


@given(cases, found_lists, sites)
def test_every_move_is_one_that_the_table_allows_and_ids_stay(known, found, seen):
    for change in follow(known, found, seen, RULES):
        before = change.before.state if change.before else None
        assert change.case.id == (change.before.id if change.before else None)
        if change.move is None:
            assert change.case.state is before
        else:
            assert ALLOWED[change.move][before] is change.case.state


@given(cases, found_lists, sites)
def test_the_same_reading_twice_is_the_same_as_once(known, found, seen):
    after_once = {one.key: one for one in known}
    for change in follow(known, found, seen, RULES):
        after_once[change.case.key] = replace(change.case, id=change.case.id or 10**7)
    assert follow(after_once.values(), found, seen, RULES) == []


@given(cases, found_lists, sites)
def test_nothing_is_fixed_that_was_found(known, found, seen):
    keys = {(one.rule, one.subject) for one in found}
    fixed = {change.case.key for change in follow(known, found, seen, RULES) if change.move is Move.FIXED}
    assert not keys & fixed


@given(cases, found_lists)
def test_no_day_goes_backwards(known, found):
    earlier = site(today=date(2026, 11, 1), looked_at=frozenset({OLD}))
    for change in follow(known, found, earlier, RULES):
        if change.before and change.move is not Move.REOPENED:
            assert change.case.last_seen >= change.before.last_seen
