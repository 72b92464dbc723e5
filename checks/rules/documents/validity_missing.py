"""validity-missing: a normative document's page does not say whether the document is in force."""

from collections.abc import Iterator
from dataclasses import dataclass

from checks.findings import Finding
from checks.observations.page import PageSeen


@dataclass(frozen=True, kw_only=True)
class Limits:
    not_in_title: tuple[str, ...]
    """Words of titles that only speak of normative documents."""


def check(page: PageSeen, limits: Limits) -> Iterator[Finding]:
    """Yield a finding for a normative document without its validity: not in the block, no stamp, no mark."""
    document = page.document
    if document is None or not document.is_normative or document.validity:
        return
    title = page.title or ""
    if any(word in title for word in limits.not_in_title):
        return
    yield Finding(
        rule="validity-missing",
        subject=page.url,
        facts={
            "item": title,
            "number": document.number or "",
            "kind": "empty" if "validity" in document.empty else "unnamed",
        },
    )
