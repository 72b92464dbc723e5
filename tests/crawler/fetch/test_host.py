import asyncio
import ssl
from contextlib import asynccontextmanager
from datetime import UTC, datetime, timedelta

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

from config.settings import FetchSettings, Settings
from crawler.fetch.host import look_at_host

HOST = "www.linhe.example"
SETTINGS = Settings(fetch=FetchSettings(hosts={HOST: "127.0.0.1"}))
NOW = datetime.now(UTC)


def certificate(folder, *, host=HOST, until=NOW + timedelta(days=90)):
    """A self-signed certificate; returns the file that holds it and its key."""
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, host)])
    signed = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(1)
        .not_valid_before(NOW - timedelta(days=365))
        .not_valid_after(until)
        .add_extension(x509.SubjectAlternativeName([x509.DNSName(host)]), critical=False)
        .add_extension(x509.BasicConstraints(ca=True, path_length=None), critical=True)
        .sign(key, hashes.SHA256())
    )
    pem = signed.public_bytes(serialization.Encoding.PEM) + key.private_bytes(
        serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
    )
    (file := folder / "host.pem").write_bytes(pem)
    return file


@asynccontextmanager
async def served(file):
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(file)
    server = await asyncio.start_server(lambda reader, writer: writer.close(), "127.0.0.1", 0, ssl=context)
    async with server:
        yield f"https://{HOST}:{server.sockets[0].getsockname()[1]}/"


def look(file, trusted=None):
    async def run():
        async with served(file) as url:
            return await look_at_host(url, SETTINGS, trust=trusted)

    return asyncio.run(run())


def test_a_certificate_that_a_browser_accepts_has_no_error(tmp_path):
    file = certificate(tmp_path)
    seen = look(file, ssl.create_default_context(cafile=file)).certificate
    assert (seen.error, seen.subject) == (None, HOST)
    assert seen.not_after - NOW > timedelta(days=89)


@pytest.mark.parametrize(
    ("made", "error"),
    [({"until": NOW - timedelta(days=1)}, "expired"), ({"host": "www.other.example"}, "wrong-host")],
)
def test_why_a_browser_would_warn(tmp_path, made, error):
    file = certificate(tmp_path, **made)
    seen = look(file, ssl.create_default_context(cafile=file)).certificate
    assert seen.error == error
    assert seen.not_after is not None


def test_a_certificate_nobody_vouches_for_is_self_signed(tmp_path):
    assert look(certificate(tmp_path)).certificate.error == "self-signed"


def test_a_host_that_does_not_answer_says_nothing_of_its_certificate():
    seen = asyncio.run(look_at_host(f"https://{HOST}:1/", SETTINGS))
    assert seen.certificate is None


def test_a_mapped_name_is_in_no_name_service():
    seen = asyncio.run(look_at_host(f"http://{HOST}/", SETTINGS))
    assert (seen.resolved, seen.ipv6, seen.certificate) == (False, (), None)


def test_a_name_with_one_family_only_is_told_from_one_nobody_answered_for():
    seen = asyncio.run(look_at_host("http://localhost/", Settings()))
    assert "127.0.0.1" in seen.ipv4
