"""tls-invalid: a certificate that browsers warn of."""

from collections.abc import Iterator, Mapping

from pydantic import BaseModel

from checks.findings import Finding
from checks.observations.link import Verdict
from checks.observations.site import SiteSeen
from checks.rules.identity._certificate import can_be_read
from config.rule_file import Severity


class Limits(BaseModel, frozen=True):
    verdicts: Mapping[str, Verdict]
    """Errors that a browser with other roots, or one that fetches a missing link of the chain, may not have."""
    severities: Mapping[str, Severity]
    """Errors that weigh otherwise than the rule itself."""


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
        verdict=limits.verdicts.get(certificate.error, "confirmed"),
        severity=limits.severities.get(certificate.error),
        facts={
            "kind": certificate.error,
            "issuer": certificate.issuer,
            "certificate": certificate.subject,
            "not_after": str(certificate.last_day or ""),
        },
    )


def can_tell(site: SiteSeen, subject: str, limits: Limits) -> bool:
    """Whether the certificate that visitors meet could be read; a site that went back to http has none."""
    return can_be_read(site, subject)
