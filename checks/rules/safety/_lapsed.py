"""Links whose target has become something else: gambling, a domain for sale, somebody else's site."""

from collections.abc import Iterator
from datetime import date
from typing import Protocol

from rapidfuzz import fuzz

from checks.findings import Evidence, Finding
from checks.observations.external import ExternalLink, HostLook
from checks.observations.link import Verdict
from config.rule_file import Severity
from config.words import load_spam


class LapsedLimits(Protocol):
    """What decides whether a target has lapsed."""

    @property
    def min_spam_words(self) -> int:
        """Different words in a front page's text that make it a spam site."""

    @property
    def parked_chars(self) -> int:
        """A page with more text than this is no parked domain."""

    @property
    def max_title_likeness(self) -> int:
        """Titles less alike than this, per cent, name different sites."""

    @property
    def drift_days(self) -> int:
        """So many days a host that became another one is pointed out."""


def lapsed(link: ExternalLink, today: date, limits: LapsedLimits) -> Iterator[Finding]:
    """Yield what a link's target has become. Only where title and words agree is it sure."""
    look = link.look
    if load_spam().against.search(look.title):
        return
    if (verdict := _is_spam(look, limits)) is not None:
        words = "、".join(look.spam[:3])
        yield _finding(link, "spam-target", f"打开后是含有“{words}”等字样的网站", verdict, None)
    elif (verdict := _is_parked(look, limits)) is not None:
        yield _finding(link, "parked", f"所在域名已失效、正在出售（页面写有“{look.parked[0]}”）", verdict, "deduct")
    elif _has_drifted(look, today, limits):
        trait = f"所在网站的名称和证书都已改变（原为“{look.title_before}”，现为“{look.title}”）"
        yield _finding(link, "drift", trait, "likely", "advice")


def _is_spam(look: HostLook, limits: LapsedLimits) -> Verdict | None:
    if len(look.spam) < limits.min_spam_words:
        return None
    return "confirmed" if load_spam().words.search(look.title) else "likely"


def _is_parked(look: HostLook, limits: LapsedLimits) -> Verdict | None:
    if not look.parked or look.size > limits.parked_chars:
        return None
    says_so = load_spam().parked.search(look.title) is not None
    is_bare = look.title.lower() in (look.host.partition(":")[0], look.domain)
    return "confirmed" if says_so or is_bare else "likely"


def _has_drifted(look: HostLook, today: date, limits: LapsedLimits) -> bool:
    if look.changed_on is None or (today - look.changed_on).days > limits.drift_days:
        return False
    return fuzz.ratio(look.title_before or "", look.title) < limits.max_title_likeness


def _finding(link: ExternalLink, kind: str, trait: str, verdict: Verdict, severity: Severity | None) -> Finding:
    look = link.look
    return Finding(
        rule="hidden-link",
        subject=link.url,
        page=link.pages[0] if link.pages else None,
        facts={
            "kind": kind,
            "trait": trait,
            "text": link.text,
            "host": look.host,
            "title": look.title,
            "words": list(look.spam if kind == "spam-target" else look.parked),
            "region": link.region,
            "pages": list(link.pages),
            "count": link.count,
        },
        severity=severity,
        verdict=verdict,
        repair="article" if link.region == "main" else "template",
        urgent=kind == "spam-target",
        attempts=look.attempts,
        evidence=Evidence(snippet=f"{link.text} → {link.url}（“{look.title}”）"),
    )
