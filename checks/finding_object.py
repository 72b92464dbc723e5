"""A finding as the JSON object that `duwang findings --format json` prints."""

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from checks.lifecycle.case import Case
from checks.message import sentence
from checks.observations.link import Attempt
from config.rule_file import RuleData
from config.sites import Site
from config.zone import BEIJING

KEYS = (
    "id",
    "check",
    "site",
    "unit",
    "subject",
    "page",
    "column",
    "severity",
    "indicator",
    "status",
    "verdict",
    "urgent",
    "message",
    "details",
    "repair",
    "attempts",
    "evidence",
    "first_seen",
    "last_seen",
    "due_on",
    "fixed_on",
    "reopened",
)
"""The contract's keys, in its order."""


def finding_object(case: Case, site: Site, rules: Mapping[str, RuleData]) -> dict[str, Any]:
    """The contract's keys, all of them, in its order; times in Beijing time.

    A rule that this version no longer has leaves its message and indicator empty.
    """
    finding = case.finding
    rule = rules.get(finding.rule)
    return {
        "id": case.id,
        "check": finding.rule,
        "site": site.code,
        "unit": site.unit,
        "subject": finding.subject,
        "page": finding.page,
        "column": finding.column,
        "severity": case.severity,
        "indicator": rule.indicator if rule else None,
        "status": case.state.value,
        "verdict": finding.verdict,
        "urgent": finding.urgent,
        "message": sentence(rule, finding) if rule else "",
        "details": dict(finding.facts),
        "repair": finding.repair,
        "attempts": [_attempt(attempt) for attempt in finding.attempts],
        "evidence": {
            "snippet": finding.evidence.snippet,
            "selector": finding.evidence.selector,
            "sha256": finding.evidence.sha256,
            "screenshot": finding.evidence.screenshot,
        },
        "first_seen": _day(case.first_seen),
        "last_seen": _day(case.last_seen),
        "due_on": _day(case.due_on),
        "fixed_on": _day(case.fixed_on),
        "reopened": case.reopened,
    }


def _attempt(attempt: Attempt) -> dict[str, Any]:
    return {
        "at": _moment(attempt.at),
        "method": attempt.method,
        "outcome": attempt.outcome,
        "ms": attempt.ms,
        **({"headers": dict(attempt.headers)} if attempt.headers else {}),
    }


def _moment(at: datetime) -> str:
    return at.astimezone(BEIJING).isoformat(timespec="seconds")


def _day(day: date | None) -> str | None:
    return day.isoformat() if day else None
