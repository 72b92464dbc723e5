"""interpretation-missing: a policy document that links to no interpretation."""

from collections.abc import Iterator

from checks.findings import Finding
from checks.observations.site import PageFacts, SiteSeen
from checks.rules.interpretation._documents import (
    Document,
    DocumentLimits,
    documents_due,
    has_grown_old,
    interpretation_of,
    interpretation_pages,
)
from checks.workdays import is_certain, workdays_between


class Limits(DocumentLimits, frozen=True):
    max_workdays: int
    """Working days, counted from the day after publication, that the interpretation may take."""
    min_likeness: float
    """Likeness of titles, 0 to 100, from which a page is suggested."""


def check(site: SiteSeen, limits: Limits) -> Iterator[Finding]:
    """Yield a finding for each document that calls for an interpretation and links to none when its days are over.

    A link, an image map and an attachment named 解读 all satisfy it. Where the site does carry a page that explains
    the document, `suggestion` names it.
    """
    late = [
        (document, days)
        for document in documents_due(site, limits)
        if not document.page.interpretations
        and (days := workdays_between(document.published, site.today)) > limits.max_workdays
    ]
    if not late:
        return
    candidates = interpretation_pages(site)
    for document, days in late:
        match = interpretation_of(document, candidates, limits.min_likeness)
        if _is_linked(document, match, candidates):
            continue
        yield _finding(site, document, days, limits, match.url if match else None)


def can_tell(site: SiteSeen, subject: str, limits: Limits) -> bool:
    """Whether the page links to the other one, or is not too old to be asked for it."""
    linked = any(page.interpretations for page in site.pages if page.url == subject)
    return linked or not has_grown_old(site, subject, limits)


def _is_linked(document: Document, match: PageFacts | None, candidates: list[PageFacts]) -> bool:
    """True: in words that say nothing of it, the document links to what explains it, or is said to explain no other."""
    led_to = [page for page in candidates if page.url in document.page.leads_to]
    return match in led_to or any(set(page.interprets) <= {page.url, document.page.url} for page in led_to)


def _finding(site: SiteSeen, document: Document, days: int, limits: Limits, suggestion: str | None) -> Finding:
    facts: dict[str, object] = {
        "kind": "unlinked" if suggestion else "absent",
        "item": document.title,
        "number": document.seen.number or "",
        "published": document.published.isoformat(),
        "workdays": days,
        "max_workdays": limits.max_workdays,
    }
    if suggestion:
        facts["suggestion"] = suggestion
    if not is_certain(document.published, site.today):
        facts["calendar"] = "weekdays-only"
    return Finding(rule="interpretation-missing", subject=document.page.url, page=document.page.url, facts=facts)
