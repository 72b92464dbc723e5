from datetime import date

from duwang.demo.city import City, Seeded
from duwang.demo.faults import all_faults
from duwang.demo.truth import differences, expected_on, scores

DAY, NEXT = date(2026, 11, 20), date(2026, 11, 21)
STALE = Seeded("9901000001", "column-stale", "http://www.anhe.example/a/")
BROKEN = Seeded("9901000001", "link-broken", "http://www.anhe.example/b.html")
EMPTY = Seeded("9901000001", "column-empty", "http://www.anhe.example/c/")
CHECKS = ("column-empty", "column-stale", "link-broken")


def test_each_standing_finding_counts_once_a_day() -> None:
    expected = {DAY: frozenset({STALE, BROKEN}), NEXT: frozenset({STALE})}
    found = {DAY: frozenset({STALE}), NEXT: frozenset({STALE, EMPTY})}
    told = {
        score.check: (score.seeded, score.found, score.missed, score.invented)
        for score in scores(expected, found, CHECKS)
    }
    assert told == {"column-stale": (2, 2, 0, 0), "link-broken": (1, 0, 1, 0), "column-empty": (0, 0, 0, 1)}


def test_a_fault_that_stands_for_days_is_one_fault() -> None:
    expected = {DAY: frozenset({STALE, BROKEN}), NEXT: frozenset({STALE})}
    assert [(score.faults, score.seeded) for score in scores(expected, expected, CHECKS)] == [(1, 2), (1, 1)]


def test_precision_and_recall_are_unknown_where_there_is_nothing_to_divide() -> None:
    lonely = {DAY: frozenset({BROKEN})}
    [missed] = scores(lonely, {DAY: frozenset()}, CHECKS)
    assert (missed.precision, missed.recall) == (None, 0)
    [invented] = scores({DAY: frozenset()}, lonely, CHECKS)
    assert (invented.precision, invented.recall) == (0, None)


def test_differences_name_the_days() -> None:
    expected = {DAY: frozenset({BROKEN}), NEXT: frozenset({BROKEN})}
    found = {DAY: frozenset({EMPTY}), NEXT: frozenset({BROKEN})}
    assert differences(expected, found, CHECKS) == [("invented", EMPTY, [DAY]), ("missed", BROKEN, [DAY])]


def test_checks_that_do_not_exist_are_left_out() -> None:
    assert scores({DAY: frozenset({BROKEN})}, {DAY: frozenset()}, ("column-stale",)) == []


def test_a_site_that_is_down_keeps_what_stood_the_day_before() -> None:
    city = City(port=8750, anchor=date(2026, 11, 21))
    before, down, after = (date(2026, 11, day) for day in (17, 18, 19))
    standing = expected_on(city, [before, down, after])
    code = "9901000013"
    of_site = {day: {one for one in found if one.site == code} for day, found in standing.items()}
    unreachable = {one for one in of_site[down] if one.check == "site-unreachable"}
    assert len(unreachable) == 1
    assert of_site[down] == of_site[before] | unreachable
    assert not any(one.check == "site-unreachable" for one in of_site[after])


def test_every_fault_has_an_effect_and_spans_in_order() -> None:
    for fault in all_faults():
        assert all(first <= last <= 0 for first, last in fault.days + fault.seen), fault
