"""Where we never connect: other schemes than http, and addresses inside somebody's network.

A page under watch may link or redirect anywhere. Without this guard it could make us ask our own network's
machines, or a cloud's metadata service, and print what they answer.
"""

import asyncio
import ipaddress
import socket
from collections.abc import Iterable
from urllib.parse import urlsplit

from config.settings import FetchSettings
from crawler.fetch.http import aiohttp

NEVER_IN_DNS = (".example", ".invalid")
"""Reserved by RFC 2606: no name server knows them, so none is asked."""

_AFTER_SCHEME = len("https://")
_NAT64 = ipaddress.ip_network("64:ff9b::/96")
_GIVEN_OUT = ipaddress.ip_network("2000::/3")
"""All IPv6 addresses of the open Internet. Beyond it lie old sorts of private ones (fec0::/10) and of carrying IPv4."""

Address = ipaddress.IPv4Address | ipaddress.IPv6Address


class RefusedAddressError(OSError):
    """The guard says no. `cause` is an `Attempt.outcome`: `inside-address`, `scheme` or `malformed`."""

    def __init__(self, cause: str, shown: str) -> None:
        self.cause = cause
        super().__init__(f"{cause}: {shown}")


def is_inside(address: str) -> bool:
    """True for an IP address that is not of the open Internet, however it is wrapped.

    Private, loopback, link-local, shared, multicast, unspecified and reserved ones; IPv4 inside IPv6 by mapping,
    6to4, Teredo or NAT64 counts as what it carries. Raises ValueError for what is no IP address.
    """
    found = ipaddress.ip_address(address.partition("%")[0])
    carried = tuple(_carried(found))
    if found.version == 6 and not carried and found not in _GIVEN_OUT:
        return True
    return any(not one.is_global or one.is_multicast for one in (found, *carried))


def _carried(address: Address) -> Iterable[ipaddress.IPv4Address]:
    if address.version == 4:
        return
    if address.ipv4_mapped:
        yield address.ipv4_mapped
    if address.sixtofour:
        yield address.sixtofour
    if address.teredo:
        yield from address.teredo
    if address in _NAT64:
        yield ipaddress.IPv4Address(int(address) & 0xFFFFFFFF)


def literal(host: str) -> str | None:
    """The IP address that a host *is*, also in decimal, octal or hexadecimal; None for a name."""
    try:
        return str(ipaddress.ip_address(host))
    except ValueError:
        pass
    try:
        return socket.inet_ntoa(socket.inet_aton(host)) if host[:1].isdigit() else None
    except (OSError, UnicodeError):
        return None


class Guard(aiohttp.abc.AbstractResolver):
    """Judges addresses before a request, and resolves names for aiohttp, which connects to just what was judged."""

    def __init__(self, settings: FetchSettings, own_hosts: Iterable[str] = ()) -> None:
        self._allow_inside = settings.allow_private
        self._mapped = {host.lower(): address for host, address in settings.hosts.items()}
        self._trusted = {host.lower() for host in own_hosts} | self._mapped.keys()
        self._let_pass: set[str] = set()
        """`scheme://host:port` of addresses that may be asked for."""

    def check(self, url: str) -> None:
        """Raise `RefusedAddressError` for what must not be asked for. A name's addresses are `resolve`'s business."""
        end = url.find("/", _AFTER_SCHEME)
        origin = url[:end] if end >= 0 else url
        if origin not in self._let_pass:
            self._judge(url)
            self._let_pass.add(origin)

    def _judge(self, url: str) -> None:
        try:
            parts = urlsplit(url)
            host = parts.hostname
            parts.port  # noqa: B018  # reading it is what validates it
        except ValueError as error:
            raise RefusedAddressError("malformed", url) from error
        if parts.scheme not in ("http", "https"):
            raise RefusedAddressError("scheme", url)
        if not host:
            raise RefusedAddressError("malformed", url)
        address = literal(host)
        if address and not self._may_connect(host, address):
            raise RefusedAddressError("inside-address", url)

    async def resolve(
        self, host: str, port: int = 0, family: socket.AddressFamily = socket.AF_INET
    ) -> list[aiohttp.abc.ResolveResult]:
        """Every address of `host`, all of them judged: one inside address among them spoils the name."""
        mapped = self._mapped.get(host.lower())
        if mapped:
            return [_result(host, mapped, port)]
        if host.lower().endswith(NEVER_IN_DNS):
            raise socket.gaierror(socket.EAI_NONAME, "reserved name")
        found = await asyncio.get_running_loop().getaddrinfo(
            host, port, family=family, type=socket.SOCK_STREAM, flags=socket.AI_ADDRCONFIG
        )
        addresses = [str(answer[4][0]) for answer in found]
        if not all(self._may_connect(host, address) for address in addresses):
            raise RefusedAddressError("inside-address", host)
        return [_result(host, address, port) for address in addresses]

    async def close(self) -> None:
        """Nothing is held open."""

    def _may_connect(self, host: str, address: str) -> bool:
        return self._allow_inside or host.lower() in self._trusted or not is_inside(address)


def _result(host: str, address: str, port: int) -> aiohttp.abc.ResolveResult:
    family = socket.AF_INET6 if ":" in address else socket.AF_INET
    return aiohttp.abc.ResolveResult(
        hostname=host, host=address, port=port, family=family, proto=0, flags=socket.AI_NUMERICHOST
    )
