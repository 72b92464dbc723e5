"""Looks at the front pages of other people's hosts that a site links to, once a week: some lapse and are taken over."""

import re
from collections import deque
from collections.abc import Callable
from functools import partial
from typing import Final
from urllib.parse import urlsplit

from sqlalchemy import Engine

from checks.observations.external import HostLook
from config.words import load_spam
from crawler.extract.domain import registered_domain
from crawler.fetch.door import Door
from crawler.fetch.host import certificate_holder
from crawler.fetch.looks import is_walled, words_of
from crawler.fetch.redirects import Probed, follow
from crawler.fetch.workers import work_through
from crawler.plan import ReadingPlan
from storage.engine import clear_errors
from storage.queries.external_hosts import DueHost, hosts_due
from storage.writes.external_hosts import host_silent, keep_look

_UNTOUCHED_DAYS: Final = 7
"""A host that nothing is wrong with is asked for again after so many days."""
_MOST_HOSTS: Final = 300
"""Hosts in one reading."""
_AT_ONCE: Final = 16
_LONGEST_TITLE: Final = 200


class ExternalHosts:
    """One reading's looks; each is kept at once."""

    def __init__(self, plan: ReadingPlan, engine: Engine, door: Door) -> None:
        self._plan = plan
        self._engine = engine
        self._door = door

    async def run(self, *, is_stopped: Callable[[], bool]) -> None:
        """Look at the hosts that are due; public bodies' and the great platforms' are not worth a request.

        A recheck looks at those that it is about.
        """
        plan = self._plan
        only = {link.url for link in plan.open_links} if plan.mode == "recheck" else None
        with self._engine.connect() as connection:
            due = hosts_due(connection, plan.site.code, plan.today, untouched_days=_UNTOUCHED_DAYS, only=only)
        queue = deque([one for one in due if not is_spared(one.host)][:_MOST_HOSTS])
        await work_through(queue, self._look_at, at_once=_AT_ONCE, is_stopped=is_stopped)

    async def _look_at(self, due: DueHost) -> None:
        look = await self._look(due)
        with clear_errors(self._engine), self._engine.begin() as connection:
            if look is None:
                host_silent(connection, due.host, today=self._plan.today)
            else:
                keep_look(connection, look, today=self._plan.today)

    async def _look(self, due: DueHost) -> HostLook | None:
        """None where no page came, or only a wall."""
        found = await follow(due.url, partial(self._door.ask, "GET", peek=True))
        if isinstance(found, Probed):
            return None
        answer = found.answer
        if answer.status >= 300 or not answer.is_page or is_walled(answer, on_site=False):
            return None
        title, text = words_of(answer)
        spam = load_spam()
        return HostLook(
            host=due.host,
            title=title[:_LONGEST_TITLE],
            certificate=await self._certificate(due.url),
            domain=registered_domain(due.url),
            spam=_different(spam.words, text),
            parked=_different(spam.parked, text),
            size=len(text),
            attempts=(*found.hops, answer.attempt("ok")),
        )

    async def _certificate(self, url: str) -> str:
        """Whose certificate it is, by the registered domain: `*.a.example` and `www.a.example` are one owner's."""
        if not url.startswith("https:"):
            return ""
        name = (await certificate_holder(url, self._plan.settings)).removeprefix("*.")
        return registered_domain(name) or name


def is_spared(host: str) -> bool:
    """True for hosts that no page can be blamed for linking to."""
    name = urlsplit(f"//{host}").hostname or ""
    return any(name == end.lstrip(".") or name.endswith(f".{end.lstrip('.')}") for end in load_spam().spared_hosts)


def _different(words: re.Pattern[str], text: str) -> tuple[str, ...]:
    """The different words of a list that a text has, in order, in lower case."""
    return tuple(dict.fromkeys(found.lower() for found in words.findall(text)))
