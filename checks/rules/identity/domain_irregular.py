"""domain-irregular: a site's name on the net is not one that a government site bears."""

import re
from collections.abc import Iterator, Mapping
from functools import cache
from ipaddress import IPv4Address, IPv6Address, ip_address
from urllib.parse import urlsplit

from pydantic import BaseModel

from checks.findings import Finding
from checks.observations.site import SiteSeen
from config.rule_file import Severity
from config.sites import Level, Site


class Limits(BaseModel, frozen=True):
    reserved: tuple[str, ...]
    """Ends of names that no real site can have: rehearsals use them."""
    suffix: str
    chinese: tuple[str, ...]
    """Ends of Chinese names that government bodies may bear beside their English one; as the net spells them, too."""
    institutions: tuple[str, ...]
    """Ends of the names of schools, hospitals and the like, which the rules on government sites do not bind."""
    ministry_code: str
    """Beginning of the site codes of the State Council's bodies, which are named as portals are."""
    naming: Mapping[Level, str]
    """Level of a site -> regular expression of its names."""
    severities: Mapping[str, Severity]


def check(site: SiteSeen, limits: Limits) -> Iterator[Finding]:
    """Yield a finding for a bare address, a name outside .gov.cn, or one against the naming rule for its level.

    A site that is a folder on another body's host has no name of its own that a rule could be about.
    """
    host = _host(site.site)
    kind = _kind(host, site.site, limits)
    if kind is not None:
        yield Finding(
            rule="domain-irregular",
            subject=host,
            page=site.site.url,
            repair="external",
            severity=limits.severities[kind],
            facts={"kind": kind},
        )


def _host(site: Site) -> str:
    return (urlsplit(site.url).hostname or "").rstrip(".")


def _kind(host: str, site: Site, limits: Limits) -> str | None:
    if not host or f".{host}".endswith(limits.reserved + limits.chinese) or site.name.endswith(limits.institutions):
        return None
    if (address := _address(host)) is not None:
        return None if address.is_loopback else "bare-ip"
    if not host.endswith(limits.suffix):
        return "not-gov-cn"
    if urlsplit(site.url).path.rpartition("/")[0]:
        return None
    level: Level = "city" if site.code.startswith(limits.ministry_code) else site.level
    return None if _pattern(limits.naming[level]).fullmatch(host) else "naming"


def _address(host: str) -> IPv4Address | IPv6Address | None:
    try:
        return ip_address(host)
    except ValueError:
        return None


@cache
def _pattern(words: str) -> re.Pattern[str]:
    return re.compile(words)
