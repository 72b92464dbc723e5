"""Registered domains: what somebody owns, and may let lapse."""

import functools
from collections.abc import Callable
from typing import Any
from urllib.parse import urlsplit


@functools.cache
def _suffixes() -> Callable[[str], Any]:
    """The packaged list of public suffixes: nothing is fetched, and nothing read before it is asked for."""
    from tldextract import TLDExtract

    return TLDExtract(suffix_list_urls=(), cache_dir=None)


def registered_domain(url: str) -> str:
    """The domain under a public suffix that an address or host name belongs to; the host itself where there is none.

    "" for what is no address, such as `http://[`.
    """
    try:
        found: str = _suffixes()(url).top_domain_under_public_suffix
        return found or urlsplit(url).hostname or ""
    except ValueError:
        return ""


def same_domain(one: str, other: str) -> bool:
    """True for two addresses under one registered domain."""
    return registered_domain(one) == registered_domain(other)
