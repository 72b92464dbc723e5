"""disclosure-mark-missing: a document's page does not keep the mark that says how it is disclosed."""

from collections.abc import Iterator
from datetime import date

from pydantic import BaseModel

from checks.findings import Finding
from checks.observations.site import SiteSeen
from checks.rules.documents._own import own_documents


class Limits(BaseModel, frozen=True):
    since: date
    """Documents written before this day were not marked everywhere."""
    min_text: int
    """Characters: less text introduces an attachment, which may carry the mark."""
    not_in_title: tuple[str, ...]
    """Kinds of documents that never carry the mark."""


def check(site: SiteSeen, limits: Limits) -> Iterator[Finding]:
    """Yield a finding for each own, numbered policy document whose whole text carries no mark such as 此件公开发布."""
    for page, document in own_documents(site):
        title, written = page.title or "", document.written_on or page.published_on
        if not document.number or document.disclosure_mark or document.length < limits.min_text:
            continue
        if written is None or written < limits.since:
            continue
        if any(word in title + document.number for word in limits.not_in_title):
            continue
        yield Finding(
            rule="disclosure-mark-missing",
            subject=page.url,
            page=page.url,
            facts={"item": title, "number": document.number},
        )
