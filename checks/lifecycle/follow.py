"""Carries yesterday's cases into today: what a reading found meets what was known."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import replace
from typing import Any, NamedTuple

from checks.findings import Finding
from checks.lifecycle.case import ALLOWED, REGISTER, Case, Move, State, after
from checks.lifecycle.look import looked_again
from checks.observations.site import SiteSeen
from config.rule_file import RuleData, Severity
from config.sites import Exemption

_RANK: Mapping[Severity, int] = {"advice": 0, "deduct": 1, "veto": 2}
_PROOF = {"undecided": 0, "walled": 0, "likely": 1, "confirmed": 2}
"""How much a verdict proves; nought accuses nobody."""
_AGEING = ("pages", "recorded_on")
"""Facts besides numbers that grow older with a finding: its places, and the day up to which the ledger goes."""


class Change(NamedTuple):
    """What a reading does to one case."""

    before: Case | None
    """None: nobody knew of it."""
    case: Case
    move: Move | None
    """None: one day older and nothing else, which is no event."""
    reason: str | None = None


def follow(
    cases: Iterable[Case],
    found: Iterable[Finding],
    site: SiteSeen,
    rules: Mapping[str, RuleData],
    *,
    unseen: Collection[tuple[str, str]] = (),
) -> list[Change]:
    """What today's reading of one site changes, in the order of rule and subject.

    `cases` are the site's, of every state; `found` is all that this reading saw wrong. Cases of unknown rules, cases
    whose subject was not looked at again, and those `unseen` (rule, subject) that stand on pages which nobody looked
    at stay as they are. Where two findings share an identity, the better proven one counts.
    """
    known = {case.key: case for case in cases}
    seen: dict[tuple[str, str], Finding] = {}
    for finding in found:
        key = finding.rule, finding.subject
        if key not in seen or _PROOF[finding.verdict] > _PROOF[seen[key].verdict]:
            seen[key] = finding
    changes = [_meet(known.get(key), finding, site, rules[finding.rule]) for key, finding in seen.items()]
    gone = [_miss(case, site, rules) for key, case in known.items() if key not in seen and key not in unseen]
    return sorted((change for change in (*changes, *gone) if change), key=lambda change: change.case.key)


def _meet(case: Case | None, finding: Finding, site: SiteSeen, rule: RuleData) -> Change | None:
    """A finding of today and the case that it belongs to, if any."""
    severity = finding.severity or rule.severity
    if case is None:
        new = Case(finding=finding, severity=severity, first_seen=site.today, last_seen=site.today)
        return Change(None, new, Move.FOUND)
    if not _PROOF[finding.verdict] and (_PROOF[case.finding.verdict] or case.state is State.FIXED):
        return None  # a wall in front of it shows neither that it is still wrong nor that it is mended
    if case.state is State.FIXED:
        return _reopen(case, finding, severity, site)
    today = replace(case, last_seen=max(case.last_seen, site.today))
    if _PROOF[finding.verdict] >= _PROOF[case.finding.verdict]:
        today = replace(today, finding=finding, severity=severity)
    elif _lasting(finding) == _lasting(case.finding):  # the better proof stays, and its numbers are today's
        today = replace(today, finding=replace(case.finding, facts=finding.facts))
    if today == case:
        return None
    move = _how_it_differs(case, today)
    if move is None:
        return Change(case, today, None)
    state = after(case.state, move)
    return Change(
        case, replace(today, state=state, dismissed_by=case.dismissed_by if state is case.state else None), move
    )


def _reopen(case: Case, finding: Finding, severity: Severity, site: SiteSeen) -> Change:
    again = replace(
        case,
        finding=finding,
        severity=severity,
        state=after(case.state, Move.REOPENED),
        last_seen=site.today,
        due_on=None,
        fixed_on=None,
        reopened=case.reopened + 1,
        held=False,
    )
    return Change(case, again, Move.REOPENED)


def _how_it_differs(case: Case, today: Case) -> Move | None:
    if _RANK[today.severity] > _RANK[case.severity]:
        return Move.WORSE
    if case.state is State.DISMISSED and case.dismissed_by == REGISTER:
        return Move.RESTORED
    if case.state is State.REPLIED:
        return Move.RETURNED
    if what_is_wrong(today.finding) != what_is_wrong(case.finding):
        return Move.CHANGED
    if (today.finding, today.severity) != (case.finding, case.severity):
        return Move.AGED
    return None


def _exemption(case: Case, site: SiteSeen) -> Exemption | None:
    entries = (site.site.exemption(case.finding.rule, name, site.today) for name in case.finding.names)
    return next((entry for entry in entries if entry), None)


def _spare(case: Case, reason: str) -> Change | None:
    """An exemption of the register mends nothing, and a notice that is out stays out."""
    if case.state not in ALLOWED[Move.DISMISSED]:
        return None
    spared = replace(case, state=after(case.state, Move.DISMISSED), dismissed_by=REGISTER, held=False)
    return Change(case, spared, Move.DISMISSED, reason)


def _miss(case: Case, site: SiteSeen, rules: Mapping[str, RuleData]) -> Change | None:
    """A case that nothing found today."""
    rule = rules.get(case.finding.rule)
    if rule is None or case.state not in ALLOWED[Move.FIXED]:
        return None
    exemption = _exemption(case, site)
    if exemption is not None:
        return _spare(case, exemption.reason)
    if not looked_again(case, rule, site):
        return None
    mended = replace(case, state=after(case.state, Move.FIXED), fixed_on=site.today, held=False)
    return Change(case, mended, Move.FIXED)


def what_is_wrong(finding: Finding) -> tuple[dict[str, Any], str]:
    """The facts and the verdict without what merely ages."""
    return _lasting(finding), finding.verdict


def _lasting(finding: Finding) -> dict[str, Any]:
    """The facts without numbers (counts, days), places, the day of the record."""
    return {
        key: value
        for key, value in finding.facts.items()
        if key not in _AGEING and (isinstance(value, bool) or not isinstance(value, int | float))
    }
