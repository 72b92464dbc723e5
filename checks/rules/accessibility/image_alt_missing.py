"""image-alt-missing: pictures without words for those who cannot see them."""

from collections.abc import Iterator

from pydantic import BaseModel

from checks.findings import Finding
from checks.observations.page import PageKind, PageSeen


class Limits(BaseModel, frozen=True):
    page_kinds: frozenset[PageKind]


def check(page: PageSeen, limits: Limits) -> Iterator[Finding]:
    """Yield a finding about the page's kind where a picture has no `alt` at all; an empty one says: decoration."""
    if page.images_without_alt and page.kind in limits.page_kinds:
        yield Finding(rule="image-alt-missing", subject=page.kind, repair="template", facts={"kind": page.kind})
