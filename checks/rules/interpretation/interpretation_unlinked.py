"""interpretation-unlinked: an interpretation that does not link back to its document."""

from collections.abc import Iterator

from checks.findings import Finding
from checks.observations.document import DocumentSeen
from checks.observations.site import PageFacts, SiteSeen
from checks.origin import is_from_above
from checks.rules.interpretation._documents import DocumentLimits, interpretation_pages, is_draft
from checks.rules.interpretation._titles import likeness, names_number


class Limits(DocumentLimits, frozen=True):
    min_likeness: float
    """Likeness of titles, 0 to 100, from which two pages are about the same thing."""


def check(site: SiteSeen, limits: Limits) -> Iterator[Finding]:
    """Yield a finding for each interpretation without a link to its document, where the site carries that document.

    An interpretation of what another body issued, and this site does not carry, has nothing here to link to.
    """
    documents = _documents(site)
    linked = {url: document for document in documents for url in document.interpretations}
    for page in interpretation_pages(site):
        if page.interprets or not page.read or page.kind != "article" or _is_history(page, site, limits):
            continue
        document = linked.get(page.url) or (
            None if _is_another_bodys(page, site) else _document_of(page, documents, limits)
        )
        if document is None or document.url == page.url or document.url in page.leads_to:
            continue
        yield Finding(
            rule="interpretation-unlinked",
            subject=page.url,
            page=page.url,
            facts={"item": page.title, "document": document.title, "suggestion": document.url},
        )


def can_tell(site: SiteSeen, subject: str, limits: Limits) -> bool:
    """Whether the page links to a document, or is not too old to be asked for it."""
    return not any(
        page.url == subject and not page.interprets and _is_history(page, site, limits) for page in site.pages
    )


def _documents(site: SiteSeen) -> list[PageFacts]:
    return [
        page
        for page in site.pages
        if page.document is not None and page.document.is_policy and page.title and not is_draft(page.title)
    ]


def _is_another_bodys(page: PageFacts, site: SiteSeen) -> bool:
    """True: a ministry or a paper explains its own document, whose name the county's may share."""
    return is_from_above(DocumentSeen(), page.title or "", site.site)


def _is_history(page: PageFacts, site: SiteSeen, limits: Limits) -> bool:
    return page.published_on is None or (site.today - page.published_on).days > limits.horizon_days


def _document_of(page: PageFacts, documents: list[PageFacts], limits: Limits) -> PageFacts | None:
    title = page.title or ""
    best, score = None, 0.0
    for document in documents:
        if document.document is not None and names_number(title, document.document.number):
            return document
        alike = likeness(title, document.title or "")
        if alike >= limits.min_likeness and alike > score:
            best, score = document, alike
    return best
