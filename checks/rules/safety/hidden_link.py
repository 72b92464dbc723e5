"""hidden-link: links planted in a page, to gambling and pornography, or out of people's sight."""

from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import urlsplit

from checks.findings import Evidence, Finding
from checks.observations.link import LinkSeen, Verdict
from checks.observations.page import PageSeen
from config.rule_file import Severity
from config.words import load_spam


@dataclass(frozen=True, kw_only=True)
class Limits:
    unseen: tuple[str, ...]
    """Ways of hiding that no menu uses: `LinkSeen.hidden`'s words."""
    hidden_severity: Severity
    """Of a link that is merely out of sight."""


def check(page: PageSeen, limits: Limits) -> Iterator[Finding]:
    """Yield a finding for each planted link of a page.

    A link that says what it is for (`spam`) is confirmed; one that is merely out of sight, to a host that is no
    public body's, is only likely. Menus that open under the mouse hide their links by `display: none` and are spared.
    """
    own = _host(page.url)
    for link in page.links:
        if link.malformed or link.kind not in ("page", "frame"):
            continue
        host = _host(link.url)
        if host == own or _is_spared(host):
            continue
        if words := _spam(link, host):
            yield _finding(page, link, "spam", words, "confirmed", None)
        elif link.hidden in limits.unseen and link.kind == "page":
            yield _finding(page, link, "hidden", link.hidden or "", "likely", limits.hidden_severity)


def _host(url: str) -> str:
    return (urlsplit(url).hostname or "").lower()


def _is_spared(host: str) -> bool:
    return any(
        host == ending.lstrip(".") or host.endswith(f".{ending.lstrip('.')}") for ending in load_spam().spared_hosts
    )


def _spam(link: LinkSeen, host: str) -> str:
    """The telling words of the link or its host, or nothing."""
    spam, text = load_spam(), link.text.lower()
    if text and (word := next((word for word in spam.words if word in text), None)):
        return word
    return next((part for part in spam.hosts if part in host), "")


def _finding(
    page: PageSeen, link: LinkSeen, kind: str, words: str, verdict: Verdict, severity: Severity | None
) -> Finding:
    cause = f"含有“{words}”字样" if kind == "spam" else "在页面上不可见"
    return Finding(
        rule="hidden-link",
        subject=link.url,
        facts={"kind": kind, "cause": cause, "text": link.text, "hidden": link.hidden, "region": link.region},
        severity=severity,
        verdict=verdict,
        repair="article" if link.region == "main" else "template",
        urgent=True,
        evidence=Evidence(snippet=f"{link.text} → {link.url}", sha256=page.sha256 or None),
    )
