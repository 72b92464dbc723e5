"""ipv6-missing: a host that has no IPv6 address."""

from collections.abc import Iterator
from dataclasses import dataclass

from checks.findings import Finding
from checks.observations.site import SiteSeen


@dataclass(frozen=True, kw_only=True)
class Limits:
    pass


def check(site: SiteSeen, limits: Limits) -> Iterator[Finding]:
    """Yield a finding where the name service knows IPv4 addresses of the host and, clearly, no IPv6 one."""
    host = site.host
    if host is None or not host.resolved or not host.ipv4 or host.ipv6 or host.host in host.ipv4:
        return
    yield Finding(
        rule="ipv6-missing",
        subject=host.host,
        page=site.site.url,
        repair="external",
        facts={"addresses": list(host.ipv4)},
    )
