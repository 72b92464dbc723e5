"""hidden-link: links planted in a page, or whose target has lapsed: to gambling, pornography, parked domains."""

from collections.abc import Iterator
from functools import lru_cache

from pydantic import BaseModel

from checks.findings import Evidence, Finding
from checks.observations.link import LinkSeen, Verdict
from checks.observations.page import PageSeen
from checks.observations.site import SiteSeen
from checks.rules.safety._lapsed import lapsed
from config.rule_file import Severity
from config.words import load_spam


class Limits(BaseModel, frozen=True):
    unseen: tuple[str, ...]
    """Ways of hiding that no menu uses: `LinkSeen.hidden`'s words."""
    hidden_severity: Severity
    """Of a link that is merely out of sight."""
    min_spam_words: int
    """Different words in the text of a target's front page that make it a spam site."""
    parked_chars: int
    """A front page with more characters of text than this is no parked domain."""
    max_title_likeness: int
    """Titles less alike than this, per cent, name different sites."""
    drift_days: int
    """So many days a host that became another one is pointed out."""


def check(seen: PageSeen | SiteSeen, limits: Limits) -> Iterator[Finding]:
    """Yield a finding for each planted link of a page, and for each link of a site whose target has lapsed."""
    if isinstance(seen, SiteSeen):
        for link in seen.external:
            yield from lapsed(link, seen.today, limits)
    else:
        yield from _planted(seen, limits)


def _planted(page: PageSeen, limits: Limits) -> Iterator[Finding]:
    """The planted links of a page.

    A link that says what it is for (`spam`) is confirmed; one that is merely out of sight, to a host that is no
    public body's, is only likely. Menus that open under the mouse hide their links by `display: none` and are spared.
    """
    own = "/".join(page.url.split("/", 3)[:3]) + "/"
    for link in page.links:
        if link.url.startswith(own) or link.kind not in ("page", "frame") or link.malformed:
            continue
        words = _spam(link.text, _host(link.url))
        unseen = link.hidden in limits.unseen and not _names_an_institution(link)
        if not (words or unseen) or _is_spared(_host(link.url)):
            continue
        if words:
            yield _finding(page, link, "spam", words, "confirmed", None)
        else:
            yield _finding(page, link, "hidden", link.hidden or "", "likely", limits.hidden_severity)


def _host(url: str) -> str:
    """Host and port of a canonical address."""
    return url.split("/", 3)[2] if url.count("/") > 1 else ""


def _is_spared(host: str) -> bool:
    name = host.partition(":")[0]
    return any(name == end.lstrip(".") or name.endswith(f".{end.lstrip('.')}") for end in load_spam().spared_hosts)


def _names_an_institution(link: LinkSeen) -> bool:
    """Lists of friend links that open on a click are pushed off the screen by some menus."""
    text = load_spam().online.sub("", link.text)
    return any(word in text for word in load_spam().institutions)


@lru_cache(maxsize=1 << 12)
def _spam(text: str, host: str) -> str:
    """The telling words of a link or its host, or nothing; most links to other sites stand on every page."""
    spam = load_spam()
    told = None if spam.reports.search(text) else spam.words.search(text)
    found = told or spam.hosts.search(host)
    return found[0] if found else ""


def _finding(
    page: PageSeen, link: LinkSeen, kind: str, words: str, verdict: Verdict, severity: Severity | None
) -> Finding:
    trait = f"含有“{words}”字样" if kind == "spam" else "在页面上不可见"
    return Finding(
        rule="hidden-link",
        subject=link.url,
        facts={"kind": kind, "trait": trait, "text": link.text, "hidden": link.hidden, "region": link.region},
        severity=severity,
        verdict=verdict,
        repair="article" if link.region == "main" else "template",
        urgent=True,
        evidence=Evidence(snippet=f"{link.text} → {link.url}", sha256=page.sha256 or None),
    )
