"""Holds back what may be our own mistake: sudden jumps of a rule, and rules that people keep overruling."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from statistics import median
from typing import Literal

from config.trust import BrakeLimits, PrecisionLimits

Standing = Literal["notify", "review"]
"""What a rule's confirmed findings may be used for: notices, or a person's look alone."""


@dataclass(frozen=True, slots=True)
class Decisions:
    """What supervisors made of a rule's findings in the window of days."""

    upheld: int
    dismissed: int

    @property
    def precision(self) -> float | None:
        """Upheld among decided; None where nobody has decided anything."""
        decided = self.upheld + self.dismissed
        return self.upheld / decided if decided else None


def standing(decisions: Decisions, limits: PrecisionLimits) -> Standing:
    """Whether a rule may notify, or only be reviewed until its findings hold again."""
    if decisions.upheld + decisions.dismissed < limits.min_decisions:
        return "notify"
    share = decisions.precision
    return "review" if share is not None and share < limits.min_share else "notify"


def jumped(today: Mapping[str, int], past: Sequence[Mapping[str, int]], limits: BrakeLimits) -> frozenset[str]:
    """The rules whose count on a site left its usual band.

    `today` and each of `past` (latest first) map a rule's id to how many findings it made in one reading; a rule that
    a reading does not name made none.
    """
    history = past[: limits.readings]
    if len(history) < limits.min_readings:
        return frozenset()
    return frozenset(
        rule for rule, count in today.items() if count > _ceiling([counts.get(rule, 0) for counts in history], limits)
    )


def _ceiling(counts: Sequence[int], limits: BrakeLimits) -> float:
    middle = median(counts)
    deviation = median(abs(count - middle) for count in counts)
    return middle + max(limits.spread * deviation, limits.margin)
