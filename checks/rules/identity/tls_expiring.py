"""tls-expiring: a certificate that ends soon."""

from collections.abc import Iterator

from pydantic import BaseModel

from checks.findings import Finding
from checks.observations.site import SiteSeen
from checks.rules.identity._certificate import can_be_read

_STILL_GOOD = (None, "incomplete-chain", "chain-unknown")
"""Errors that are none of the certificate's own."""


class Limits(BaseModel, frozen=True):
    warn_days: int


def check(site: SiteSeen, limits: Limits) -> Iterator[Finding]:
    """Yield a finding for a valid certificate whose last day is at most `warn_days` away."""
    certificate = site.host.certificate if site.host else None
    if site.host is None or certificate is None or certificate.last_day is None:
        return
    days_left = (certificate.last_day - site.today).days
    if certificate.error in _STILL_GOOD and 0 <= days_left <= limits.warn_days:
        yield Finding(
            rule="tls-expiring",
            subject=site.host.host,
            page=site.site.url,
            repair="external",
            facts={
                "not_after": certificate.last_day.isoformat(),
                "days_left": days_left,
                "issuer": certificate.issuer,
            },
        )


def can_tell(site: SiteSeen, subject: str, limits: Limits) -> bool:
    """Whether a certificate that holds was seen: one that has ended meanwhile was not renewed in time."""
    certificate = site.host.certificate if site.host else None
    return can_be_read(site, subject) and (certificate is None or certificate.error in _STILL_GOOD)
