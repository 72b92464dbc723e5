"""disclosure-late: a document was published later after it was written than the law allows."""

from collections.abc import Iterator
from datetime import date

from pydantic import BaseModel

from checks.findings import Finding
from checks.observations.site import PageFacts, SiteSeen
from checks.rules.documents._own import own_documents
from checks.workdays import is_certain, workdays_between


class Limits(BaseModel, frozen=True):
    max_workdays: int
    """Working days after the day of writing."""
    since: date
    """Documents written before this day fall under an older law."""
    max_gap_days: int
    """A longer gap speaks of a moved site or an archive, not of late disclosure."""


def check(site: SiteSeen, limits: Limits) -> Iterator[Finding]:
    """Yield a finding for each own policy document whose earliest sign of publication is past its working days.

    The day of writing does not count. Of several dates of publication the earliest one counts: the fairest reading.
    """
    for page, document in own_documents(site):
        written = document.written_on
        published = _published(page, document.published_on)
        if written is None or published is None or written < limits.since:
            continue
        days = workdays_between(written, published)
        if days <= limits.max_workdays or (published - written).days > limits.max_gap_days:
            continue
        facts: dict[str, object] = {
            "item": page.title or "",
            "written": written.isoformat(),
            "published": published.isoformat(),
            "workdays": days,
            "max_workdays": limits.max_workdays,
        }
        if not is_certain(written, published):
            facts["calendar"] = "weekdays-only"
        yield Finding(rule="disclosure-late", subject=page.url, page=page.url, facts=facts)


def _published(page: PageFacts, in_block: date | None) -> date | None:
    days = (in_block, page.published_on, page.meta_on, page.address_on, page.first_seen)
    return min((day for day in days if day is not None), default=None)
