"""disclosure-mark-missing: a document's page does not keep the mark that says how it is disclosed."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from checks.findings import Finding
from checks.observations.page import PageSeen


@dataclass(frozen=True, kw_only=True)
class Limits:
    since: date
    """Documents written before this day were not marked everywhere."""
    min_text: int
    """Characters: less text introduces an attachment, which may carry the mark."""
    not_in_title: tuple[str, ...]
    """Kinds of documents that never carry the mark."""


def check(page: PageSeen, limits: Limits) -> Iterator[Finding]:
    """Yield a finding for a numbered policy document whose whole text carries no mark such as 此件公开发布."""
    document = page.document
    if document is None or not document.is_policy or not document.number or document.disclosure_mark:
        return
    title = page.title or ""
    written = document.written_on or page.published_on
    if written is None or written < limits.since:
        return
    if len(page.text) < limits.min_text or any(word in title + document.number for word in limits.not_in_title):
        return
    yield Finding(rule="disclosure-mark-missing", subject=page.url, facts={"item": title, "number": document.number})
