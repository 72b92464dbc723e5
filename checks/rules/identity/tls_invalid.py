"""tls-invalid: a certificate that browsers warn of."""

from collections.abc import Iterator
from dataclasses import dataclass

from checks.findings import Finding
from checks.observations.site import SiteSeen


@dataclass(frozen=True, kw_only=True)
class Limits:
    doubtful: frozenset[str]
    """Errors that a browser with other roots, or one that fetches a missing link of the chain, may not have."""


def check(site: SiteSeen, limits: Limits) -> Iterator[Finding]:
    """Yield a finding where the handshake met an error in the certificate."""
    certificate = site.host.certificate if site.host else None
    if site.host is None or certificate is None or certificate.error is None:
        return
    yield Finding(
        rule="tls-invalid",
        subject=site.host.host,
        page=site.site.url,
        repair="external",
        verdict="likely" if certificate.error in limits.doubtful else "confirmed",
        severity=None if site.site.url.startswith("https:") else "advice",
        facts={
            "kind": certificate.error,
            "issuer": certificate.issuer,
            "certificate": certificate.subject,
            "not_after": certificate.not_after.date().isoformat() if certificate.not_after else "",
        },
    )
