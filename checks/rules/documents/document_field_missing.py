"""document-field-missing: a policy document's block lacks a field that it must give."""

from collections.abc import Iterator, Mapping

from pydantic import BaseModel

from checks.findings import Finding
from checks.observations.document import DocumentSeen
from checks.observations.page import PageSeen


class Limits(BaseModel, frozen=True):
    fields: Mapping[str, str]
    """Required field, as the contract names it -> its name in Chinese."""


def check(page: PageSeen, limits: Limits) -> Iterator[Finding]:
    """Yield a finding for a policy document whose block leaves required fields out.

    A number is only missed where the document evidently has one. What the block does not name but the page shows
    elsewhere (the date of publication, the source) is not missed. Only likely at fault: a block without any value,
    which a script may fill; one with a date of publication alone; one whose date of writing the signature alone shows.
    """
    document = page.document
    if document is None or not document.is_policy or not document.has_block:
        return
    missing = [field for field in limits.fields if _is_missing(field, document, page)]
    if not missing and _is_only_signed(document, limits):
        missing = ["written_on"]
    if not missing:
        return
    yield Finding(
        rule="document-field-missing",
        subject=page.url,
        verdict="confirmed" if _is_sure(missing, document) else "likely",
        facts={
            "item": page.title or "",
            "fields": missing,
            "names": [limits.fields[field] for field in missing],
            "number": document.number or "",
        },
    )


def _is_sure(missing: list[str], document: DocumentSeen) -> bool:
    if set(document.labels) == set(document.empty):
        return False
    if missing != ["written_on"] or "written_on" in document.labels:
        return True
    return document.published_on is None and document.written_on is None


def _is_only_signed(document: DocumentSeen, limits: Limits) -> bool:
    """True: the date of writing stands under the text, where a block should give it."""
    return "written_on" in limits.fields and document.written_on is not None and "written_on" not in document.labels


def _is_missing(field: str, document: DocumentSeen, page: PageSeen) -> bool:
    if field in document.empty:
        return field != "number" or bool(document.number)
    if field in document.labels or getattr(document, field):
        return False
    elsewhere = {"published_on": page.published_on, "issuer": page.source, "number": True, "written_on": None}
    return not elsewhere.get(field)
