"""interpretation-late: the interpretation came too long after its document."""

from collections.abc import Iterator
from datetime import date

from checks.findings import Finding
from checks.observations.site import PageFacts, SiteSeen
from checks.rules.interpretation._documents import DocumentLimits, documents_due, has_grown_old
from checks.workdays import is_certain, workdays_between


class Limits(DocumentLimits, frozen=True):
    max_workdays: int
    """Working days, counted from the day after publication, that the interpretation may take."""


def check(site: SiteSeen, limits: Limits) -> Iterator[Finding]:
    """Yield a finding for each document whose earliest interpretation appeared after its days were over.

    Nothing is said where one of the linked interpretations has no known date: it may have been in time.
    """
    known = {page.url: page for page in site.pages}
    for document in documents_due(site, limits):
        first = _first(document.page.interpretations, known)
        if first is None:
            continue
        url, day = first
        days = workdays_between(document.published, day)
        if days <= limits.max_workdays:
            continue
        facts: dict[str, object] = {
            "item": document.title,
            "number": document.seen.number or "",
            "published": document.published.isoformat(),
            "interpreted": day.isoformat(),
            "workdays": days,
            "max_workdays": limits.max_workdays,
            "pages": [url],
        }
        if not is_certain(document.published, day):
            facts["calendar"] = "weekdays-only"
        yield Finding(rule="interpretation-late", subject=document.page.url, page=document.page.url, facts=facts)


def can_tell(site: SiteSeen, subject: str, limits: Limits) -> bool:
    """Whether the document is not too old to be looked at."""
    return not has_grown_old(site, subject, limits)


def _first(urls: tuple[str, ...], known: dict[str, PageFacts]) -> tuple[str, date] | None:
    """The earliest interpretation with its day; None where there is none or one of them has no known date."""
    days = [(url, _appeared(known.get(url))) for url in urls]
    dated = [(url, day) for url, day in days if day is not None]
    if not dated or len(dated) < len(days):
        return None
    return min(dated, key=lambda pair: pair[1])


def _appeared(page: PageFacts | None) -> date | None:
    """By the earliest of its witnesses: the fairest reading."""
    if page is None:
        return None
    witnesses = (page.published_on, page.meta_on, page.address_on)
    return min((day for day in witnesses if day is not None), default=None)
