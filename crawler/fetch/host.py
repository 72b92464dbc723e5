"""Looks at a site's host: its addresses in the name service, and the certificate that it shows."""

import asyncio
import socket
import ssl
from collections.abc import Iterable
from datetime import UTC, datetime
from typing import NamedTuple
from urllib.parse import urlsplit

from cryptography import x509
from cryptography.hazmat.primitives.serialization import Encoding
from cryptography.x509.oid import AuthorityInformationAccessOID, NameOID

from checks.observations.host import CertificateSeen, HostSeen
from config.settings import FetchSettings, Settings
from crawler.fetch import tls
from crawler.fetch.door import Door
from crawler.fetch.failures import FetchError
from crawler.fetch.guard import NEVER_IN_DNS, Guard, literal

_NO_SUCH_RECORD = (socket.EAI_NONAME, getattr(socket, "EAI_NODATA", socket.EAI_NONAME))

# OpenSSL's X509_V_ERR_* numbers -> the words of `CertificateSeen.error`; any other is `untrusted`.
_VERIFY_ERRORS = {9: "not-yet-valid", 10: "expired", 18: "self-signed", 62: "wrong-host", 64: "wrong-host"}
_MOST_LINKS = 3
"""Authorities between a site's certificate and a root; in practice one or two."""


async def look_at_host(url: str, settings: Settings, *, own_hosts: Iterable[str] = ()) -> HostSeen:
    """Return what the name service and, for an https address, a TLS handshake show of an address's host.

    A host that the settings map, or whose name is reserved, is in no name service: then the addresses say nothing.
    Nor do they where this machine's name service tells nobody's IPv6 addresses.
    """
    parts = urlsplit(url)
    host = (parts.hostname or "").rstrip(".")
    ipv4, ipv6 = await asyncio.gather(_addresses(host, socket.AF_INET), _addresses(host, socket.AF_INET6))
    asked = host not in settings.fetch.hosts and not host.endswith(NEVER_IN_DNS) and literal(host) is None
    resolved = asked and bool(ipv4) and ipv6 is not None
    if resolved and not ipv6:
        resolved = await tells_ipv6(settings.fetch)
    return HostSeen(
        host=host,
        ipv4=ipv4 or (),
        ipv6=ipv6 or (),
        resolved=resolved,
        certificate=await _certificate(host, parts.port or 443, settings.fetch, own_hosts)
        if parts.scheme == "https"
        else None,
    )


async def certificate_holder(url: str, settings: Settings) -> str:
    """Whom the certificate of an https address is made out to; "" where none can be read. Nothing is judged."""
    parts = urlsplit(url)
    try:
        async with asyncio.timeout(settings.fetch.timeout_seconds):
            peer = await _peer(parts.hostname or "", parts.port or 443, settings.fetch)
            return _holder(await peer.shown(tls.lenient()))
    except (OSError, TimeoutError, ValueError):
        return ""


async def tells_ipv6(settings: FetchSettings) -> bool:
    """Whether the name service tells a control's IPv6 address. Where it leaves them out, nobody seems to have one."""
    hosts = (urlsplit(url).hostname or "" for url in settings.controls)
    return any(await asyncio.gather(*(_addresses(host, socket.AF_INET6) for host in hosts)))


async def refuses_everybody(settings: FetchSettings) -> bool:
    """True where a control's certificate is refused: by a wrong clock, or because a proxy shows one of its own.

    Many offices look into encrypted traffic on its way out. Where no control can be reached, nobody can say so.
    """
    refused = await asyncio.gather(*(_is_refused(url, settings) for url in settings.controls))
    return next((one for one in refused if one is not None), False)


async def _is_refused(url: str, settings: FetchSettings) -> bool | None:
    """None where no handshake came about."""
    parts = urlsplit(url)
    try:
        async with asyncio.timeout(settings.timeout_seconds):
            peer = await _peer(parts.hostname or "", parts.port or 443, settings)
            return await peer.refusal(tls.strict(settings.ca_file)) is not None
    except (OSError, TimeoutError, ValueError):
        return None


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


class _Peer(NamedTuple):
    """Who we shake hands with."""

    address: str
    port: int
    host: str

    async def shown(self, context: ssl.SSLContext) -> x509.Certificate:
        """Its certificate. Raises `OSError`, the context's refusal among them, and `ValueError` for an odd one."""
        _, writer = await asyncio.open_connection(self.address, self.port, ssl=context, server_hostname=self.host)
        try:
            connection: ssl.SSLObject = writer.get_extra_info("ssl_object")
            return x509.load_der_x509_certificate(connection.getpeercert(binary_form=True) or b"")
        finally:
            writer.close()

    async def refusal(self, context: ssl.SSLContext) -> int | None:
        """OpenSSL's number of what is wrong with the certificate; None: nothing."""
        try:
            await self.shown(context)
        except ssl.SSLCertVerificationError as refused:
            return refused.verify_code
        return None


