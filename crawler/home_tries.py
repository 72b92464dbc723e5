"""The tries at a site's home page: several, before the site counts as out of reach."""

import asyncio
from collections.abc import Callable, Collection
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Final

from checks.observations.link import Attempt, Verdict
from config.settings import FetchSettings
from crawler.fetch.answer import Answer
from crawler.fetch.door import Door
from crawler.fetch.failures import NO_CONNECTION, FetchError
from crawler.fetch.own_network import OWN_NETWORK, OwnNetwork, is_near
from crawler.fetch.redirects import Probed
from storage.writes.targets import TargetCheck
from storage.writes.worklist import Work

_TRIES: Final = 3
_PAUSE_SECONDS: Final = 5.0
"""Between two tries, at most."""


@dataclass
class HomeTries:
    """One reading's tries."""

    door: Door
    network: OwnNetwork
    settings: FetchSettings
    controls: Callable[[], Collection[str]]
    """Addresses that answer where our network works: asked only where the home page cannot be reached."""

    def __post_init__(self) -> None:
        self._failed = 0
        self.attempts: list[Attempt] = []
        """The witnesses, redirects among them."""

    async def ask_again(self, work: Work, probed: Probed) -> Answer | None:
        """What the home page answers after a try that failed like this; None where it has been tried often enough."""
        self.attempts += probed.attempts
        self._failed += 1
        while self._failed < _TRIES:
            await asyncio.sleep(min(self.settings.second_try_seconds, _PAUSE_SECONDS))
            try:
                return await self.door.ask("GET", work.url)
            except FetchError as error:
                self.attempts.append(error.attempt())
                self._failed += 1
        return None

    async def verdict(self, work: Work) -> TargetCheck:
        """What to think of a home page that was tried in vain."""
        verdict: Verdict = "likely"
        if await self._may_be_ours(work.url, self.attempts[-1].outcome):
            verdict = "undecided"
            self.attempts.append(Attempt(datetime.now(UTC), "GET", OWN_NETWORK, 0))
        return TargetCheck(work.target_id, False, verdict, self.attempts[-1].outcome, tuple(self.attempts))

    async def _may_be_ours(self, url: str, outcome: str) -> bool:
        """True: the home page cannot be reached, and neither can anybody else: our own network may be down."""
        if outcome not in NO_CONNECTION or await is_near(url, self.settings.hosts):
            return False
        controls = self.controls()
        return bool(controls) and not await self.network.anybody_answers(controls)
