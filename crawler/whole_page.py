"""A page with what its scripts and frames bring in, and as a browser draws it where that is not enough."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Final, NamedTuple

from checks.observations.page import PageSeen
from crawler.drawing import Drawing, as_answer, is_hidden, with_drawn
from crawler.extract.kind import file_kind
from crawler.extract.size import is_oversized
from crawler.fetch.answer import Answer
from crawler.fetch.door import Door
from crawler.fetch.failures import FetchError

_MOST_PARTS: Final = 10
"""Scripts, frames and record lists that are fetched for one page."""
ReadPage = Callable[[Answer, Mapping[str, bytes]], PageSeen]
"""Reads an answer's page with the parts at these addresses."""


class WholePage(NamedTuple):
    """A page, as far as it can be seen."""

    page: PageSeen
    is_whole: bool
    """False: a part of it comes from elsewhere, or cannot be seen; its own bytes do not tell when it changes."""


@dataclass(frozen=True, slots=True)
class WholePages:
    """Completes pages through the door."""

    door: Door
    drawing: Drawing
    most_bytes: int
    """A larger page or part is not parsed."""

    async def read(self, answer: Answer, read: ReadPage, *, may_draw: bool) -> WholePage:
        """Read a page, then what it wants, then what a browser makes of it; each only where it is needed."""
        page = read(answer, {})
        if parts := await self._parts(page):
            page = read(answer, parts)
        drawn = await self.drawing.draw(answer, page) if may_draw else None
        if drawn is not None and not self.is_oversized(as_answer(answer, drawn)):
            page = with_drawn(page, read(as_answer(answer, drawn), drawn.frames))
        return WholePage(page, not page.wants and drawn is None and not is_hidden(page.column))

    def is_oversized(self, answer: Answer) -> bool:
        """True for a page, not a file, that would hold up the whole reading."""
        if not is_oversized(answer.body, most_bytes=self.most_bytes):
            return False
        return file_kind(answer.body, answer.headers.get("Content-Type")) is None

    async def _parts(self, page: PageSeen) -> dict[str, bytes]:
        parts: dict[str, bytes] = {}
        for want in page.wants[:_MOST_PARTS]:
            try:
                part = await self.door.ask("GET", want.url)
            except FetchError:
                continue  # the page itself says that it could not be seen whole
            if part.status == 200 and not self.is_oversized(part):
                parts[want.url] = part.body
        return parts
