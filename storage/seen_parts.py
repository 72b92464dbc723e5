"""What was seen of a finding, as JSON: the parts that its row holds and that its events record when they change."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from checks.findings import Evidence, Finding
from checks.observations.link import Attempt
from config.rule_file import Severity
from storage.plain import from_json, to_json

PARTS = ("severity", "verdict", "urgent", "repair", "page", "column", "facts", "evidence", "attempts")
"""Columns of `findings` that show what was seen, and keys of an event's payload."""


def parts_of(finding: Finding, severity: Severity) -> dict[str, Any]:
    """The parts of a finding as JSON values."""
    return {
        "severity": severity,
        "verdict": finding.verdict,
        "urgent": finding.urgent,
        "repair": finding.repair,
        "page": finding.page,
        "column": finding.column,
        "facts": dict(finding.facts),
        "evidence": to_json(finding.evidence),
        "attempts": [to_json(attempt) for attempt in finding.attempts],
    }


def finding_of(rule: str, subject: str, parts: Mapping[str, Any]) -> Finding:
    """The finding that has these parts; its severity is always filled in."""
    return Finding(
        rule=rule,
        subject=subject,
        facts=parts["facts"],
        page=parts["page"],
        column=parts["column"],
        severity=parts["severity"],
        verdict=parts["verdict"],
        repair=parts["repair"],
        attempts=tuple(from_json(Attempt, attempt) for attempt in parts["attempts"]),
        evidence=from_json(Evidence, parts["evidence"]),
        urgent=parts["urgent"],
    )


def as_kept(finding: Finding, severity: Severity, *, urgent: bool) -> Finding:
    """The finding as it would come back from storage, so that today's compares with yesterday's."""
    kept: Finding = from_json(Finding, to_json(replace(finding, severity=severity, urgent=finding.urgent or urgent)))
    return kept
