import pytest
from hypothesis import given
from hypothesis import strategies as st

from checks.trust import Decisions, Jump, jumped, network_failed, standing
from config.trust import load_trust

TRUST = load_trust()


@pytest.mark.parametrize(
    ("decisions", "expected"),
    [
        (Decisions(9, 1), "notify"),
        (Decisions(8, 2), "review"),
        (Decisions(0, 9), "notify"),
        (Decisions(0, 0), "notify"),
    ],
    ids=["nine in ten hold", "one more dismissed", "too few decisions", "none"],
)
def test_a_rule_that_people_overrule_drops_to_review(decisions, expected):
    assert standing(decisions, TRUST.precision) == expected


def test_a_count_far_over_its_band_is_a_jump():
    past = [{"link-broken": 20}, {"link-broken": 22}, {"link-broken": 19}]
    assert jumped({"link-broken": 90, "column-stale": 3}, past, TRUST.brake) == {
        "link-broken": Jump(count=90, usual=20, most=30)
    }


def test_a_rule_that_was_silent_so_far_may_find_a_few():
    assert jumped({"privacy-leak": 10}, [{}, {}, {}], TRUST.brake) == {}
    assert jumped({"privacy-leak": 11}, [{}, {}, {}], TRUST.brake) == {"privacy-leak": Jump(11, usual=0, most=10)}


def test_a_rule_that_always_varies_has_a_wide_band():
    past = [{"link-broken": count} for count in (5, 40, 20, 70, 10)]
    assert jumped({"link-broken": 110}, past, TRUST.brake) == {}


def test_without_a_history_there_is_no_band():
    assert jumped({"link-broken": 900}, [{}, {}], TRUST.brake) == {}


@given(st.lists(st.integers(0, 500), min_size=3, max_size=14))
def test_a_count_seen_before_as_the_usual_one_is_no_jump(counts):
    usual = sorted(counts)[len(counts) // 2]
    assert jumped({"x": usual}, [{"x": count} for count in counts], TRUST.brake) == {}


@pytest.mark.parametrize(
    ("failed", "answered", "ours"),
    [(0, 0, False), (1, 0, False), (2, 0, True), (2, 1, False), (3, 2, True), (3, 3, False), (40, 60, False)],
)
def test_where_most_hosts_cannot_be_reached_the_fault_is_ours(failed, answered, ours):
    assert network_failed(failed, answered, TRUST.network) == ours
