"""Fetches a few addresses, without a reading around them: for `inspect` and `discover`."""

import asyncio
from collections.abc import AsyncIterator, Collection, Iterable

from checks.observations.fetch import Fetched, NotFetched
from checks.observations.link import Attempt
from config.settings import Settings
from crawler.extract.address import canonical
from crawler.extract.size import is_oversized
from crawler.fetch.answer import Answer
from crawler.fetch.door import Door
from crawler.fetch.failures import PASSING, FetchError, failed_attempt
from crawler.fetch.trail import Trail


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


async def fetch_one(url: str, settings: Settings, *, own_hosts: Collection[str] = ()) -> Fetched | NotFetched:
    """Fetch one address; a failure that may pass is tried once more."""
    async with Door(settings.fetch, own_hosts) as door:
        return await _fetch(door, url, settings.fetch.max_page_bytes)


async def _fetch(door: Door, url: str, most_bytes: int) -> Fetched | NotFetched:
    first = await follow(door, url, most_bytes=most_bytes)
    if isinstance(first, Fetched) or first.cause not in PASSING:
        return first
    second = await follow(door, url, most_bytes=most_bytes)
    attempts = first.attempts + second.attempts
    if isinstance(second, Fetched):
        return Fetched(
            url=url,
            final_url=second.final_url,
            status=second.status,
            body=second.body,
            headers=second.headers,
            attempts=attempts,
        )
    return NotFetched(url=url, cause=second.cause, attempts=attempts, gone=second.gone)


async def follow(door: Door, url: str, *, most_bytes: int) -> Fetched | NotFetched:
    """Ask for an address and follow its redirects, each hop judged by the door; see `FetchSettings.max_page_bytes`."""
    attempts: list[Attempt] = []
    trail = Trail()
    here = canonical(url)
    while trail.goes_on(here):
        try:
            answer = await door.ask("GET", here, headers=trail.headers(here))
        except FetchError as error:
            return NotFetched(url=url, cause=error.cause, attempts=(*attempts, failed_attempt(error, "GET")))
        onward = answer.leads_to
        if onward is None:
            return _judged(url, here, answer, attempts, most_bytes)
        attempts.append(answer.attempt("redirect"))
        trail.note(answer)
        here = onward
    return NotFetched(url=url, cause="redirect-loop", attempts=tuple(attempts))


def _judged(url: str, final: str, answer: Answer, attempts: list[Attempt], most_bytes: int) -> Fetched | NotFetched:
    if answer.status >= 300:
        cause = f"http-{answer.status}"
        gone = answer.status in (404, 410)
        return NotFetched(url=url, cause=cause, attempts=(*attempts, answer.attempt(cause)), gone=gone)
    if answer.is_page and is_oversized(answer.body, most_bytes=most_bytes):
        return NotFetched(url=url, cause="page-too-large", attempts=(*attempts, answer.attempt("ok")))
    return Fetched(
        url=url,
        final_url=final,
        status=answer.status,
        body=answer.body,
        headers={name.lower(): value for name, value in answer.headers.items()},
        attempts=(*attempts, answer.attempt("ok")),
    )