async def _certificate(
    host: str, port: int, settings: FetchSettings, own_hosts: Iterable[str]
) -> CertificateSeen | None:
    """None where no handshake came about: that is `site-unreachable`'s business."""
    try:
        async with asyncio.timeout(settings.timeout_seconds):
            peer = await _peer(host, port, settings, own_hosts)
            code = await peer.refusal(tls.strict(settings.ca_file))
            shown = await peer.shown(tls.lenient())
        async with asyncio.timeout(settings.timeout_seconds):
            error = await _trouble(peer, shown, code, settings)
        if error is not None and await refuses_everybody(settings):
            error = "own-network"
        subject, issuer = _holder(shown), _common_name(shown.issuer)
        return CertificateSeen(not_after=shown.not_valid_after_utc, subject=subject, issuer=issuer, error=error)
    except (OSError, TimeoutError):
        return None
    except ValueError:  # a certificate that cannot be read says nothing that we could report
        return CertificateSeen()


async def _peer(host: str, port: int, settings: FetchSettings, own_hosts: Iterable[str] = ()) -> _Peer:
    address = literal(host) or (await Guard(settings, own_hosts).resolve(host, port))[0]["host"]
    return _Peer(address, port, host)


async def _trouble(peer: _Peer, shown: x509.Certificate, code: int | None, settings: FetchSettings) -> str | None:
    """The word for what is wrong. Links that the server left out of the chain are fetched, as browsers do."""
    if code not in tls.LINKS_MISSING:
        return _word(shown, code)
    link, context = shown, tls.trusting(settings.ca_file)
    async with Door(settings) as door:
        for _ in range(_MOST_LINKS):
            place = _issuer_at(link)
            if place is None:
                break
            issuer = await _fetched(place, door)
            if issuer is None:
                return "chain-unknown"
            if issuer.issuer == issuer.subject:
                break  # a root is trusted because we know it, not because somebody sends it
            link = issuer
            context.load_verify_locations(cadata=issuer.public_bytes(Encoding.DER))
            code = await peer.refusal(context)
            if code not in tls.LINKS_MISSING:
                return _word(shown, code) or "incomplete-chain"
    return "untrusted"


def _word(shown: x509.Certificate, code: int | None) -> str | None:
    """What OpenSSL's number says of the site's own certificate; of another link's dates it says little."""
    word = None if code is None else _VERIFY_ERRORS.get(code, "untrusted")
    if word not in ("expired", "not-yet-valid"):
        return word
    is_its_own = not shown.not_valid_before_utc <= datetime.now(UTC) <= shown.not_valid_after_utc
    return word if is_its_own else "untrusted"


def _issuer_at(certificate: x509.Certificate) -> str | None:
    """Where a certificate says that its issuer's can be fetched."""
    try:
        told = certificate.extensions.get_extension_for_class(x509.AuthorityInformationAccess).value
    except x509.ExtensionNotFound:
        return None
    places = (
        one.access_location.value
        for one in told
        if one.access_method == AuthorityInformationAccessOID.CA_ISSUERS
        and isinstance(one.access_location, x509.UniformResourceIdentifier)
    )
    return next((place for place in places if place.startswith("http://")), None)


async def _fetched(place: str, door: Door) -> x509.Certificate | None:
    try:
        answer = await door.ask("GET", place, peek=True)
        pem = answer.body.lstrip().startswith(b"-----")
        return x509.load_pem_x509_certificate(answer.body) if pem else x509.load_der_x509_certificate(answer.body)
    except (FetchError, ValueError):
        return None


def _holder(certificate: x509.Certificate) -> str:
    """Whom it is made out to: its common name or, where that is not filled in any more, the first of its hosts."""
    if certificate.subject.get_attributes_for_oid(NameOID.COMMON_NAME):
        return _common_name(certificate.subject)
    try:
        names = certificate.extensions.get_extension_for_class(x509.SubjectAlternativeName).value
    except x509.ExtensionNotFound:
        return _common_name(certificate.subject)
    hosts = names.get_values_for_type(x509.DNSName)
    return hosts[0] if hosts else _common_name(certificate.subject)


def _common_name(name: x509.Name) -> str:
    named = name.get_attributes_for_oid(NameOID.COMMON_NAME)
    return str(named[0].value) if named else name.rfc4514_string()
