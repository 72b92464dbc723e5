"""A page parsed once; every extractor reads from this one tree."""

from dataclasses import dataclass, field

from checks.observations.page import Crumb
from crawler.extract.element import Element
from crawler.extract.flow import Flow, read_flow


@dataclass(slots=True)
class ParsedPage:
    """A page's decoded text and its tree."""

    url: str
    """The page's own address, canonical."""
    base: str
    """What relative addresses are joined to: `<base href>` or the page's address."""
    html: str
    """The decoded source: for cheap substring tests before dear searches."""
    root: Element
    encoding: str
    """The encoding that decoding really used: `utf-8`, `gb18030`, …"""
    crumbs: tuple[Crumb, ...] | None = field(default=None, init=False, repr=False)
    """The breadcrumb, once `read_breadcrumb` has been asked for it."""
    trail: Element | None = field(default=None, init=False, repr=False)
    """What holds the breadcrumb, once it was read, where words or a name say that it is one."""
    _flow: Flow | None = field(default=None, init=False, repr=False)

    @property
    def flow(self) -> Flow:
        """The page's lines and anchors in order, walked once, when first asked for."""
        if self._flow is None:
            self._flow = read_flow(self.root)
        return self._flow
