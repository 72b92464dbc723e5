"""Pace, quiet hours, our name."""

from datetime import datetime, time

import pytest

from config.settings import FetchSettings, QuietHours
from crawler.fetch.politeness import SITES_ZONE, Pace, is_quiet, user_agent

NIGHT = QuietHours(start=time(22), end=time(6))
RUSH = QuietHours(start=time(8, 30), end=time(9, 30))


def at(hour: int, minute: int = 0) -> datetime:
    return datetime(2026, 11, 20, hour, minute, tzinfo=SITES_ZONE)


@pytest.mark.parametrize(
    ("hours", "now", "quiet"),
    [
        (NIGHT, at(23), True),
        (NIGHT, at(3), True),
        (NIGHT, at(6), False),
        (NIGHT, at(12), False),
        (RUSH, at(8, 30), True),
        (RUSH, at(9, 30), False),
        (None, at(3), False),
    ],
)
def test_quiet_hours_may_pass_midnight(hours: QuietHours | None, now: datetime, quiet: bool) -> None:
    assert is_quiet(hours, now) is quiet


def test_no_contact_leaves_no_gap_in_our_name() -> None:
    assert user_agent(FetchSettings()).endswith(")")
    assert "; )" not in user_agent(FetchSettings())


def pace(**given: object) -> Pace:
    values = {"concurrency": 4, "delay": 0.0, "adapts": True, "calm_seconds": 1.0, "longest_pause": 60.0}
    return Pace(**{**values, **given})  # type: ignore[arg-type]


def test_a_quick_host_is_never_slowed_down() -> None:
    host = pace()
    for _ in range(100):
        host.answered(0.9)
    assert host.delay == 0


def test_a_slow_host_gets_longer_pauses_and_recovers() -> None:
    host = pace()
    for _ in range(20):
        host.answered(8)
    assert host.delay == pytest.approx(2, rel=0.01)
    for _ in range(20):
        host.answered(0.1)
    assert host.delay == 0


def test_the_settings_own_pause_is_the_least() -> None:
    host = pace(delay=0.5)
    for _ in range(20):
        host.answered(0.1)
    assert host.delay == 0.5
    host.slow_to(2)
    assert host.delay == 2


def test_it_does_not_adapt_when_told_not_to() -> None:
    host = pace(adapts=False)
    host.answered(30)
    assert host.delay == 0
