"""How a host answers for an address that surely does not exist: what its own error pages look like."""

import asyncio
import re
from functools import partial
from hashlib import blake2b
from typing import NamedTuple
from urllib.parse import urlsplit

from crawler.fetch.door import Door
from crawler.fetch.looks import Look, is_like, look_of
from crawler.fetch.redirects import landed

_FRONT = re.compile(
    r"(?:/(?:portal|web|www|site|html|home|main))?/(?:(?:index|default|main|home)[\w-]*(?:\.\w+)?)?", re.IGNORECASE
)


class Absent(NamedTuple):
    """What a host says, with status 200, to any address that does not exist."""

    look: Look
    is_redirect: bool
    """True: it sends visitors there."""
    is_home: bool
    """True: what it shows them is its home page."""

    def outcome(self, url: str, page: Look) -> str | None:
        """Why `page`, the answer to `url`, is not what the address promised; None where it may be."""
        is_redirected = page.final_url != url
        if is_front(url) or (self.is_redirect and not is_redirected):
            return None  # the very place that lost visitors are sent to is there
        if is_redirected and page.final_url == self.look.final_url:
            return "redirect-home" if self.is_home else "soft-404"
        return "soft-404" if not self.is_home and is_like(page, self.look) else None


class AbsentLooks:
    """Asks each host once, when the first doubt about it comes up."""

    def __init__(self, door: Door) -> None:
        self._door = door
        self._looks: dict[str, asyncio.Task[Absent | None]] = {}

    async def look(self, url: str) -> Absent | None:
        """The error page of this address's host; None where it says 404 honestly, nothing at all, or always the same.

        A host that shows at its front what it shows to lost visitors says nothing by it: an application that its
        scripts draw, a notice that all is closed today.
        """
        parts = urlsplit(url)
        origin = f"{parts.scheme}://{parts.netloc}"
        if origin not in self._looks:
            self._looks[origin] = asyncio.create_task(self._ask(origin))
        return await self._looks[origin]

    async def outcome(self, url: str, page: Look) -> str | None:
        """Do what `Absent.outcome` says, for the host of this address."""
        absent = await self.look(url)
        return absent.outcome(url, page) if absent else None

    async def _ask(self, origin: str) -> Absent | None:
        """None also where nothing answers: then no page can be known for one of its error pages."""
        name = blake2b(origin.encode(), digest_size=8).hexdigest()
        nowhere = f"{origin}/{name}/{name}.html"
        ask = partial(self._door.ask, "GET", peek=True)
        answer = await landed(nowhere, ask)
        if answer is None or answer.status >= 300 or not answer.is_page:
            return None
        look, front = look_of(answer), await landed(f"{origin}/", ask)
        if front is None:
            return None
        is_redirect = answer.url != nowhere
        is_home = is_redirect and answer.url == front.url
        if not is_home and is_like(look_of(front), look):
            return None
        return Absent(look, is_redirect, is_home)


def is_front(url: str) -> bool:
    """True for an address that means a host's home page: `/`, `/index.html`, `/portal/`."""
    parts = urlsplit(url)
    return not parts.query and _FRONT.fullmatch(parts.path or "/") is not None
