"""A finding: one thing that a rule found wrong, as plain facts."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Final

from checks.observations.link import Attempt, Repair, Verdict
from config.rule_file import Severity

ACCUSING: Final = ("confirmed", "likely")
"""Verdicts that say that somebody is at fault."""


@dataclass(frozen=True, kw_only=True)
class Evidence:
    """What was seen, kept as proof."""

    snippet: str = ""
    """The words or markup around the place; private numbers already masked."""
    selector: str | None = None
    sha256: str | None = None
    screenshot: str | None = None


@dataclass(frozen=True, kw_only=True)
class Finding:
    """What a rule yields. (site, rule, subject) is its identity from one day to the next."""

    rule: str
    subject: str
    """What is wrong: an address, or an item's code for what a site lacks."""
    facts: Mapping[str, Any] = field(default_factory=dict)
    """JSON values only. Fill the message's placeholders, and become `details` in the contract's JSON."""
    page: str | None = None
    """The page where it was seen; page rules may leave it out, the runner fills it in."""
    column: str | None = None
    """Name of the column."""
    severity: Severity | None = None
    """None: the rule's own."""
    verdict: Verdict = "confirmed"
    repair: Repair = "article"
    attempts: tuple[Attempt, ...] = ()
    evidence: Evidence = Evidence()
    urgent: bool = False

    @property
    def accuses(self) -> bool:
        """True: somebody is said to be at fault. A wall, or a doubt that is left, says nothing of anybody."""
        return self.verdict in ACCUSING

    @property
    def names(self) -> tuple[str, ...]:
        """What the register may call it by in an exemption: the subject, the item's name, the column's name."""
        given = (self.subject, self.facts.get("item"), self.column)
        return tuple(dict.fromkeys(str(name) for name in given if name))
