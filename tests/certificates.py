"""Certificates made at run time, as authorities issue them to sites; keys never leave the test's own folder."""

import functools
import itertools
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat
from cryptography.x509.oid import AuthorityInformationAccessOID, NameOID

_SERIALS = itertools.count(1000)
_BEGAN = timedelta(days=-300)


@dataclass(frozen=True)
class Authority:
    """One that issues certificates: a root, or one below another."""

    name: str
    key: ec.EllipticCurvePrivateKey
    certificate: x509.Certificate
    parent: "Authority | None" = None

    @property
    def der(self) -> bytes:
        return self.certificate.public_bytes(Encoding.DER)

    def save(self, folder: Path) -> Path:
        """Its own certificate, as an office would add it to those it trusts."""
        (file := folder / f"{self.certificate.serial_number}.pem").write_bytes(_pem(self.certificate))
        return file

    def child(self, name: str, *, ends: timedelta = timedelta(days=900), fetched_at: str | None = None) -> "Authority":
        """An authority below this one; `fetched_at`: where its certificate says that its issuer's can be had."""
        key = ec.generate_private_key(ec.SECP256R1())
        made = _builder(name, self.name, key, ends=ends).add_extension(_CA, critical=True)
        return Authority(name, key, _pointing(made, fetched_at).sign(self.key, hashes.SHA256()), self)

    def issue(
        self,
        folder: Path,
        *hosts: str,
        starts: timedelta = _BEGAN,
        ends: timedelta = timedelta(days=60),
        common_name: str | None = None,
        chain: bool = True,
        fetched_at: str | None = None,
    ) -> Path:
        """A certificate for the hosts, with its key; `chain` False leaves out the authorities below the root."""
        key = ec.generate_private_key(ec.SECP256R1())
        names = x509.SubjectAlternativeName([x509.DNSName(host) for host in hosts])
        made = _builder(common_name or hosts[0], self.name, key, starts=starts, ends=ends)
        made = _pointing(made.add_extension(names, critical=False), fetched_at)
        links = [made.sign(self.key, hashes.SHA256())]
        above: Authority | None = self
        while chain and above is not None and above.parent is not None:
            links.append(above.certificate)
            above = above.parent
        return _save(folder, links, key)


@functools.cache
def root(name: str = "虚构根证书机构") -> Authority:
    """A root that nobody knows, but whoever is told of it."""
    key = ec.generate_private_key(ec.SECP256R1())
    made = _builder(name, name, key, ends=timedelta(days=3650)).add_extension(_CA, critical=True)
    return Authority(name, key, made.sign(key, hashes.SHA256()))


def self_signed(folder: Path, host: str) -> Path:
    """A certificate that a site gave to itself."""
    key = ec.generate_private_key(ec.SECP256R1())
    names = x509.SubjectAlternativeName([x509.DNSName(host)])
    made = _builder(host, host, key, ends=timedelta(days=60)).add_extension(names, critical=False)
    return _save(folder, [made.sign(key, hashes.SHA256())], key)


_CA = x509.BasicConstraints(ca=True, path_length=None)


def _builder(
    subject: str, issuer: str, key: ec.EllipticCurvePrivateKey, *, ends: timedelta, starts: timedelta = _BEGAN
) -> x509.CertificateBuilder:
    now = datetime.now(UTC)
    return (
        x509.CertificateBuilder()
        .subject_name(_named(subject))
        .issuer_name(_named(issuer))
        .public_key(key.public_key())
        .serial_number(next(_SERIALS))
        .not_valid_before(now + starts)
        .not_valid_after(now + ends)
    )


def _named(name: str) -> x509.Name:
    return x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, name)] if name else [])


def _pointing(made: x509.CertificateBuilder, issuer_at: str | None) -> x509.CertificateBuilder:
    if issuer_at is None:
        return made
    place = x509.AccessDescription(AuthorityInformationAccessOID.CA_ISSUERS, x509.UniformResourceIdentifier(issuer_at))
    return made.add_extension(x509.AuthorityInformationAccess([place]), critical=False)


def _save(folder: Path, links: list[x509.Certificate], key: ec.EllipticCurvePrivateKey) -> Path:
    secret = key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption())
    (file := folder / f"{links[0].serial_number}.pem").write_bytes(b"".join(map(_pem, links)) + secret)
    return file


def _pem(certificate: x509.Certificate) -> bytes:
    return certificate.public_bytes(Encoding.PEM)
