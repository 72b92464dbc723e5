"""The same fault on many pages becomes one finding, with its pages counted and the place where it is mended."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Any, NamedTuple

from checks.findings import Finding
from checks.observations.link import Repair
from checks.observations.page import PageKind

NAMED_PAGES = 10
"""So many of the pages are named; all are counted."""
_MOST = 0.5
"""A fault on more than this share of a site's pages stands in their template, wherever on the page it is."""
_FEW_PAGES = 10
"""Below so many pages a share says nothing."""


class Hit(NamedTuple):
    """What a page rule found on one page, or a file rule in one file."""

    page: str
    """Of a file: the page that links to it."""
    page_kind: PageKind
    read: bool
    """True: this reading looked at the page; False: an earlier one did, and nobody has looked since."""
    finding: Finding


class Gathered(NamedTuple):
    """What stands on a site's pages."""

    found: tuple[Finding, ...]
    """Seen on at least one page of this reading; one for each rule and subject, in that order."""
    unseen: frozenset[tuple[str, str]]
    """(rule, subject) of what only pages hold that this reading did not look at: neither seen nor mended."""


def gather(hits: Iterable[Hit], *, pages: int) -> Gathered:
    """Group hits by rule and subject; `pages` is how many pages of the site are known."""
    groups: dict[tuple[str, str], list[Hit]] = defaultdict(list)
    for hit in hits:
        groups[hit.finding.rule, hit.finding.subject].append(hit)
    seen = {key: group for key, group in groups.items() if any(hit.read for hit in group)}
    return Gathered(
        found=tuple(_one(seen[key], pages) for key in sorted(seen)),
        unseen=frozenset(groups.keys() - seen.keys()),
    )


def _one(group: Sequence[Hit], pages: int) -> Finding:
    hits = sorted(group, key=lambda hit: hit.page)
    first = hits[0]
    places = list(dict.fromkeys(hit.page for hit in hits))
    # Pages of one template share what was found on them: most hits have the very same finding.
    facts = _joined(list({id(hit.finding): hit.finding.facts for hit in hits}.values()))
    if first.page_kind != "attachment" and places != [first.finding.subject]:
        facts |= {"pages": places[:NAMED_PAGES], "count": len(places)}
    return replace(
        first.finding,
        page=first.page,
        facts=facts,
        repair=_repair(hits, len(places), pages),
        urgent=any(hit.finding.urgent for hit in hits),
    )


def _joined(all_facts: Sequence[Mapping[str, Any]]) -> dict[str, Any]:
    """The first page's facts; lists (tags, elements) hold what any of the pages lacks."""
    joined = dict(all_facts[0])
    for facts in all_facts[1:]:
        for key, value in facts.items():
            if isinstance(value, list | tuple) and isinstance(joined.get(key), list | tuple):
                joined[key] = [*joined[key], *(part for part in value if part not in joined[key])]
    return joined


def _repair(hits: Sequence[Hit], count: int, pages: int) -> Repair:
    given = hits[0].finding.repair
    if given != "article":
        return given
    if count >= _FEW_PAGES and count > pages * _MOST:
        return "template"
    return "column" if hits[0].page_kind in ("home", "column") else "article"
