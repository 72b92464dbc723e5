"""link-broken: a page, image, file, script, style, frame or film that cannot be had."""

from collections.abc import Iterator

from pydantic import BaseModel

from checks.findings import Evidence, Finding
from checks.observations.link import Repair, TargetSeen
from checks.observations.site import SiteSeen
from checks.rules.links._furniture import FURNITURE


class Limits(BaseModel, frozen=True):
    template_pages: int
    """Pages from which a link that all of them carry belongs to their template, wherever it stands."""
    named_pages: int
    """Places that a finding names; the others are counted."""


def check(site: SiteSeen, limits: Limits) -> Iterator[Finding]:
    """Yield one finding for each target that was asked after and cannot be had, with the verdict of asking.

    `walled` and `undecided` ones come out too, to be listed apart: they accuse nobody.
    """
    for target in site.targets:
        if target.ok or target.verdict is None:
            continue
        yield Finding(
            rule="link-broken",
            subject=target.url,
            page=target.pages[0] if target.pages else None,
            verdict=target.verdict,
            repair=repair_place(target, limits),
            attempts=target.attempts,
            facts={
                "item": target.text or target.url,
                "where": "on-site" if target.on_site else "external",
                "kind": target.kind,
                "cause": target.cause or "error",
                "count": max(target.count, len(target.pages)),
                "pages": list(target.pages[: limits.named_pages]),
            },
            evidence=Evidence(snippet=target.text),
        )


def repair_place(target: TargetSeen, limits: Limits) -> Repair:
    """Where somebody would mend it: the template, the column, the article, the file, or another body's system."""
    if target.region in FURNITURE or target.count >= limits.template_pages:
        return "template"
    if not target.on_site:
        return "external"
    if target.kind == "attachment":
        return "attachment"
    return "column" if target.page_kind in ("home", "column") else "article"
