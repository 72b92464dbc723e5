"""The meta tags of the government website standard, from `standards/meta-tags.yaml`."""

from collections.abc import Iterator, Mapping
from functools import cache
from types import MappingProxyType
from typing import Any

from config.standard_file import read_standard


@cache
def standard_names() -> Mapping[str, str]:
    """Return lower-case name -> the standard's spelling (`sitename` -> `SiteName`), in the standard's order.

    The standard is read case-insensitively (`checks` MT6 of the file).
    """
    return MappingProxyType({tag["name"].lower(): tag["name"] for _, tag in _tags()})


@cache
def required_tags(page_kind: str) -> tuple[str, ...]:
    """Return the tags that a kind of page (`home`, `column`, `article`) must carry; none for other kinds."""
    return tuple(tag["name"] for _, tag in _tags() if tag["required"] == "yes" and page_kind in tag["pages"])


@cache
def site_tags() -> frozenset[str]:
    """Return the tags that say which site a page belongs to: SiteName, SiteDomain, SiteIDCode."""
    return frozenset(tag["name"] for group, tag in _tags() if group == "site")


def _tags() -> Iterator[tuple[str, Mapping[str, Any]]]:
    groups = read_standard("meta-tags")["groups"]
    return ((group, tag) for group, tags in groups.items() for tag in tags)
