"""Runs the rulebook over one page or one site."""

from collections.abc import Iterator
from dataclasses import replace

from checks.findings import Finding
from checks.observations.page import PageSeen
from checks.observations.site import SiteSeen
from checks.rulebook import rules_for


def judge_page(page: PageSeen) -> Iterator[Finding]:
    """What the page rules find on one page; each finding names the page."""
    for rule in rules_for(PageSeen):
        for finding in rule.check(page, rule.limits):
            yield finding if finding.page else replace(finding, page=page.url)


def judge_site(site: SiteSeen) -> Iterator[Finding]:
    """What the site rules find in one reading, exemptions left out."""
    exempt = {(e.check, e.item) for e in site.site.exempt if e.until is None or e.until >= site.today}
    for rule in rules_for(SiteSeen):
        if (rule.id, None) in exempt:
            continue
        for finding in rule.check(site, rule.limits):
            if (rule.id, finding.subject) not in exempt:
                yield finding
