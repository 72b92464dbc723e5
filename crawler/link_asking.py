"""One reading's links: which are asked after next, and what comes of each try."""

import time
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from itertools import islice

from crawler.fetch.failures import NO_CONNECTION, NOT_ASKED, SITE_DOWN
from crawler.fetch.link_probe import final_check, first_failure, needs_second_try
from crawler.fetch.own_network import OWN_NETWORK, OwnNetwork, was_silent
from crawler.fetch.redirects import Probed
from crawler.keep import Keeper
from crawler.targets import TargetBook
from storage.writes.worklist import Work

_LOOK_AGAIN_SECONDS = 0.25
_LEASES_APART_SECONDS = 0.1
"""While pages are read, targets are leased seldom and many at a time: each lease is a transaction."""


@dataclass
class LinkAsking:
    """The reading's side of the pool of link probes."""

    keeper: Keeper
    book: TargetBook
    network: OwnNetwork
    second_try_seconds: float
    is_stopped: Callable[[], bool]
    """True: nothing more is asked after."""
    asked: int = 0
    """Targets that were asked after, to the end."""

    def __post_init__(self) -> None:
        self._probing = 0
        self._next_look = 0.0
        self._second_tries: deque[float] = deque()
        """When each comes due."""

    def lease_links(self, limit: int) -> list[Work]:
        """Lease targets to be asked after; looks into the database no oftener than rows can have come due."""
        if self.is_stopped() or self.book.open["link"] <= self._probing or time.monotonic() < self._next_look:
            return []
        leased = self.keeper.lease_links(limit)
        self._probing += len(leased)
        self._next_look = self._when_due(found=bool(leased))
        return leased

    def _when_due(self, *, found: bool) -> float:
        """When to look again: where nothing was left, at the next second try, or soon for what pages bring."""
        now = time.monotonic()
        if found:
            return now + _LEASES_APART_SECONDS * bool(self.book.open["page"])
        while self._second_tries and self._second_tries[0] <= now:
            self._second_tries.popleft()
        return min([now + _LOOK_AGAIN_SECONDS, *islice(self._second_tries, 1)])

    async def probed(self, work: Work, probed: Probed) -> None:
        """One try at a target has ended."""
        self._probing -= 1
        self._learn_of_network(work, probed)
        if not probed.ok and needs_second_try(work, probed):
            self.try_again(work, probed)
            return
        self.asked += 1
        if not probed.ok:
            await self.settle(work, probed)
        elif work.tries == 1 and self.book.is_page(work) and not self.book.is_budget_spent:
            self.keeper.back_to_pages(work)  # once: one that leads to another site comes back as a link each time
        else:
            self.keeper.there(work)
        if self.keeper.is_full or not any(self.book.open.values()):
            self.keeper.flush()

    def _learn_of_network(self, work: Work, probed: Probed) -> None:
        if not was_silent(probed.outcome, probed.attempts):
            if probed.outcome not in NOT_ASKED:
                self.network.heard(work.url)
        elif self.book.known[work.target_id].ok is not False:  # what was dead before says nothing about today
            self.network.missed(work.url, probed.outcome)

    def try_again(self, work: Work, probed: Probed) -> None:
        """A first try failed: the target is asked after once more, later in this reading."""
        later = datetime.now(UTC) + timedelta(seconds=self.second_try_seconds)
        self.keeper.doubtful(work, first_failure(work, probed), later=later)
        self._second_tries.append(time.monotonic() + self.second_try_seconds)

    async def settle(self, work: Work, probed: Probed) -> None:
        """A target is not as it should be. What may be our own network's fault is left undecided."""
        check = final_check(work, probed)
        if probed.outcome in NO_CONNECTION and check.verdict != "undecided":
            own = work.on_site and was_silent(probed.outcome, probed.attempts)
            if not await self.network.vouches_for(work.url, probed.outcome, on_site=own):
                check = check._replace(verdict="undecided", cause=check.cause if own else OWN_NETWORK)
        elif work.on_site and probed.outcome in SITE_DOWN and not await self.network.home_is_served():
            check = check._replace(verdict="undecided")
        gone = check.verdict == "confirmed" and check.cause in ("http-404", "http-410")
        self.keeper.settled(work, check, gone=gone and work.sha256 is not None)
