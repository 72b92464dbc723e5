"""A name service of our own: every name leads to loopback, with the IPv6 address that its host has today."""

import socket
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any
from unittest.mock import patch

from crawler.fetch.guard import literal
from tests.duwang.host_portals.state import NONE, SILENT

_REFUSALS = {NONE: socket.EAI_NONAME, SILENT: socket.EAI_AGAIN}


@contextmanager
def answering(ipv6_of: Callable[[str], str | None]) -> Iterator[None]:
    """Answer for the names that `ipv6_of` knows, and for nobody else: no question leaves this machine."""
    asked_before = socket.getaddrinfo

    def getaddrinfo(host: Any, port: Any, family: int = 0, *more: int, **named: int) -> list[tuple[Any, ...]]:
        if host is None or literal(host):
            return asked_before(host, port, family, *more, **named)
        ipv6 = ipv6_of(host)
        told = NONE if ipv6 is None else ipv6 if family == socket.AF_INET6 else "127.0.0.1"
        if told in _REFUSALS:
            raise socket.gaierror(_REFUSALS[told], told)
        kind = socket.AF_INET6 if ":" in told else socket.AF_INET
        return [(kind, socket.SOCK_STREAM, socket.IPPROTO_TCP, "", (told, port or 0))]

    with patch("socket.getaddrinfo", getaddrinfo):
        yield
