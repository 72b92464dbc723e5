"""The meta tags of a page."""

from collections.abc import Mapping
from datetime import date

from config.meta_tags import standard_names
from crawler.extract.dates import find_dates
from crawler.extract.tree import ParsedPage

_DATES = ("pubdate", "firstpublishedtime", "publishdate", "publishtime")
"""The standard's tag first, then what older systems write."""


def read_meta(doc: ParsedPage) -> tuple[dict[str, str], dict[str, str]]:
    """Return the standard's tags by the standard's spelling, and all named tags by their lower-case names.

    Case of the names and order of the attributes do not matter. Of several tags with one name the first that is
    not empty wins; one that is there but empty stays as "".
    """
    named: dict[str, str] = {}
    for tag in doc.root.iter("meta"):
        name = tag.get("name") or tag.get("property")
        if name and not named.get(name := name.strip().lower()):
            named[name] = " ".join((tag.get("content") or "").split())
    standard = {spelt: named[name] for name, spelt in standard_names().items() if name in named}
    return standard, named


def meta_date(named: Mapping[str, str]) -> date | None:
    """Return the publishing date that the tags state; None: none, or one that is no date."""
    return next((days[0] for name in _DATES if (days := find_dates(named.get(name, "")))), None)
