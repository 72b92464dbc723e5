"""page-language-missing: a page that does not say which language it is in."""

from collections.abc import Iterator

from pydantic import BaseModel

from checks.findings import Finding
from checks.observations.page import PageKind, PageSeen


class Limits(BaseModel, frozen=True):
    page_kinds: frozenset[PageKind]


def check(page: PageSeen, limits: Limits) -> Iterator[Finding]:
    """Yield a finding about the page's kind where the html element has no `lang`, or an empty one."""
    if page.kind in limits.page_kinds and not (page.language or "").strip():
        yield Finding(rule="page-language-missing", subject=page.kind, repair="template", facts={"kind": page.kind})
