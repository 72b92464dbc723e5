"""How we shake hands with servers: as lenient about their age as browsers are, and as strict about certificates."""

import functools
import ssl
from typing import Final

LINKS_MISSING: Final = (2, 20, 21)
"""OpenSSL's numbers for a chain that lacks a link: browsers fetch it, so people see nothing wrong."""


@functools.cache
def strict(ca_file: str = "") -> ssl.SSLContext:
    """Accepts the certificates that browsers accept. One for all that ask: reading the system's authorities is dear."""
    return trusting(ca_file)


def trusting(ca_file: str = "") -> ssl.SSLContext:
    """Trusts the system's authorities, and the office's own in `ca_file`; one's own, to add more."""
    context = _context()
    context.load_default_certs()
    if ca_file:
        context.load_verify_locations(cafile=ca_file)
    return context


@functools.cache
def lenient() -> ssl.SSLContext:
    """Accepts any certificate: what is wrong with it is said elsewhere, and the page is read all the same."""
    context = _context()
    context.check_hostname = False
    context.verify_mode = ssl.CERT_NONE
    context.set_ciphers("DEFAULT:@SECLEVEL=0")  # TLS 1.0, which some browsers in use still speak
    return context


def _context() -> ssl.SSLContext:
    """Many portals still run old TLS servers."""
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    context.set_ciphers("DEFAULT:@SECLEVEL=1")
    context.options |= getattr(ssl, "OP_LEGACY_SERVER_CONNECT", 0x4)
    return context
