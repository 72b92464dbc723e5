"""Fetches a few addresses, without a reading around them: for `inspect` and `discover`."""

import asyncio
from collections.abc import AsyncIterator, Collection, Iterable, Mapping
from functools import partial

from checks.observations.fetch import Fetched, NotFetched
from config.settings import Settings
from crawler.extract.address import canonical
from crawler.extract.size import is_oversized
from crawler.fetch.answer import Answer
from crawler.fetch.door import Door
from crawler.fetch.failures import PASSING
from crawler.fetch.leading_on import sent_on
from crawler.fetch.redirects import Probed, follow


async def fetch_many(
    urls: Iterable[str], settings: Settings, *, own_hosts: Collection[str] = ()
) -> AsyncIterator[tuple[str, Fetched | NotFetched]]:
    """Fetch each address under the settings' guard, pace and limits; answers come in the order they arrive."""
    async with Door(settings.fetch, own_hosts) as door:
        pending = {
            asyncio.ensure_future(_fetch(door, url, settings.fetch.max_page_bytes)) for url in dict.fromkeys(urls)
        }
        try:
            for done in asyncio.as_completed(pending):
                fetched = await done
                yield fetched.url, fetched
        finally:
            for task in pending:
                task.cancel()


async def fetch_one(
    url: str, settings: Settings, *, own_hosts: Collection[str] = (), is_home: bool = False
) -> Fetched | NotFetched:
    """Fetch one address; a failure that may pass is tried once more.

    `is_home`: pages that only send browsers on are followed too, as far as the home page itself.
    """
    async with Door(settings.fetch, own_hosts) as door:
        return await _fetch(door, url, settings.fetch.max_page_bytes, is_home=is_home)


async def _fetch(door: Door, url: str, most_bytes: int, *, is_home: bool = False) -> Fetched | NotFetched:
    first = await _try(door, url, most_bytes, is_home=is_home)
    if isinstance(first, Fetched) or first.cause not in PASSING:
        return first
    return await _try(door, url, most_bytes, is_home=is_home)


async def _try(door: Door, url: str, most_bytes: int, *, is_home: bool) -> Fetched | NotFetched:
    """See `FetchSettings.max_page_bytes` for `most_bytes`."""
    found = await follow(canonical(url), partial(_ask_home, door) if is_home else partial(door.ask, "GET"))
    if isinstance(found, Probed):
        return NotFetched(url=url, cause=found.outcome)
    answer = found.answer
    if answer.status >= 300:
        return NotFetched(url=url, cause=f"http-{answer.status}")
    if answer.is_page and is_oversized(answer.body, most_bytes=most_bytes):
        return NotFetched(url=url, cause="page-too-large")
    return Fetched(
        url=url,
        final_url=answer.url,
        status=answer.status,
        body=answer.body,
        headers={name.lower(): value for name, value in answer.headers.items()},
    )


async def _ask_home(door: Door, url: str, *, headers: Mapping[str, str]) -> Answer:
    answer = await door.ask("GET", url, headers=headers)
    return sent_on(answer) or answer
