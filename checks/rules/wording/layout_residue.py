"""layout-residue: style code or markup that leaked into an article's words."""

from collections.abc import Iterator

from pydantic import BaseModel

from checks.excerpt import sentence_around
from checks.findings import Evidence, Finding
from checks.observations.page import PageSeen
from checks.telling_words import words_in
from config.words import load_placeholders


class Limits(BaseModel, frozen=True):
    min_runs: int
    """Different pieces of code that must stand in the text: one alone may be what the article is about."""


def check(page: PageSeen, limits: Limits) -> Iterator[Finding]:
    """Yield a finding for an article that shows its readers code."""
    if page.kind != "article":
        return
    runs = words_in(page.text, load_placeholders().residue)
    if len(runs) < limits.min_runs:
        return
    at = page.text.find(runs[0])
    yield Finding(
        rule="layout-residue",
        subject=page.url,
        facts={"count": len(runs), "code": runs[0]},
        evidence=Evidence(snippet=sentence_around(page.text, at, at + len(runs[0])), sha256=page.sha256 or None),
    )
