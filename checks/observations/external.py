"""Hosts of other people that a site links to, and what their front pages showed."""

from dataclasses import dataclass
from datetime import date

from checks.observations.link import Attempt


@dataclass(frozen=True, slots=True, kw_only=True)
class HostLook:
    """A host's front page as it was looked at last; redirects are followed."""

    host: str
    title: str
    certificate: str = ""
    """The registered domain, or other name, that its certificate is made out to; "" where there is none."""
    domain: str = ""
    """The registered domain that the host lies under."""
    spam: tuple[str, ...] = ()
    """Different words of gambling and pornography in its text, the title apart, in order."""
    parked: tuple[str, ...] = ()
    """Different phrases of a domain for sale in its text, the title apart."""
    size: int = 0
    """Characters of its text."""
    title_before: str | None = None
    """What it was called until title and certificate changed together; None: they never did."""
    certificate_before: str | None = None
    changed_on: date | None = None
    attempts: tuple[Attempt, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ExternalLink:
    """A target on such a host, with the places that link to it."""

    url: str
    look: HostLook
    pages: tuple[str, ...]
    """The first pages that link to it, in order of their addresses."""
    count: int
    region: str = "main"
    text: str = ""
