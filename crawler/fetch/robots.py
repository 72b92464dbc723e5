"""What a site's robots.txt lets us read."""

from urllib.parse import urlsplit

from protego import Protego

from crawler.fetch.door import Door
from crawler.fetch.failures import FetchError

_OUR_NAME = "Duwang"


class Robots:
    """The rules of one host; a host without the file allows everything."""

    def __init__(self, rules: Protego | None = None) -> None:
        self._rules = rules

    def allows(self, url: str) -> bool:
        """True for an address that we may read."""
        return self._rules is None or self._rules.can_fetch(url, _OUR_NAME)


async def read_robots(door: Door, url: str) -> Robots:
    """Fetch the rules of an address's host once, and keep to the pause that they ask for."""
    parts = urlsplit(url)
    try:
        answer = await door.ask("GET", f"{parts.scheme}://{parts.netloc}/robots.txt", peek=True)
    except FetchError:
        return Robots()
    if answer.status != 200 or not answer.body.strip() or answer.content_type == "text/html":
        return Robots()
    rules = Protego.parse(answer.body.decode("utf-8", "replace"))
    pause = rules.crawl_delay(_OUR_NAME)
    if pause:
        door.pace(url).slow_to(pause)
    return Robots(rules)
