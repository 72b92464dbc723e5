"""Follows where an address leads, hop by hop as browsers do: with the cookies that are set on the way."""

from collections import defaultdict
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import replace
from typing import NamedTuple, Protocol
from urllib.parse import urlsplit

from multidict import MultiMapping

from checks.observations.link import Attempt
from crawler.fetch.answer import Answer
from crawler.fetch.failures import FetchError

MOST_HOPS = 10
"""Redirects that are followed. Browsers give up at 20; what needs more than ten is in a loop or as good as."""


class Probed(NamedTuple):
    """How one try at an address ended. `outcome` is an `Attempt.outcome`."""

    outcome: str
    attempts: tuple[Attempt, ...]

    @classmethod
    def by(cls, answer: Answer, outcome: str, hops: tuple[Attempt, ...] = ()) -> "Probed":
        """A try that ended with an answer; the witnesses are the redirects before it, and itself."""
        return cls(outcome, (*hops, answer.attempt(outcome)))

    @property
    def ok(self) -> bool:
        """True: the target is there."""
        return self.outcome == "ok"


class Arrival(NamedTuple):
    """The end of a way."""

    answer: Answer
    """A redirect only where the next address may not be asked for."""
    hops: tuple[Attempt, ...]
    """The redirects before it."""


class Ask(Protocol):
    """Sends one request, as `Door.ask` does; raises `FetchError`."""

    def __call__(self, url: str, *, headers: Mapping[str, str]) -> Awaitable[Answer]:
        """What the address answers, redirects not followed."""
        ...


async def follow(
    url: str, ask: Ask, *, first: Answer | None = None, may_follow: Callable[[str], bool] = lambda _: True
) -> Arrival | Probed:
    """Ask for an address and follow its redirects; `Probed` says why a way breaks off, or that it has no end.

    `first`: what the address has answered already.
    """
    hops: list[Attempt] = []
    trail = Trail()
    here = url
    while trail.goes_on(here):
        try:
            answer = first or await ask(here, headers=trail.headers(here))
        except FetchError as error:
            return Probed(error.cause, (*hops, error.attempt()))
        onward = answer.leads_to
        if onward is None or not may_follow(onward):
            return Arrival(answer, tuple(hops))
        hops.append(answer.attempt("redirect"))
        trail.note(answer)
        here, first = onward, None
    return Probed("redirect-loop", (replace(hops[-1], outcome="redirect-loop"),))  # the last hop is the witness


async def landed(url: str, ask: Ask) -> Answer | None:
    """The answer that redirects lead to; None where none came."""
    found = await follow(url, ask)
    return found.answer if isinstance(found, Arrival) else None


class Trail:
    """Where one chain of redirects has been.

    Many servers and walls set a cookie and send the visitor to the same address again: without it that is a loop.
    """

    def __init__(self) -> None:
        self._been: set[tuple[str, str]] = set()
        self._cookies: defaultdict[str, dict[str, str]] = defaultdict(dict)
        """Host -> name -> value."""

    def goes_on(self, url: str) -> bool:
        """True, and noted, for an address to be asked next; False where it was asked so, or the way is long."""
        step = url, self._shown_at(url)
        if step in self._been or len(self._been) > MOST_HOPS:
            return False
        self._been.add(step)
        return True

    def headers(self, url: str) -> dict[str, str]:
        """What an address is asked with."""
        cookies = self._shown_at(url)
        return {"Cookie": cookies} if cookies else {}

    def note(self, answer: Answer) -> None:
        """Take the cookies that an answer sets."""
        if not isinstance(answer.headers, MultiMapping):
            return
        for set_cookie in answer.headers.getall("Set-Cookie", ()):
            name, mark, value = set_cookie.partition(";")[0].strip().partition("=")
            if mark and name.isascii() and value.isascii():
                self._cookies[urlsplit(answer.url).netloc][name] = value

    def _shown_at(self, url: str) -> str:
        if not self._cookies:
            return ""
        cookies = self._cookies.get(urlsplit(url).netloc, {})
        return "; ".join(f"{name}={value}" for name, value in cookies.items())
