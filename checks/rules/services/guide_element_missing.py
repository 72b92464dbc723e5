"""guide-element-missing: a service guide without one of its required elements."""

from collections.abc import Iterator

from pydantic import BaseModel

from checks.findings import Finding
from checks.observations.page import PageSeen


class Limits(BaseModel, frozen=True):
    key_elements: tuple[str, ...]
    """Elements that the inspection names."""
    likely_elements: tuple[str, ...]
    """Elements that inspections probably count as well: missing alone, they are only likely to be a fault."""


def check(page: PageSeen, limits: Limits) -> Iterator[Finding]:
    """Yield a finding for a guide that lacks elements or leaves them empty.

    Nothing is said of a guide that a script draws.
    """
    guide = page.guide
    if guide is None or guide.unreadable:
        return
    missing = [name for name in (*limits.key_elements, *limits.likely_elements) if name not in guide.present]
    if not missing:
        return
    yield Finding(
        rule="guide-element-missing",
        subject=page.url,
        verdict="confirmed" if set(missing) & set(limits.key_elements) else "likely",
        facts={
            "item": page.title or "",
            "elements": missing,
            "empty": [name for name in missing if name in guide.empty],
        },
    )
