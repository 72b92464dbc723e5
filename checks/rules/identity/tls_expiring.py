"""tls-expiring: a certificate that ends soon."""

from collections.abc import Iterator
from dataclasses import dataclass

from checks.findings import Finding
from checks.observations.site import SiteSeen


@dataclass(frozen=True, kw_only=True)
class Limits:
    warn_days: int


def check(site: SiteSeen, limits: Limits) -> Iterator[Finding]:
    """Yield a finding for a valid certificate whose last day is at most `warn_days` away."""
    certificate = site.host.certificate if site.host else None
    if site.host is None or certificate is None or certificate.error or certificate.not_after is None:
        return
    last_day = certificate.not_after.date()
    days_left = (last_day - site.today).days
    if 0 <= days_left <= limits.warn_days:
        yield Finding(
            rule="tls-expiring",
            subject=site.host.host,
            page=site.site.url,
            repair="external",
            facts={"not_after": last_day.isoformat(), "days_left": days_left, "issuer": certificate.issuer},
        )
