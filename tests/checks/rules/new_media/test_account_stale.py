from datetime import date

import pytest

from checks.observations.account import AccountSeen
from checks.rules.new_media.account_stale import Limits, check
from tests.factories import site

LIMITS = Limits(max_quiet_days=14)
RECORDED = date(2026, 11, 20)


def account(last_post: date | None) -> AccountSeen:
    return AccountSeen(platform="微信", name="临河发布", last_post=last_post, recorded_on=RECORDED)


def test_fifteen_days_of_silence_are_too_many():
    (finding,) = check(site(accounts=(account(date(2026, 11, 5)),)), LIMITS)
    assert (finding.subject, finding.facts["quiet_days"]) == ("微信:临河发布", 15)


@pytest.mark.parametrize("last_post", [date(2026, 11, 6), None], ids=["exactly two weeks", "nothing known"])
def test_nothing_to_say_about(last_post):
    assert list(check(site(accounts=(account(last_post),), today=date(2026, 12, 31)), LIMITS)) == []
