"""reply-field-missing: a reply to a proposal without issuer, summary, date or number."""

from collections.abc import Iterator, Mapping

from pydantic import BaseModel

from checks.findings import Finding
from checks.observations.page import PageSeen


class Limits(BaseModel, frozen=True):
    fields: Mapping[str, str]
    """Required field of `ReplySeen` -> its name in Chinese."""


def check(page: PageSeen, limits: Limits) -> Iterator[Finding]:
    """Yield a finding for a reply whose page neither labels nor shows a required field."""
    if page.reply is None:
        return
    missing = [field for field in limits.fields if not getattr(page.reply, field)]
    if missing:
        yield Finding(
            rule="reply-field-missing",
            subject=page.url,
            facts={"item": page.title or "", "fields": missing, "names": [limits.fields[field] for field in missing]},
        )
