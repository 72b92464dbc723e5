"""Measures Duwang against the demo's truth: what was seeded, found, missed, invented."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from config.rule_file import load_rules
from duwang.demo.city import Seeded
from duwang.demo.faults import Fault
from duwang.demo.play import demo_settings, play
from duwang.demo.server import serving
from duwang.demo.truth import Score, differences, expected_on, found_on, scores
from duwang.demo.view import Quiet
from duwang.workspace import open_store

LAST_DAY = date(2026, 11, 21)
"""The day that measurements take for today: the same result whenever they are made."""


@dataclass(frozen=True, slots=True)
class Measured:
    """How every check did."""

    scores: Sequence[Score]
    differences: Sequence[tuple[str, Seeded, list[date]]]
    """Everything missed or invented, with its days."""
    unjudged: Sequence[str]
    """Checks that are seeded and have no rule yet."""
    traps: int
    """What only looks like a fault."""

    @property
    def total(self) -> Score:
        """All checks together."""
        return Score(
            "all",
            seeded=sum(one.seeded for one in self.scores),
            found=sum(one.found for one in self.scores),
            missed=sum(one.missed for one in self.scores),
            invented=sum(one.invented for one in self.scores),
            faults=sum(one.faults for one in self.scores),
        )


def measure(folder: Path, days: Sequence[date], faults: Sequence[Fault] | None = None) -> Measured:
    """Play the demo in `folder` on these days, the last of which ends the demo, and compare.

    `faults`: None for those that the demo shows.
    """
    with serving(days[-1], faults) as city:
        play(folder, city, days, watcher=Quiet())
        expected = expected_on(city, days)
    with open_store(demo_settings(folder)) as session:
        found = found_on(session, days)
    known = set(load_rules())
    seeded = {fault.check for fault in city.faults if fault.check is not None}
    traps = sum(fault.check is None for fault in city.faults)
    return Measured(scores(expected, found, known), differences(expected, found, known), sorted(seeded - known), traps)
