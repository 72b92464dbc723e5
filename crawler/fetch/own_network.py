"""Whether a host that cannot be reached is at fault, or our own network: others have to answer at the same time."""

import asyncio
import socket
import time
from collections.abc import Collection, Iterable
from http import HTTPStatus
from math import inf
from urllib.parse import urlsplit

from checks.observations.link import Attempt
from checks.trust import network_failed
from config.trust import load_trust
from crawler.extract.address import host_of
from crawler.fetch.door import Door
from crawler.fetch.failures import NO_CONNECTION, NOT_ASKED, FetchError
from crawler.fetch.guard import NEVER_IN_DNS, is_inside
from storage.queries.targets import AskedOutside

OWN_NETWORK = "own-network"
"""The cause where nobody can say whether an address or our own network is at fault."""
_MOST_CONTROLS = 3
"""Hosts that are asked before our network counts as down."""


def cannot_exist(url: str, outcome: str) -> bool:
    """True for a name that is not known because nobody can have it: that says nothing about our network."""
    return outcome == "dns" and _name_in(url).endswith(NEVER_IN_DNS)


async def is_near(url: str, mapped: Collection[str]) -> bool:
    """True for a host in our own network, or one that `mapped` leads there: the Internet has no part in it."""
    name = _name_in(url)
    if name in mapped or name.endswith(NEVER_IN_DNS):
        return True
    try:
        found = await asyncio.get_running_loop().getaddrinfo(name, None, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError):
        return False
    return any(is_inside(str(answer[4][0])) for answer in found)


def _name_in(url: str) -> str:
    return (urlsplit(url).hostname or "").rstrip(".")


def was_silent(outcome: str, attempts: Iterable[Attempt]) -> bool:
    """True: the asked host itself could not be reached; where it redirects, it is another one that could not."""
    return outcome in NO_CONNECTION and all(attempt.outcome != "redirect" for attempt in attempts)


def doubtful_targets(asked: Iterable[AskedOutside]) -> list[int]:
    """Of the addresses on other hosts, those that nobody is to be accused of, because most hosts cannot be reached.

    Hosts that were dead before this reading, and names that nobody can have, say nothing about today's network.
    """
    answered: set[str] = set()
    failed: dict[str, list[AskedOutside]] = {}
    for one in asked:
        host = host_of(one.url)
        cause = one.cause or ""
        if cause in NOT_ASKED:
            continue
        if not was_silent(cause, one.attempts) and not cause.startswith(("tls", OWN_NETWORK)):
            answered.add(host)
        elif not one.known and not cannot_exist(one.url, cause):
            failed.setdefault(host, []).append(one)
    silent = failed.keys() - answered
    if not network_failed(len(silent), len(answered), load_trust().network):
        return []
    return [one.id for host in silent for one in failed[host] if one.verdict in ("confirmed", "likely")]


class OwnNetwork:
    """Remembers when hosts answered, and asks one of them again where that is too long ago."""

    def __init__(self, door: Door, home: str, *, fresh_seconds: float) -> None:
        """`fresh_seconds`: so long an answer shows that our network works; the time that lies between two tries."""
        self._door = door
        self._home = home
        self._home_host = host_of(home)
        self._fresh = fresh_seconds
        self._answered: dict[str, tuple[float, str]] = {}
        """Host -> when it answered last, and one of its addresses; the latest last."""
        self._silent: set[str] = set()
        self._asking = asyncio.Lock()
        self._home_looked_at, self._home_served = -inf, True
        self._nobody_at: dict[bool, float] = {}
        """For addresses of the site and others: when nobody answered who was asked for control."""

    def heard(self, url: str) -> None:
        """Note that a host answered, whatever it said."""
        host = host_of(url)
        self._answered.pop(host, None)
        self._answered[host] = (time.monotonic(), url)

    def missed(self, url: str, outcome: str) -> None:
        """Note that a host could not be reached."""
        if not cannot_exist(url, outcome):
            self._silent.add(host_of(url))

    async def vouches_for(self, url: str, outcome: str, *, on_site: bool) -> bool:
        """True: our network works, so that an address that cannot be reached is itself at fault.

        Another host answered just now, or answers when it is asked. Where the site links to no other host, its home
        page speaks for the network; for an address of the site it always does, because a site that has just gone
        down is one fault, not a thousand.
        """
        if cannot_exist(url, outcome):
            return True
        async with self._asking:
            controls = [self._home] if on_site else self._controls(host_of(url))
            if any(self._is_fresh(control) for control in controls):
                return True
            if self._nobody_at.get(on_site, -inf) > self._earliest():
                return False
            for control in controls:
                if await self._answers(control):
                    return True
            self._nobody_at[on_site] = time.monotonic()
            return False

    async def home_is_served(self) -> bool:
        """False: the home page is not to be had either, so that the whole site is down, not one of its pages."""
        async with self._asking:
            if self._home_looked_at < self._earliest():
                self._home_looked_at = time.monotonic()
                self._home_served = await self._is_served(self._home)
            return self._home_served

    async def _is_served(self, url: str) -> bool:
        try:
            answer = await self._door.ask("GET", url, peek=True)
        except FetchError:
            return False
        return answer.status < HTTPStatus.INTERNAL_SERVER_ERROR

    async def anybody_answers(self, urls: Iterable[str]) -> bool:
        """True: at least one of these hosts answers now."""
        return any(await asyncio.gather(*(self._answers(url) for url in urls)))

    def _earliest(self) -> float:
        """Since when an answer still says how it is now."""
        return time.monotonic() - self._fresh

    def _is_fresh(self, url: str) -> bool:
        known = self._answered.get(host_of(url))
        return known is not None and known[0] >= self._earliest()

    def _controls(self, host: str) -> list[str]:
        """Addresses on other people's hosts that answered, the latest first; where there is no such host, the home."""
        own = (host, self._home_host)
        others = [url for name, (_, url) in self._answered.items() if name not in own]
        if others:
            return others[: -_MOST_CONTROLS - 1 : -1]
        return [] if self._silent.difference(own) else [self._home]

    async def _answers(self, url: str) -> bool:
        try:
            await self._door.ask("GET", url, peek=True)
        except FetchError as error:
            if error.cause in NO_CONNECTION | NOT_ASKED:
                return False
        self.heard(url)
        return True
