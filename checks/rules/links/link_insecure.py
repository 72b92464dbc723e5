"""link-insecure: a page sent over https that loads a part over http."""

from collections.abc import Iterator

from pydantic import BaseModel

from checks.findings import Finding
from checks.observations.link import LinkKind
from checks.observations.page import PageSeen
from checks.rules.links._furniture import FURNITURE


class Limits(BaseModel, frozen=True):
    blocked: frozenset[LinkKind]
    """Kinds that browsers refuse outright; the others they load with a warning."""
    upgraded: frozenset[LinkKind]


def check(page: PageSeen, limits: Limits) -> Iterator[Finding]:
    """Yield a finding for each http part of an https page. A link that only leads to http is none.

    Nor is any part of a page that has browsers upgrade them all.
    """
    if not page.url.startswith("https:") or page.upgrades_insecure:
        return
    for link in page.links:
        if not link.embedded or not link.url.startswith("http:") or link.malformed:
            continue
        if link.kind in limits.blocked or link.kind in limits.upgraded:
            yield Finding(
                rule="link-insecure",
                subject=link.url,
                severity="deduct" if link.kind in limits.blocked else None,
                repair="template" if link.region in FURNITURE or link.kind in ("script", "style") else "article",
                facts={"kind": link.kind},
            )
