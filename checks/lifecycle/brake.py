"""The sudden-jump brake: what a rule newly found is held where its count left the usual band."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import NamedTuple

from checks.lifecycle.case import Move
from checks.lifecycle.follow import Change
from checks.trust import Jump, jumped
from config.trust import BrakeLimits

_NEW = (Move.FOUND, Move.REOPENED)


class Braked(NamedTuple):
    """A reading's changes, with what has to be held marked so."""

    changes: tuple[Change, ...]
    new_by_rule: Mapping[str, int]
    """Rule -> how many findings are new, or back after they had been mended."""
    jumps: Mapping[str, Jump]


def brake(changes: Iterable[Change], past: Sequence[Mapping[str, int]], limits: BrakeLimits) -> Braked:
    """Hold the new findings of rules that jumped; `past` are `new_by_rule` of the last readings, latest first.

    Findings that accuse nobody are neither counted nor held: a wall that goes up in front of a site is no jump.
    """
    changes = tuple(changes)
    new = dict(Counter(change.case.finding.rule for change in changes if _is_new(change)))
    jumps = jumped(new, past, limits)
    return Braked(tuple(_held(change) if _is_new(change, jumps) else change for change in changes), new, jumps)


def _is_new(change: Change, rules: Mapping[str, Jump] | None = None) -> bool:
    finding = change.case.finding
    return change.move in _NEW and finding.accuses and (rules is None or finding.rule in rules)


def _held(change: Change) -> Change:
    return change._replace(case=replace(change.case, held=True))
