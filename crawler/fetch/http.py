"""aiohttp, imported without the certificates of all authorities.

It reads the system's twice, into contexts of its own, which take 60 ms of every start: we never use these (`tls`).
"""

import os
from collections.abc import Iterator
from contextlib import contextmanager

_AUTHORITIES = "SSL_CERT_FILE"
"""The variable by which OpenSSL is told of another file than the system's."""


@contextmanager
def _no_authorities() -> Iterator[None]:
    before = os.environ.get(_AUTHORITIES)
    os.environ[_AUTHORITIES] = os.devnull
    try:
        yield
    finally:
        if before is None:
            del os.environ[_AUTHORITIES]
        else:
            os.environ[_AUTHORITIES] = before


with _no_authorities():
    import aiohttp
    import aiohttp.abc

__all__ = ["aiohttp"]
