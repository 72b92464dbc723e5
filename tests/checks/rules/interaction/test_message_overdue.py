from datetime import date

import pytest

from checks.observations.letter import LetterSeen
from tests.checks.rules.rule import found, rule
from tests.factories import HOME, page_facts, site

LIST, LETTER = f"{HOME}xzxx/", f"{HOME}xzxx/1.html"


def letter(**given):
    values = {"url": LETTER, "title": "路灯不亮", "asked_on": date(2026, 10, 8), "answered": False, "status": "受理中"}
    return LetterSeen(**{**values, **given})


def overdue(*letters, pages=()):
    return found("message-overdue", site(pages=(page_facts(url=LIST, letters=letters), *pages)))


def test_the_sixteenth_working_day_is_too_late():
    (finding,) = overdue(letter(asked_on=date(2026, 10, 29)))
    assert (finding.subject, finding.page, finding.severity) == (LETTER, LIST, None)
    assert (finding.facts["workdays"], finding.facts["status"]) == (16, "受理中")
    assert overdue(letter(asked_on=date(2026, 10, 30))) == []


def test_three_months_are_a_veto():
    (finding,) = overdue(letter(asked_on=date(2026, 8, 19)))
    assert (finding.severity, finding.facts["kind"]) == ("veto", "veto")
    (finding,) = overdue(letter(asked_on=date(2026, 8, 20)))
    assert finding.severity is None


def test_the_letter_s_own_page_knows_better_than_the_list():
    own = page_facts(url=LETTER, letters=(letter(answered=True),))
    assert overdue(letter(), pages=(own,)) == []


def test_a_letter_on_two_pages_is_one_finding():
    assert len(overdue(letter(), pages=(page_facts(url=f"{LIST}2.html", letters=(letter(),)),))) == 1


@pytest.mark.parametrize(
    "given",
    [
        pytest.param({"answered": True}, id="answered"),
        pytest.param({"answered": None}, id="no clear state"),
        pytest.param({"asked_on": None}, id="no date"),
        pytest.param({"asked_on": date(2025, 10, 8)}, id="older than the inspection looks"),
        pytest.param({"asked_on": date(2026, 12, 1)}, id="dated after today"),
    ],
)
def test_nothing_to_say_about(given):
    assert overdue(letter(**given)) == []


def test_pages_that_were_not_read_accuse_nobody_and_mend_nothing():
    old = site(pages=(page_facts(url=LIST, letters=(letter(),), read=False),))
    assert found("message-overdue", old) == []
    one = rule("message-overdue")
    assert one.can_tell is not None
    assert not one.can_tell(old, LETTER, one.limits)
    assert one.can_tell(site(pages=(page_facts(letters=(letter(answered=True),)),)), LETTER, one.limits)


def test_the_end_of_a_month():
    seen = site(today=date(2026, 3, 1), pages=(page_facts(letters=(letter(asked_on=date(2025, 11, 30)),)),))
    (finding,) = found("message-overdue", seen)
    assert finding.severity == "veto"
