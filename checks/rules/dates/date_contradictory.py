"""date-contradictory: an article's printed date does not agree with what else is known of it."""

from collections import Counter
from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from pydantic import BaseModel

from checks.findings import Finding
from checks.observations.site import PageFacts, SiteSeen

_REDATED = "redated"


class Limits(BaseModel, frozen=True):
    recent_days: int
    """Only articles whose printed date is this recent are judged: older ones make no column look fresh."""
    redated_days: int
    """Days that the printed date may lie after the day on which we first saw the page."""
    meta_days: int
    """Days that the printed date and the PubDate tag may lie apart."""
    file_days: int
    """Days that the printed date may lie after Last-Modified."""
    address_days: int
    """Days that the printed date may lie after the date in the address."""
    moved_pages: int
    """So many pages with one and the same second date were moved or published anew together: no sign of forgery."""


class _Doubt(NamedTuple):
    page: PageFacts
    printed: date
    kind: str
    other: date


def check(site: SiteSeen, limits: Limits) -> Iterator[Finding]:
    """Yield a suspicion for each recent article whose printed date a witness clearly contradicts.

    The strongest witness speaks: first seen by us, then the tag, the file, the address. It is never more than
    likely: a person decides.
    """
    doubts = [doubt for page in site.pages if (doubt := _doubt(page, site.today, limits)) is not None]
    together = Counter((doubt.kind, doubt.other) for doubt in doubts)
    for doubt in doubts:
        if doubt.kind != _REDATED and together[doubt.kind, doubt.other] >= limits.moved_pages:
            continue
        yield Finding(
            rule="date-contradictory",
            subject=doubt.page.url,
            page=doubt.page.url,
            verdict="likely",
            facts={
                "kind": doubt.kind,
                "item": doubt.page.title or doubt.page.url,
                "printed": doubt.printed.isoformat(),
                "other": doubt.other.isoformat(),
            },
        )


def _doubt(page: PageFacts, today: date, limits: Limits) -> _Doubt | None:
    printed = page.published_on
    if printed is None or not page.read or page.kind != "article":
        return None
    if not 0 <= (today - printed).days <= limits.recent_days:
        return None
    for kind, other, allowed in (
        (_REDATED, page.first_seen, limits.redated_days),
        ("meta", page.meta_on, limits.meta_days),
        ("file", page.modified_on, limits.file_days),
        ("address", page.address_on, limits.address_days),
    ):
        if other is not None and _apart(printed, other, kind) > allowed:
            return _Doubt(page, printed, kind, other)
    return None


def _apart(printed: date, other: date, kind: str) -> int:
    """Days by which the printed date is too late; for the tag, by which the two differ."""
    days = (printed - other).days
    return abs(days) if kind == "meta" else days
