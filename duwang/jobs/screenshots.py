"""Pictures that go with the findings of a reading as evidence."""

import asyncio
from collections.abc import Iterable
from dataclasses import replace
from urllib.parse import urlsplit

from checks.findings import Finding
from checks.lifecycle.case import Case, State
from crawler.fetch.chromium import can_draw
from crawler.plan import ReadingPlan
from crawler.screenshots import Place, take_screenshots

EVIDENCE_FOLDER = "data/evidence"
"""Within the workspace."""
_MOST_SERIOUS_FIRST = ("veto", "deduct", "advice")
_NEVER = frozenset({"privacy-leak"})
"""What these show must not be shown again."""


def with_screenshots(found: Iterable[Finding], cases: Iterable[Case], plan: ReadingPlan) -> list[Finding]:
    """The findings, the confirmed new ones with a picture of their place as far as one could be taken.

    A finding known from before keeps the picture of the day on which it was found. Pictures are taken only where
    `fetch.browser` allows it and the machine can; their paths are relative to the workspace.
    """
    known = {case.key: case.finding.evidence.screenshot for case in cases if case.state is not State.FIXED}
    kept = [_with(finding, known.get((finding.rule, finding.subject))) for finding in found]
    fetch = plan.settings.fetch
    if not (fetch.browser and fetch.screenshots and can_draw()):
        return kept
    places = _places(finding for finding in kept if (finding.rule, finding.subject) not in known)
    wanted = dict(list(places.items())[: fetch.screenshots])
    if not wanted:
        return kept
    host = urlsplit(plan.site.url).hostname or ""
    taking = take_screenshots(wanted.values(), fetch, own_hosts=[host], folder=plan.settings.home / EVIDENCE_FOLDER)
    taken = asyncio.run(taking)
    names = {key: f"{EVIDENCE_FOLDER}/{taken[place]}" for key, place in wanted.items() if place in taken}
    return [_with(finding, names.get((finding.rule, finding.subject))) for finding in kept]


def _with(finding: Finding, screenshot: str | None) -> Finding:
    if screenshot is None:
        return finding
    return replace(finding, evidence=replace(finding.evidence, screenshot=screenshot))


def _places(new: Iterable[Finding]) -> dict[tuple[str, str], Place]:
    """Where each finding can be seen, the most serious ones first."""
    serious = sorted(new, key=lambda finding: _MOST_SERIOUS_FIRST.index(finding.severity or "advice"))
    placed = (((finding.rule, finding.subject), _place(finding)) for finding in serious)
    return {key: place for key, place in placed if place is not None}


def _place(finding: Finding) -> Place | None:
    page, subject = finding.page, finding.subject
    if page is None or finding.verdict != "confirmed" or finding.rule in _NEVER or not _is_address(page):
        return None
    if finding.evidence.selector is not None:
        return Place(page, selector=finding.evidence.selector)
    return Place(page, target=subject) if _is_address(subject) and subject != page else None


def _is_address(text: str) -> bool:
    return text.startswith(("http://", "https://"))
