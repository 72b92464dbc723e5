"""Runs the rulebook over one page, one file or one site."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Any

from checks.findings import Finding
from checks.observations.file import FileSeen
from checks.observations.page import PageSeen
from checks.observations.site import SiteSeen
from checks.privacy import mask_private
from checks.rulebook import Rulebook, default_rulebook


def judge_page(page: PageSeen, rulebook: Rulebook | None = None) -> Iterator[Finding]:
    """What the page rules find on one page; each finding names the page."""
    yield from _judge(page, page.url, rulebook)


def judge_file(file: FileSeen, rulebook: Rulebook | None = None) -> Iterator[Finding]:
    """What the file rules find in one attachment; each finding names the page that links to it."""
    yield from _judge(file, file.page, rulebook)


def judge_site(site: SiteSeen, rulebook: Rulebook | None = None) -> Iterator[Finding]:
    """What the site rules find in one reading, exemptions left out."""
    yield from without_exempt(_judge(site, None, rulebook), site)


def without_exempt(findings: Iterable[Finding], site: SiteSeen) -> Iterator[Finding]:
    """Those findings that no exemption of the site's profile spares today."""
    for finding in findings:
        if not any(site.site.exemption(finding.rule, name, site.today) for name in finding.names):
            yield finding


def _judge(seen: PageSeen | FileSeen | SiteSeen, page: str | None, rulebook: Rulebook | None) -> Iterator[Finding]:
    for rule in (rulebook or default_rulebook()).looking_at(type(seen)):
        for finding in rule.check(seen, rule.limits):
            yield _masked(finding, finding.page or page)


def _masked(finding: Finding, page: str | None) -> Finding:
    """The page's finding with private numbers masked in all that it quotes: no rule lets them out by accident."""
    evidence = finding.evidence
    if evidence.snippet:
        evidence = replace(evidence, snippet=mask_private(evidence.snippet))
    return replace(finding, page=page, facts=_masked_value(dict(finding.facts)), evidence=evidence)


def _masked_value(value: Any) -> Any:
    if isinstance(value, str):
        return value if value.startswith(("http://", "https://")) else mask_private(value)
    if isinstance(value, dict):
        return {key: _masked_value(inner) for key, inner in value.items()}
    if isinstance(value, list | tuple):
        return [_masked_value(inner) for inner in value]
    return value
