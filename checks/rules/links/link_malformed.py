"""link-malformed: what was meant as an address and can lead nobody anywhere."""

import re
from collections.abc import Iterator, Mapping
from functools import cache
from urllib.parse import urlsplit

from pydantic import BaseModel

from checks.findings import Evidence, Finding
from checks.observations.link import LinkSeen
from checks.observations.page import PageSeen
from checks.rules.links._furniture import FURNITURE

_UNUSABLE = "unusable"
_TEMPLATE_MARK = "template-mark"
_LONGEST = 300


class Limits(BaseModel, frozen=True):
    kinds: Mapping[str, str]
    """Name of a mistake -> regular expression that knows it, tried in this order."""


def check(page: PageSeen, limits: Limits) -> Iterator[Finding]:
    """Yield a finding for each malformed address, by its text as written.

    Left alone: a rehearsal's links to its own host, and template marks on pages that a script fills in.
    """
    for link in page.links:
        if not link.malformed or _own_host(link.url, page.url):
            continue
        kind = _kind(link.url, limits.kinds)
        if kind == _TEMPLATE_MARK and _filled_by_script(page):
            continue
        yield _finding(link, kind)


def _finding(link: LinkSeen, kind: str) -> Finding:
    raw = link.url[:_LONGEST]
    return Finding(
        rule="link-malformed",
        subject=raw,
        repair="template" if link.region in FURNITURE else "article",
        facts={"kind": kind, "item": link.text or raw},
        evidence=Evidence(snippet=f"{link.text} {raw}".strip()),
    )


def _kind(raw: str, kinds: Mapping[str, str]) -> str:
    return next((name for name, words in kinds.items() if _pattern(words).search(raw)), _UNUSABLE)


@cache
def _pattern(words: str) -> re.Pattern[str]:
    return re.compile(words, re.IGNORECASE)


def _own_host(raw: str, page_url: str) -> bool:
    """True: the page itself lies on that host, whatever the port: a site being tried out where it was built."""
    try:
        named = urlsplit(raw.strip())
        return named.scheme in ("", "http", "https") and named.hostname == urlsplit(page_url).hostname
    except ValueError:
        return False  # an address that cannot be taken apart names no host


def _filled_by_script(page: PageSeen) -> bool:
    return bool(page.wants) or (page.column is not None and bool(page.column.unreadable))
