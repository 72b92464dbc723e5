"""The policy documents that a site answers for."""

from collections.abc import Iterator

from checks.observations.document import DocumentSeen
from checks.observations.site import PageFacts, SiteSeen
from checks.origin import is_from_above


def own_documents(site: SiteSeen) -> Iterator[tuple[PageFacts, DocumentSeen]]:
    """The policy documents read today that are the site's own; reprints from above follow other dates and marks."""
    for page in site.pages:
        seen = page.document
        if page.read and seen is not None and seen.is_policy and not is_from_above(seen, page.title or "", site.site):
            yield page, seen
