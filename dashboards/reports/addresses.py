"""Addresses as reports show them."""

from urllib.parse import unquote, urlsplit


def is_address(text: str) -> bool:
    """Whether the text is something that a browser opens."""
    return text.startswith(("http://", "https://"))


def is_own(address: str, site_url: str) -> bool:
    """Whether the address lies on the site itself. Only such ones are made links: others may be hijacked."""
    try:
        return is_address(address) and urlsplit(address).hostname == urlsplit(site_url).hostname
    except ValueError:
        return False  # http://[…: reported as malformed, and not to be taken apart


def readable(address: str) -> str:
    """An address with its Chinese characters instead of percent signs; as it is written where it is not UTF-8."""
    try:
        return unquote(address, errors="strict")
    except UnicodeDecodeError:
        return address
