"""Whose document a page shows: the site's own, or a reprint of what a body above it issued."""

import re

from checks.observations.document import DocumentSeen
from config.sites import Site
from config.words.interpretation_words import load_interpretation_words

_BELOW_A_CITY = re.compile("[县区旗镇乡]")


def is_from_above(seen: DocumentSeen, title: str, site: Site) -> bool:
    """True: a reprint of what a body above this site issued."""
    words = load_interpretation_words()
    names = [name for name in (seen.issuer, title) if name]
    if any(re.search(words.national_organ, name) for name in (*names, seen.number or "")):
        return True
    if site.level == "department" and seen.issuer:
        return seen.issuer not in site.name + site.unit and not _shares_name(seen.issuer, site)
    if site.level != "province" and any(re.search(words.province_organ, name) for name in names):
        return True
    return site.level in ("county", "township") and any(_city_above(name, site) for name in names)


def _shares_name(issuer: str, site: Site) -> bool:
    return site.name in issuer or site.unit in issuer


def _city_above(name: str, site: Site) -> bool:
    """True: named for a city that is not the site's own. A county-level city is its own."""
    city = re.search(load_interpretation_words().city_organ, name)
    if city is None:
        return False
    below = site.name.partition(city[1])[2] if city[1] in site.name else site.name
    return city[1] not in site.name or bool(_BELOW_A_CITY.search(below))
