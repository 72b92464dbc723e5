"""Looks at a site's host: its addresses in the name service, and the certificate that it shows."""

import asyncio
import socket
import ssl
from collections.abc import Iterable
from urllib.parse import urlsplit

from cryptography import x509
from cryptography.x509.oid import NameOID

from checks.observations.host import CertificateSeen, HostSeen
from config.settings import Settings
from crawler.fetch.guard import NEVER_IN_DNS, Guard, literal

_NO_SUCH_RECORD = (socket.EAI_NONAME, getattr(socket, "EAI_NODATA", socket.EAI_NONAME))

# OpenSSL's X509_V_ERR_* numbers -> the words of `CertificateSeen.error`
_VERIFY_ERRORS = {9: "not-yet-valid", 10: "expired", 18: "self-signed", 19: "self-signed", 62: "wrong-host"}


async def look_at_host(
    url: str, settings: Settings, *, own_hosts: Iterable[str] = (), trust: ssl.SSLContext | None = None
) -> HostSeen:
    """Return what the name service and a TLS handshake show of an address's host.

    `trust` judges certificates; None: the system's own authorities. A host that the settings map, or whose name is
    reserved, is in no name service: then the addresses say nothing.
    """
    parts = urlsplit(url)
    host = parts.hostname or ""
    ipv4, ipv6 = await asyncio.gather(_addresses(host, socket.AF_INET), _addresses(host, socket.AF_INET6))
    asked = host not in settings.fetch.hosts and not host.endswith(NEVER_IN_DNS) and literal(host) is None
    return HostSeen(
        host=host,
        ipv4=ipv4 or (),
        ipv6=ipv6 or (),
        resolved=asked and bool(ipv4) and ipv6 is not None,
        certificate=await _certificate(parts.port or 443, host, Guard(settings.fetch, own_hosts), settings, trust)
        if parts.scheme == "https"
        else None,
    )


async def _addresses(host: str, family: socket.AddressFamily) -> tuple[str, ...] | None:
    """The addresses of one family; None where the name service gave no clear answer."""
    if not host or host.endswith(NEVER_IN_DNS):
        return None
    try:
        answers = await asyncio.get_running_loop().getaddrinfo(host, None, family=family, type=socket.SOCK_STREAM)
    except socket.gaierror as error:
        return () if error.errno in _NO_SUCH_RECORD else None
    except UnicodeError:
        return None
    return tuple(dict.fromkeys(str(answer[4][0]) for answer in answers))


async def _certificate(
    port: int, host: str, guard: Guard, settings: Settings, trust: ssl.SSLContext | None
) -> CertificateSeen | None:
    """None where no handshake came about: that is `site-unreachable`'s business."""
    strict = trust or ssl.create_default_context()
    lenient = ssl.create_default_context()
    lenient.check_hostname, lenient.verify_mode = False, ssl.CERT_NONE
    error = None
    try:
        async with asyncio.timeout(settings.fetch.timeout_seconds):
            address = literal(host) or (await guard.resolve(host, port))[0]["host"]
            try:
                shown = await _shake_hands(address, port, host, strict)
            except ssl.SSLCertVerificationError as refused:
                error = _VERIFY_ERRORS.get(refused.verify_code, "untrusted")
                shown = await _shake_hands(address, port, host, lenient)
    except (OSError, TimeoutError):
        return None
    return _described(shown, error)


async def _shake_hands(address: str, port: int, host: str, context: ssl.SSLContext) -> bytes:
    """The certificate that the host shows, in DER."""
    _, writer = await asyncio.open_connection(address, port, ssl=context, server_hostname=host)
    try:
        connection: ssl.SSLObject = writer.get_extra_info("ssl_object")
        return connection.getpeercert(binary_form=True) or b""
    finally:
        writer.close()


def _described(der: bytes, error: str | None) -> CertificateSeen:
    certificate = x509.load_der_x509_certificate(der)
    return CertificateSeen(
        not_after=certificate.not_valid_after_utc,
        subject=_common_name(certificate.subject),
        issuer=_common_name(certificate.issuer),
        error=error,
    )


def _common_name(name: x509.Name) -> str:
    named = name.get_attributes_for_oid(NameOID.COMMON_NAME)
    return str(named[0].value) if named else name.rfc4514_string()
