"""meta-missing: the standard's meta tags are missing on a kind of page, or contradict the page."""

import re
from collections.abc import Iterator, Mapping
from functools import cache, lru_cache
from ipaddress import ip_address
from urllib.parse import urlsplit

from pydantic import BaseModel

from checks.findings import Finding
from checks.observations.marks import MarksSeen
from checks.observations.page import PageKind, PageSeen
from config.meta_tags import required_tags, site_tags

_SEPARATORS = re.compile(r"[,;，；、|\s]+")
_SITE_CODE = re.compile(r"(?:\d{10}|bm\d{8})", re.IGNORECASE)


class Limits(BaseModel, frozen=True):
    placeholders: frozenset[str]
    """Contents, in lower case, that only look filled in."""
    template_mark: str
    """Regular expression of a template mark that nobody replaced."""
    unproven: Mapping[PageKind, frozenset[str]]
    """Tags that are not known to be required on a kind of page: most portals leave them out there."""
    words: Mapping[str, str]
    """What is wrong with a tag -> how it is told; {tag} is the tag's name."""


def check(page: PageSeen, limits: Limits) -> Iterator[Finding]:
    """Yield at most one finding, about the page's kind: tags missing, empty, left as templates, or contradicting.

    SiteIDCode is held against the footer's code and the 找错 entry's, SiteDomain against the host; where one of them
    could not be seen, nothing is said of it.
    """
    required = _required(page.kind, limits.unproven.get(page.kind, frozenset()))
    faults = {tag: fault for tag in required if (fault := _fault(tag, page.meta.get(tag), limits))}
    faults |= {tag: fault for tag, fault in _contradictions(page) if tag in required and tag not in faults}
    if faults:
        yield Finding(
            rule="meta-missing",
            subject=page.kind,
            repair="template",
            facts={
                "kind": page.kind,
                "tags": list(faults),
                "problems": [limits.words[fault].format(tag=tag) for tag, fault in faults.items()],
            },
        )


@cache
def _required(kind: PageKind, unproven: frozenset[str]) -> tuple[str, ...]:
    return tuple(tag for tag in required_tags(kind) if tag not in unproven)


def _fault(tag: str, content: str | None, limits: Limits) -> str | None:
    if content is None:
        return "missing"
    bare = content.strip()
    if not bare:
        return "empty"
    if tag in site_tags() and (bare.lower() in limits.placeholders or _pattern(limits.template_mark).search(bare)):
        return "placeholder"
    return None


@cache
def _pattern(words: str) -> re.Pattern[str]:
    return re.compile(words)


def _contradictions(page: PageSeen) -> Iterator[tuple[str, str]]:
    code = page.meta.get("SiteIDCode", "").strip().lower()
    if page.marks is not None and _SITE_CODE.fullmatch(code) and _other_code(code, page.marks):
        yield "SiteIDCode", "other-code"
    if _other_host(page.meta.get("SiteDomain", ""), "/".join(page.url.split("/", 3)[:3])):
        yield "SiteDomain", "other-host"


def _other_code(code: str, marks: MarksSeen) -> bool:
    shown = (marks.site_code, marks.error_report_code)
    return any(one and _SITE_CODE.fullmatch(one) and one.lower() != code for one in shown)


@lru_cache(maxsize=256)
def _other_host(domain: str, origin: str) -> bool:
    """True: the page's host lies under none of the named hosts, nor they under it, www. aside.

    Then the tag was copied from another site. A tag may name several hosts.
    """
    host = _bare_host(origin)
    named = [_bare_host(one if "//" in one else f"//{one}") for one in _SEPARATORS.split(domain) if one]
    if not host or not any("." in one for one in named) or _is_address(host) or host == "localhost":
        return False
    return not any(f".{host}".endswith(f".{one}") or f".{one}".endswith(f".{host}") for one in named if one)


def _bare_host(url: str) -> str:
    try:
        host = urlsplit(url.strip()).hostname or ""
    except ValueError:
        return ""  # an address that cannot be taken apart names no host
    return host.removeprefix("www.")


def _is_address(host: str) -> bool:
    try:
        ip_address(host)
    except ValueError:
        return False
    return True
