"""validity-missing: a normative document's page does not say whether the document is in force."""

from collections.abc import Iterator

from pydantic import BaseModel

from checks.findings import Finding
from checks.observations.site import SiteSeen
from checks.rules.documents._own import own_documents


class Limits(BaseModel, frozen=True):
    not_in_title: tuple[str, ...]
    """Words of titles that only speak of normative documents."""


def check(site: SiteSeen, limits: Limits) -> Iterator[Finding]:
    """Yield a finding for each own normative document without its validity: not in the block, no stamp, no mark."""
    for page, document in own_documents(site):
        title = page.title or ""
        if not document.is_normative or document.validity or any(word in title for word in limits.not_in_title):
            continue
        if "validity" in document.labels and "validity" not in document.empty:
            continue  # a script brings it
        yield Finding(
            rule="validity-missing",
            subject=page.url,
            page=page.url,
            facts={
                "item": title,
                "number": document.number or "",
                "kind": "empty" if "validity" in document.empty else "unnamed",
            },
        )
