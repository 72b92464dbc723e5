"""site-unreachable: the home page cannot be opened."""

from collections.abc import Iterator

from pydantic import BaseModel

from checks.findings import ACCUSING, Finding
from checks.observations.link import Verdict
from checks.observations.site import SiteSeen
from config.rule_file import Severity


class Limits(BaseModel, frozen=True):
    min_probes: int
    """Probes in seven days under which their failures prove nothing: 20 a day."""
    fail_ratio: float
    """Share of failed probes, from this on (inclusive), that vetoes the site."""
    walls: frozenset[str]
    """Outcomes by which the site keeps us, not the public, out."""
    ours: frozenset[str]
    """Outcomes that say something about us: rules that we keep, readings cut short."""
    unsure: frozenset[str]
    """Outcomes that a browser may get along with, or where the site opens under another name."""


def check(site: SiteSeen, limits: Limits) -> Iterator[Finding]:
    """Yield a finding where today's tries at the home page all failed, or a week's probes passed the veto line.

    Two failed tries confirm it; one makes it likely. Both forms share the home page as subject: the veto wins.
    """
    yield from _vetoed(site, limits) or _closed_today(site, limits)


def _vetoed(site: SiteSeen, limits: Limits) -> list[Finding]:
    probes = site.probes
    if probes is None or probes.count < limits.min_probes or probes.failed < limits.fail_ratio * probes.count:
        return []
    facts = {
        "kind": "probes",
        "count": probes.count,
        "failed": probes.failed,
        "percent": round(100 * probes.failed / probes.count, 1),
        "line_percent": round(100 * limits.fail_ratio, 1),
    }
    return [_finding(site, facts, "confirmed", "veto")]


def _closed_today(site: SiteSeen, limits: Limits) -> list[Finding]:
    tries = site.home_attempts
    if site.home is not None or not tries or tries[-1].outcome in limits.ours or any(t.outcome == "ok" for t in tries):
        return []
    verdict: Verdict = "confirmed" if len(tries) > 1 else "likely"
    if any(t.outcome in limits.walls for t in tries):
        verdict = "walled"
    elif tries[-1].outcome in limits.unsure:
        verdict = "undecided"
    return [_finding(site, {"cause": tries[-1].outcome, "count": len(tries)}, verdict)]


def _finding(site: SiteSeen, facts: dict[str, object], verdict: Verdict, severity: Severity | None = None) -> Finding:
    return Finding(
        rule="site-unreachable",
        subject=site.site.url,
        facts=facts,
        page=site.site.url,
        severity=severity,
        verdict=verdict,
        repair="external",
        attempts=site.home_attempts,
        urgent=verdict in ACCUSING,
    )
