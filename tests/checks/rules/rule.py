"""A rule as the rulebook joins it, for the tests of the rules."""

from typing import Any

from checks.findings import Finding
from checks.gather import Hit, gather
from checks.message import sentence
from checks.observations.page import PageSeen
from checks.rulebook import Rule, default_rulebook


def rule(rule_id: str) -> Rule:
    """The rule with its installed limits."""
    return default_rulebook().by_id[rule_id]


def found(rule_id: str, seen: Any) -> list[Finding]:
    """What the rule finds, as a reading puts it; each finding's sentence must have all its facts."""
    one = rule(rule_id)
    findings = list(one.check(seen, one.limits))
    if isinstance(seen, PageSeen):
        hits = [Hit(seen.url, seen.kind, True, finding) for finding in findings]
        findings = list(gather(hits, pages=1).found)
    for finding in findings:
        assert "未记录" not in sentence(one.data, finding), sentence(one.data, finding)
        assert finding.rule == rule_id
    return findings
