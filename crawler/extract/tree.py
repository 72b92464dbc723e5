"""A page parsed once; every extractor reads from this one tree."""

from dataclasses import dataclass

from lxml.html import HtmlElement


@dataclass(slots=True)
class ParsedPage:
    """A page's decoded text and its tree."""

    url: str
    """The page's own address, canonical."""
    base: str
    """What relative addresses are joined to: `<base href>` or the page's address."""
    html: str
    """The decoded source: for cheap substring tests before dear searches."""
    root: HtmlElement
    encoding: str
    """The encoding that decoding really used: `utf-8`, `gb18030`, …"""
