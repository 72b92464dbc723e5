"""Holds back what may be our own mistake: sudden jumps of a rule, and rules that people keep overruling."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from statistics import median
from typing import Literal, NamedTuple

from config.trust import BrakeLimits, NetworkLimits, PrecisionLimits

Standing = Literal["notify", "review"]
"""What a rule's confirmed findings may be used for: notices, or a person's look alone."""


class Decisions(NamedTuple):
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


class Record(NamedTuple):
    """How a rule fared in the window of days, and what that makes of it."""

    decisions: Decisions
    standing: Standing


@dataclass(frozen=True, slots=True)
class Jump:
    """A count that left its usual band."""

    count: int
    """New findings of today's reading."""
    usual: int
    """The median of the last readings, rounded."""
    most: int
    """The highest count that would still have been usual."""


def jumped(today: Mapping[str, int], past: Sequence[Mapping[str, int]], limits: BrakeLimits) -> dict[str, Jump]:
    """The rules whose count on a site left its usual band.

    `today` and each of `past` (latest first) map a rule's id to how many findings it made in one reading; a rule that
    a reading does not name made none.
    """
    history = past[: limits.readings]
    if len(history) < limits.min_readings:
        return {}
    measured = {
        rule: _measure(count, [counts.get(rule, 0) for counts in history], limits) for rule, count in today.items()
    }
    return {rule: jump for rule, jump in measured.items() if jump.count > jump.most}


def network_failed(failed: int, answered: int, limits: NetworkLimits) -> bool:
    """Whether so many of other people's hosts could not be reached that the fault is likelier our own network's.

    `failed` and `answered` are hosts asked after in one reading, without those known to be dead from before.
    """
    if failed < (limits.min_hosts if answered else 2):
        return False
    return failed > limits.most_failed * (failed + answered)


def _measure(count: int, counts: Sequence[int], limits: BrakeLimits) -> Jump:
    middle = median(counts)
    deviation = median(abs(one - middle) for one in counts)
    return Jump(count, usual=round(middle), most=int(middle + max(limits.spread * deviation, limits.margin)))
