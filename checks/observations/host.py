"""A site's host: its addresses and its certificate; and how its home page answered probes."""

from dataclasses import dataclass
from datetime import date, datetime

from config.zone import BEIJING


@dataclass(frozen=True, slots=True, kw_only=True)
class CertificateSeen:
    """What a TLS handshake with the host showed."""

    not_after: datetime | None = None
    """Aware; None: no certificate could be read."""
    subject: str = ""
    issuer: str = ""
    error: str | None = None
    """Why a browser would warn: `expired`, `not-yet-valid`, `wrong-host`, `self-signed`, `untrusted`; None: it would
    not. `incomplete-chain`: the server leaves out a link that most browsers fetch themselves; `chain-unknown`: we
    could not fetch it. `own-network`: this machine has something against everybody's certificate. A host without TLS
    has no `CertificateSeen` at all."""

    @property
    def last_day(self) -> date | None:
        """The day on which it ends, in China, where the sites are."""
        return self.not_after.astimezone(BEIJING).date() if self.not_after else None


@dataclass(frozen=True, slots=True, kw_only=True)
class HostSeen:
    """The host of a site's address, as name service and handshake showed it."""

    host: str
    ipv4: tuple[str, ...] = ()
    ipv6: tuple[str, ...] = ()
    resolved: bool = True
    """False: the name service gave no clear answer, or was not asked; then the addresses say nothing."""
    certificate: CertificateSeen | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ProbesSeen:
    """The timed openings of the home page in the seven days that end today."""

    count: int
    failed: int
