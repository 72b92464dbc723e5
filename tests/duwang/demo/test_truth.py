"""The demo read over real HTTP: every seeded fault found on its day, none invented."""

from datetime import timedelta
from pathlib import Path

import pytest

from duwang.demo.measure import LAST_DAY, measure


@pytest.mark.timeout(300)  # two days of six sites, with pauses that honest link checks need
def test_every_seeded_fault_is_found_on_its_day_and_none_is_invented(tmp_path: Path) -> None:
    day_with_a_site_down = LAST_DAY - timedelta(days=3)
    measured = measure(tmp_path / "demo", [day_with_a_site_down, LAST_DAY])
    assert measured.differences == []
    assert measured.unjudged == []
    assert measured.total.found > 90
