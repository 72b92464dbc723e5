"""The demo's truth: what readings must have found on each day, and what they did find."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from sqlalchemy.orm import Session

from checks.lifecycle.case import STANDING
from duwang.demo.city import City, Seeded
from storage.queries.history import findings_on


@dataclass(frozen=True, slots=True)
class Score:
    """How one check did over all days: each standing finding counts once a day."""

    check: str
    seeded: int
    found: int
    missed: int
    invented: int
    faults: int = 0
    """Different faults, however many days they stood."""

    @property
    def precision(self) -> float | None:
        """Share of what was said that is so; None where nothing was said."""
        said = self.found + self.invented
        return self.found / said if said else None

    @property
    def recall(self) -> float | None:
        """Share of what is so that was said; None where nothing was seeded."""
        return self.found / self.seeded if self.seeded else None


def expected_on(city: City, days: Iterable[date]) -> dict[date, frozenset[Seeded]]:
    """What must stand at the end of each day. A site that is down keeps what stood the day before."""
    standing: dict[date, frozenset[Seeded]] = {}
    before: frozenset[Seeded] = frozenset()
    for day in days:
        city.turn_to(day)
        kept = {one for one in before if one.site in city.down and one.check != "site-unreachable"}
        before = city.seeded | kept
        standing[day] = before
    return standing


def found_on(session: Session, days: Iterable[date]) -> dict[date, frozenset[Seeded]]:
    """What stood, and accused somebody, at the end of each day."""
    return {
        day: frozenset(
            Seeded(one.site.code, one.case.finding.rule, one.case.finding.subject)
            for one in findings_on(session, day)
            if one.case.state in STANDING and one.case.finding.accuses
        )
        for day in days
    }


def scores(
    expected: Mapping[date, frozenset[Seeded]], found: Mapping[date, frozenset[Seeded]], checks: Iterable[str]
) -> list[Score]:
    """One score a check, in order of the checks' names; checks beyond `checks` are left out."""
    known = set(checks)
    faults = Counter(one.check for one in frozenset().union(*expected.values()))
    counts: dict[str, list[int]] = defaultdict(lambda: [0, 0, 0])
    for day, truth in expected.items():
        for one in truth | found[day]:
            place = 0 if one not in found[day] else 1 if one in truth else 2
            counts[one.check][place] += 1
    return [
        Score(check, missed + right, right, missed, invented, faults[check])
        for check, (missed, right, invented) in sorted(counts.items())
        if check in known
    ]


def differences(
    expected: Mapping[date, frozenset[Seeded]], found: Mapping[date, frozenset[Seeded]], checks: Iterable[str]
) -> list[tuple[str, Seeded, list[date]]]:
    """Everything missed or invented, with its days."""
    known = set(checks)
    told: dict[tuple[str, Seeded], list[date]] = defaultdict(list)
    for day, truth in expected.items():
        for one in truth ^ found[day]:
            if one.check in known:
                told["missed" if one in truth else "invented", one].append(day)
    return sorted(((kind, one, days) for (kind, one), days in told.items()), key=lambda d: (d[0], str(d[1])))
