"""A rule that suddenly finds far more than usual is held back for a look."""

from checks.lifecycle.brake import brake
from checks.lifecycle.case import Case, Move, State
from checks.lifecycle.follow import Change
from checks.trust import Jump
from config.trust import load_trust
from tests.factories import HOME, TODAY, finding

LIMITS = load_trust().brake
QUIET = [{"link-broken": 1}, {}, {"link-broken": 2}]


def change(number: int, move: Move = Move.FOUND, **given: object) -> Change:
    seen = finding(**{"subject": f"{HOME}{number}.html", **given})
    before = Case(finding=seen, severity="deduct", state=State.FIXED, first_seen=TODAY, last_seen=TODAY)
    after = Case(finding=seen, severity="deduct", first_seen=TODAY, last_seen=TODAY)
    return Change(None if move is Move.FOUND else before, after, move)


def test_what_a_rule_that_jumped_newly_found_is_held():
    back = change(0, Move.REOPENED)
    braked = brake([back, *(change(number) for number in range(1, 30))], QUIET, LIMITS)
    assert braked.jumps == {"link-broken": Jump(count=30, usual=1, most=11)}
    assert all(one.case.held for one in braked.changes)
    assert braked.new_by_rule == {"link-broken": 30}


def test_what_was_known_before_is_not_held():
    older = [change(number, Move.AGED) for number in range(40)]
    new = [change(number) for number in range(40, 60)]
    braked = brake([*older, *new], QUIET, LIMITS)
    assert [one.case.held for one in braked.changes] == [False] * 40 + [True] * 20


def test_other_rules_go_on():
    many = [change(number) for number in range(30)]
    braked = brake([*many, change(99, rule="wording-error")], QUIET, LIMITS)
    assert [one.case.finding.rule for one in braked.changes if not one.case.held] == ["wording-error"]


def test_a_wall_in_front_of_a_site_is_no_jump():
    braked = brake([change(number, verdict="walled") for number in range(60)], QUIET, LIMITS)
    assert (braked.jumps, braked.new_by_rule) == ({}, {})
    assert not any(one.case.held for one in braked.changes)


def test_the_first_readings_of_a_site_make_the_band():
    braked = brake([change(number) for number in range(60)], [{}, {}], LIMITS)
    assert not any(one.case.held for one in braked.changes)
    assert braked.new_by_rule == {"link-broken": 60}
