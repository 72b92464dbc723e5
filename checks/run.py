"""Runs the rulebook over one page, one file or one site."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date
from typing import Any

from checks.findings import Finding
from checks.observations.file import FileSeen
from checks.observations.page import PageSeen
from checks.observations.site import SiteSeen
from checks.privacy import mask_private
from checks.rulebook import Rulebook, default_rulebook
from config.sites import Site


def judge_page(page: PageSeen, rulebook: Rulebook | None = None) -> Iterator[Finding]:
    """What the page rules find on one page; each finding names the page."""
    yield from _judge(page, page.url, rulebook)


def judge_file(file: FileSeen, rulebook: Rulebook | None = None) -> Iterator[Finding]:
    """What the file rules find in one attachment; each finding names the page that links to it."""
    yield from _judge(file, file.page, rulebook)


def judge_site(site: SiteSeen) -> Iterator[Finding]:
    """What the site rules find in one reading, exemptions left out."""
    for rule in rules_for(SiteSeen):
        yield from without_exempt(rule.check(site, rule.limits), site)


def without_exempt(findings: Iterable[Finding], site: SiteSeen) -> Iterator[Finding]:
    """Those findings that no exemption of the site's profile spares today."""
    for finding in findings:
        if site.site.exemption(finding.rule, finding.subject, site.today) is None:
            yield finding
