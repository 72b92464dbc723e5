"""ipv6-missing: a host that has no IPv6 address."""

from collections.abc import Iterator

from pydantic import BaseModel

from checks.findings import Evidence, Finding
from checks.observations.site import SiteSeen


class Limits(BaseModel, frozen=True):
    pass


def check(site: SiteSeen, limits: Limits) -> Iterator[Finding]:
    """Yield a finding where the name service knows IPv4 addresses of the host and, clearly, no IPv6 one.

    The addresses are evidence and no facts: many hosts show others every day, and are no other finding for it.
    """
    host = site.host
    if host is None or not host.resolved or not host.ipv4 or host.ipv6 or host.host in host.ipv4:
        return
    yield Finding(
        rule="ipv6-missing",
        subject=host.host,
        page=site.site.url,
        repair="external",
        evidence=Evidence(snippet=f"A 记录：{'、'.join(sorted(host.ipv4))}；AAAA 记录：无"),
    )


def can_tell(site: SiteSeen, subject: str, limits: Limits) -> bool:
    """Whether the name service gave a clear answer."""
    return site.host is None or site.host.host != subject or site.host.resolved
