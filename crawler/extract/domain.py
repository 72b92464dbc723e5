"""Registered domains: what somebody owns, and may let lapse."""

from urllib.parse import urlsplit

import tldextract

_SUFFIXES = tldextract.TLDExtract(suffix_list_urls=(), cache_dir=None)  # the packaged list: nothing is fetched


def registered_domain(url: str) -> str:
    """The domain under a public suffix that an address or host name belongs to; the host itself where there is none."""
    return _SUFFIXES(url).top_domain_under_public_suffix or urlsplit(url).hostname or ""


def same_domain(one: str, other: str) -> bool:
    """True for two addresses under one registered domain."""
    return registered_domain(one) == registered_domain(other)
