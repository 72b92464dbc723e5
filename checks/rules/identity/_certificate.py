"""What the rules about certificates share."""

from checks.observations.site import SiteSeen


def can_be_read(site: SiteSeen, subject: str) -> bool:
    """Whether a reading shows how it is with the certificate of a host.

    A handshake that failed shows nothing, nor does one that our own network disturbs. A home page without https
    does: visitors meet no certificate any more.
    """
    host = site.host
    if host is None or host.host != subject:
        return True  # another host's look is judged elsewhere
    if host.certificate is None:
        return site.home is not None and not site.home.url.startswith("https:")
    return host.certificate.last_day is not None and host.certificate.error != "own-network"
