"""content-missing: a column or page that a site of its level must have cannot be found."""

from collections.abc import Iterator, Mapping
from urllib.parse import urlsplit

from pydantic import BaseModel

from checks.findings import Finding
from checks.observations.page import PageSeen
from checks.observations.site import SiteSeen
from checks.rules.content._offer import Offer, catalogue_columns, read_offer
from config.mandatory_content import Item, ItemGroup, load_mandatory
from config.sites import Level

_PLATFORM = "P00"
_DOMAINS = "G00"


class Limits(BaseModel, frozen=True):
    switched_on: frozenset[str]
    """Codes of items that hold only where a body has the function, or by a local plan, and that do hold here."""
    switched_off: frozenset[str]
    """Codes of items that have no name of their own on any site."""
    by_function: Mapping[Level, frozenset[str]]
    """Codes that bodies of a level owe only where they have the function: treated as `if`."""
    min_found: Mapping[ItemGroup, int]
    """Items of a group that must be found before any other counts as missing: fewer, and we did not see the menu."""
    min_home_links: int
    """Links under which a home page was not really seen."""
    aliases: Mapping[str, str]
    """Other words by which profiles exempt an item -> its code."""
    shown_by: Mapping[str, str]
    """Code -> what a page shows that proves the item, whatever its column is called."""
    other_names: Mapping[str, tuple[str, ...]]
    """Code -> words that offices commonly use for it besides the standard's."""
    papers: Mapping[str, tuple[str, ...]]
    """Code of an item that one published paper is -> words of that paper's title, whatever column lists it."""
    parts: Mapping[str, tuple[str, ...]]
    """Code of an item that columns of other names are together -> words of those names."""


def check(site: SiteSeen, limits: Limits) -> Iterator[Finding]:
    """Yield a finding for each mandatory item that no name on the site stands for.

    Silent wherever the item's place could not be looked at. Where home shows links without words (pictures), the
    item may be one of them: then it is only likely to be missing.
    """
    if site.home is None:
        return
    offer = read_offer(site)
    wordless = any(link.kind == "page" and not link.text for link in site.home.links)
    for item in _missing(site, offer, limits):
        yield Finding(
            rule="content-missing",
            subject=item.code,
            page=site.home.url,
            repair="column",
            severity=None if item.confidence == "seen" else "advice",
            verdict="likely" if wordless else "confirmed",
            facts={"item": item.name, "words": list(item.match), "where": item.where},
        )


def can_tell(site: SiteSeen, code: str, limits: Limits) -> bool:
    """True: this reading looked where the item would be, so that its absence from the findings is a fact."""
    item = load_mandatory().get(code)
    if item is None or site.home is None:
        return False
    offer = read_offer(site)
    return offer.has(item) or _could_look(item, site, site.home, offer, limits)


def _missing(site: SiteSeen, offer: Offer, limits: Limits) -> Iterator[Item]:
    items = load_mandatory()
    found = {code for code, item in items.items() if item.match and offer.has(item)}
    found |= {code for code, shown in limits.shown_by.items() if any(getattr(page, shown) for page in site.pages)}
    found |= {code for code, words in limits.other_names.items() if any(map(offer.names, words))}
    found |= {code for code, words in limits.papers.items() if offer.lists_paper(words)}
    found |= {code for code, words in limits.parts.items() if all(map(offer.names, words))}
    for item in items.values():
        if item.code in found or not _owed(item, site, limits) or site.home is None:
            continue
        parent = {"platform": _PLATFORM, "article20": _PLATFORM, "domains": _DOMAINS}.get(item.group)
        if parent not in (None, item.code) and parent not in found:
            continue  # the parent's absence is one fault, not thirty
        if _could_look(item, site, site.home, offer, limits):
            yield item


def _owed(item: Item, site: SiteSeen, limits: Limits) -> bool:
    """True: a site of this level owes the item, and it can be found by name."""
    level = site.site.level
    if item.group == "footer" or not item.match or level not in item.levels or item.code in limits.switched_off:
        return False
    optional = item.must != "yes" or item.code in limits.by_function.get(level, ())
    if optional and item.code not in limits.switched_on:
        return False
    names = (alias for alias, code in limits.aliases.items() if code == item.code)
    return not any(site.site.exemption("content-missing", name, site.today) for name in names)


def _could_look(item: Item, site: SiteSeen, home: PageSeen, offer: Offer, limits: Limits) -> bool:
    """True: the place where the item would be was seen."""
    if len(home.links) < limits.min_home_links:
        return False
    alone = item.code in (_PLATFORM, _DOMAINS)
    if not alone and _found_in(item.group, offer) < limits.min_found.get(item.group, 0):
        return False
    if item.group in ("platform", "article20") and not alone:
        return _was_read(load_mandatory()[_PLATFORM], site, offer)
    if item.group == "domains" and not alone:
        return _was_read(load_mandatory()[_DOMAINS], site, offer) and _catalogues_read(site)
    return item.where == "home" or _columns_read(site)


def _found_in(group: ItemGroup, offer: Offer) -> int:
    return sum(offer.has(item) for item in load_mandatory().values() if item.group == group and item.match)


def _was_read(parent: Item, site: SiteSeen, offer: Offer) -> bool:
    """True: a page of the site's own that bears the parent's name was read today; others are only asked after."""
    read = {column.url for column in site.columns if column.seen}
    hosts = {_host(url) for url in (site.site.url, site.home.url if site.home else site.site.url)}
    return any(
        url in read or (_host(url) in hosts and urlsplit(url).path.startswith(site.site.folder))
        for url in offer.leads_to(parent) & site.looked_at
    )


def _host(url: str) -> str:
    return (urlsplit(url).hostname or "").removeprefix("www.")


def _catalogues_read(site: SiteSeen) -> bool:
    """True: the lists of the grassroots catalogues were read to their ends."""
    lists = [column.seen for column in catalogue_columns(site)]
    return all(
        seen is not None and not seen.unreadable and (seen.next_page is None or seen.next_page in site.looked_at)
        for seen in lists
    )


def _columns_read(site: SiteSeen) -> bool:
    """True: every first-level column was read, or is surely gone."""
    return all(column.seen is not None or column.url in site.looked_at for column in site.columns if column.level == 1)
