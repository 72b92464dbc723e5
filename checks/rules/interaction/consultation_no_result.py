"""consultation-no-result: a consultation of the public ended, and its outcome was not published."""

import re
from collections.abc import Iterator
from datetime import date

from pydantic import BaseModel

from checks.findings import Finding
from checks.observations.document import DocumentSeen
from checks.observations.site import PageFacts, SiteSeen
from checks.origin import is_from_above
from checks.similar import title_core

_QUOTED = re.compile(r"《([^》]{4,})")


class Limits(BaseModel, frozen=True):
    max_days: int
    """Days after the last day for opinions."""
    horizon_days: int
    """Consultations that ended longer ago are history."""
    filler: tuple[str, ...]
    """Words of titles that do not tell one consultation from another."""


def check(site: SiteSeen, limits: Limits) -> Iterator[Finding]:
    """Yield a finding for each consultation read today that ended too long ago and shows no outcome.

    An outcome published on a page of its own counts by its title. Unless the whole site was read, it may stand
    where nobody has looked: then the finding is only likely.
    """
    outcomes = [page for page in site.pages if page.consultation is not None and page.consultation.is_result]
    for page in site.pages:
        ended = _ended(page)
        if ended is None or not page.read:
            continue
        days = (site.today - ended).days
        if not limits.max_days < days <= limits.horizon_days:
            continue
        if is_from_above(page.document or DocumentSeen(), page.title or "", site.site):
            continue  # who asked for opinions publishes the outcome, on a site of its own
        if any(_is_outcome_of(outcome, page, limits) for outcome in outcomes):
            continue
        yield Finding(
            rule="consultation-no-result",
            subject=page.url,
            page=page.url,
            verdict="confirmed" if site.full else "likely",
            facts={
                "item": page.title or "",
                "ended": ended.isoformat(),
                "days": days,
                "max_days": limits.max_days,
            },
        )


def _ended(page: PageFacts) -> date | None:
    seen = page.consultation
    if seen is None or seen.result or seen.is_result:
        return None
    return seen.ends_on


def _is_outcome_of(outcome: PageFacts, page: PageFacts, limits: Limits) -> bool:
    theirs, ours = _core(outcome.title or "", limits), _core(page.title or "", limits)
    return bool(ours) and bool(theirs) and (ours in theirs or theirs in ours)


def _core(title: str, limits: Limits) -> str:
    quoted = _QUOTED.search(title)
    core = title_core(quoted.group(1) if quoted else title)
    for word in limits.filler:
        core = core.replace(word, "")
    return core
