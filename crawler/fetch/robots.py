"""What a site's robots.txt lets us read."""

from functools import partial
from urllib.parse import urlsplit

from protego import Protego

from crawler.fetch.door import Door
from crawler.fetch.redirects import landed

_OUR_NAME = "Duwang"
_MOST_BYTES = 500 << 10
"""Bytes of rules that are read: what RFC 9309 (2.5) asks for at least."""


class Robots:
    """The rules of one host; a host without the file allows everything."""

    def __init__(self, rules: Protego | None = None) -> None:
        self._rules = rules

    def allows(self, url: str) -> bool:
        """True for an address that we may read."""
        return self._rules is None or self._rules.can_fetch(url, _OUR_NAME)


async def read_robots(door: Door, url: str) -> Robots:
    """Fetch the rules of an address's host once, wherever it keeps them, and keep to the pause that they ask for."""
    parts = urlsplit(url)
    place = f"{parts.scheme}://{parts.netloc}/robots.txt"
    answer = await landed(place, partial(door.ask, "GET"))
    if answer is None or answer.status != 200 or answer.content_type == "text/html":
        return Robots()
    rules = Protego.parse(answer.body[:_MOST_BYTES].decode("utf-8-sig", "replace"))
    pause = rules.crawl_delay(_OUR_NAME)
    if pause:
        door.pace(url).slow_to(pause)
    return Robots(rules)
