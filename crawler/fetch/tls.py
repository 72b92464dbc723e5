"""How we shake hands with servers: as lenient about their age as browsers are, and as strict about certificates."""

import ssl


def strict(ca_file: str = "") -> ssl.SSLContext:
    """Accepts the certificates that browsers accept, and those of the office's own authorities in `ca_file`."""
    context = _context()
    if ca_file:
        context.load_verify_locations(cafile=ca_file)
    return context


def lenient() -> ssl.SSLContext:
    """Accepts any certificate: what is wrong with it is said elsewhere, and the page is read all the same."""
    context = _context()
    context.check_hostname = False
    context.verify_mode = ssl.CERT_NONE
    return context


def _context() -> ssl.SSLContext:
    """Many portals still run old TLS servers; and Python 3.13 refuses, by two flags, what no browser does."""
    context = ssl.create_default_context()
    context.set_ciphers("DEFAULT:@SECLEVEL=1")
    context.options |= getattr(ssl, "OP_LEGACY_SERVER_CONNECT", 0x4)
    context.verify_flags &= ~(ssl.VERIFY_X509_STRICT | ssl.VERIFY_X509_PARTIAL_CHAIN)
    return context
