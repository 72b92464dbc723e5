"""What one site's host shows on one day, and what must be found of it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from config.sites import Level

NONE, SILENT = "no such record", "no answer"
"""What a name service says instead of an address."""


@dataclass(frozen=True, kw_only=True)
class State:
    """One day of a host."""

    certificate: Path | None = None
    """The chain that it shows, with its key; None: nobody answers on https."""
    ipv6: str = "::1"
    pages: Mapping[str, str] = field(default_factory=dict)
    """Path -> page, over http and https alike; `{http}` and `{https}` in it stand for the host's origins."""
    policy: str | None = None
    """The answers' Content-Security-Policy."""
    leads_to_https: bool = False
    found: frozenset[tuple[str, str]] = frozenset()
    """(check, subject) that must stand at the end of the day; `{host}`, `{http}` as in the pages."""
    register: str | None = None
    """The address that the register has from this day on."""


@dataclass(frozen=True, kw_only=True)
class HostSite:
    """A registered site, on two days one after the other."""

    host: str
    url: str
    """As registered; `{http}` and `{https}` stand for the host's origins."""
    level: Level
    name: str
    days: tuple[State, State]
