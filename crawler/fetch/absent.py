"""How a host answers for an address that surely does not exist: what its own error pages look like."""

import asyncio
from hashlib import blake2b
from urllib.parse import urlsplit

from crawler.fetch.door import Door
from crawler.fetch.failures import FetchError
from crawler.fetch.looks import Look, is_like, look_of

_MOST_HOPS = 5


class AbsentLooks:
    """Asks each host once, when the first doubt about it comes up."""

    def __init__(self, door: Door) -> None:
        self._door = door
        self._looks: dict[str, asyncio.Task[Look | None]] = {}

    async def look(self, url: str) -> Look | None:
        """The look of the error page of this address's host; None where it says 404 honestly, or nothing at all."""
        parts = urlsplit(url)
        origin = f"{parts.scheme}://{parts.netloc}"
        if origin not in self._looks:
            self._looks[origin] = asyncio.create_task(self._ask(origin))
        return await self._looks[origin]

    async def is_error_page(self, url: str, page: Look) -> bool:
        """True where `page`, the answer to `url`, is what the host says to any address that does not exist."""
        absent = await self.look(url)
        if absent is None or urlsplit(url).path in ("", "/"):
            return False
        redirected = page.final_url != url
        return (redirected and page.final_url == absent.final_url) or is_like(page, absent)

    async def _ask(self, origin: str) -> Look | None:
        name = blake2b(origin.encode(), digest_size=8).hexdigest()
        here = f"{origin}/{name}/{name}.html"
        try:
            for _ in range(_MOST_HOPS):
                answer = await self._door.ask("GET", here, peek=True)
                onward = answer.leads_to
                if onward is None:
                    return look_of(answer) if answer.status < 300 and answer.is_page else None
                here = onward
        except FetchError:
            return None  # nothing is known of its error pages, so no page can be told to be one
        return None
