"""Follows where a page's address leads, hop by hop."""

from collections.abc import Callable
from typing import NamedTuple

from checks.observations.link import Attempt
from crawler.fetch.answer import Answer
from crawler.fetch.door import Door
from crawler.fetch.failures import FetchError, failed_attempt
from crawler.fetch.link_probe import Probed, looped
from crawler.fetch.trail import Trail


class Followed(NamedTuple):
    """Where redirects led."""

    hops: tuple[Attempt, ...]
    """The redirects on the way."""
    answer: Answer | None = None
    """What the last address answered; None where it was not asked."""
    failed: Probed | None = None
    """Why there is no answer; None without an answer: the way led to where we may not follow."""


async def follow(door: Door, url: str, answer: Answer, *, may_follow: Callable[[str], bool]) -> Followed:
    """Follow the redirect that `url` answered with, as long as the next address may be asked."""
    hops = [answer.attempt("redirect")]
    trail = Trail()
    trail.goes_on(url)
    trail.note(answer)
    here = answer.leads_to
    while here is not None and trail.goes_on(here):
        if not may_follow(here):
            return Followed(tuple(hops))
        try:
            answer = await door.ask("GET", here, headers=trail.headers(here))
        except FetchError as error:
            return Followed(tuple(hops), failed=Probed(error.cause, (*hops, failed_attempt(error, "GET"))))
        here = answer.leads_to
        if here is None:
            return Followed(tuple(hops), answer)
        hops.append(answer.attempt("redirect"))
        trail.note(answer)
    return Followed(tuple(hops), failed=looped(hops))
