"""Asks whether link targets are there: one check a target, two tries before anything counts as broken.

HEAD where it helps (files), GET before any verdict, closing early. Pages outside are fetched as far as shows what
they are, because a missing one often comes with status 200.
"""

import asyncio
import logging
from collections.abc import Callable, Mapping
from functools import partial
from typing import Protocol

from checks.observations.link import Verdict
from crawler.fetch.absent import AbsentLooks
from crawler.fetch.answer import Answer, Method
from crawler.fetch.door import Door
from crawler.fetch.failures import FetchError
from crawler.fetch.looks import ERROR_SHOWN, asks_password, error_outcome, is_login, is_walled, look_of, says_not_found
from crawler.fetch.politeness import referer
from crawler.fetch.redirects import Probed, follow
from storage.writes.targets import TargetCheck
from storage.writes.worklist import Work

log = logging.getLogger(__name__)

_FILES = ("image", "attachment", "script", "style", "media")
_AT_ONCE = 128
_POLL_SECONDS = 0.02

_UNDECIDED = frozenset(
    {
        "inside-address",
        "scheme",
        "malformed",
        "dns-unsure",
        "unreachable",
        "bad-response",
        "crash",
        ERROR_SHOWN,
        "closed",
        "empty",
    }
)
"""Causes that say more about us, or too little about the target."""
_UNPROVEN = frozenset({"http-403", "tls-handshake"})
"""Causes that other visitors or browsers may be spared."""
_HTML = ("text/html", "application/xhtml+xml")


class LinkProbe:
    """Tries targets through the door."""

    def __init__(self, door: Door, absent: AbsentLooks, name_of: Callable[[Work], str], *, home: str) -> None:
        """`name_of`: the words of the first link to a target; `home`: the site's address."""
        self._door = door
        self._absent = absent
        self._name_of = name_of
        self._home = home

    async def try_once(self, work: Work) -> Probed:
        """One try at a target: HEAD for files, then GET if that says anything but yes.

        A target that our own code stumbles over must not end the reading, nor pass for broken.
        """
        try:
            return await self._try(work)
        except Exception:
            log.exception("%s could not be asked after", work.url)
            return Probed("crash", (FetchError("crash").attempt(),))

    async def _try(self, work: Work) -> Probed:
        if work.kind in _FILES and work.tries == 0:
            head = await self._follow("HEAD", work)
            if head.ok:
                return head
        return await self._follow("GET", work)

    async def _follow(self, method: Method, work: Work) -> Probed:
        found = await follow(work.url, partial(self._ask, method, work))
        if isinstance(found, Probed):
            return found
        outcome = await self._judge(work, found.answer)
        if outcome == "ok":  # what is there needs no witness
            return Probed(outcome, ())
        return Probed.by(found.answer, outcome, found.hops)

    async def _ask(self, method: Method, work: Work, url: str, *, headers: Mapping[str, str]) -> Answer:
        """One request, with the certificate insisted on; a chain that only lacks a link is forgiven, as browsers do."""
        if work.tries:
            headers = {**headers, **referer(self._home, url)}
        try:
            return await self._door.ask(method, url, headers=headers, verify=True, peek=True)
        except FetchError as error:
            if error.cause != "tls-chain":
                raise
        return await self._door.ask(method, url, headers=headers, peek=True)

    async def _judge(self, work: Work, answer: Answer) -> str:
        if is_walled(answer, on_site=work.on_site):
            return "walled"
        if answer.status >= 300:
            return error_outcome(answer, self._name_of(work))
        if answer.content_type not in _HTML or (not answer.body and answer.method == "GET"):
            return "ok"
        if answer.method == "HEAD":
            return "html"  # a file that is a page: GET has to look at it
        return await self._judge_page(work, answer)

    async def _judge_page(self, work: Work, answer: Answer) -> str:
        look = look_of(answer)
        if says_not_found(look.title, len(look.text), look.text):
            return "soft-404"
        if answer.url != work.url and is_login(answer.url, look.title):
            return "walled"
        lost = await self._absent.outcome(work.url, look)
        return "walled" if lost and asks_password(answer) else lost or "ok"


def verdict_of(work: Work, probed: Probed) -> tuple[Verdict, str]:
    """The verdict on a target that was not there at the second try, and the cause that decided."""
    cause = probed.outcome
    if cause == "walled":
        return "walled", cause
    if cause in _UNDECIDED:
        return "undecided", cause
    if cause in _UNPROVEN:
        return "likely", cause
    earlier = {attempt.outcome for attempt in work.attempts} - {"redirect", "html"}
    return ("confirmed" if cause in earlier else "likely"), cause


def needs_second_try(work: Work, probed: Probed) -> bool:
    """True while a failure may still pass. Walls, and addresses that must not be asked for, stay what they are."""
    return work.tries == 0 and probed.outcome not in ("walled", "inside-address", "scheme", "malformed")


class ProbeSink(Protocol):
    """What becomes of a probed target; the reading's side of the pool."""

    def lease_links(self, limit: int) -> list[Work]:
        """The next rows, or none for now."""
        ...

    async def probed(self, work: Work, probed: Probed) -> None:
        """One try has ended."""
        ...


def first_failure(work: Work, probed: Probed) -> TargetCheck:
    """A first try that failed, as it is kept until the second one."""
    return TargetCheck(work.target_id, ok=None, cause=probed.outcome, attempts=probed.attempts)


def final_check(work: Work, probed: Probed) -> TargetCheck:
    """The end of a target that is not ok, with all tries as witnesses."""
    verdict, cause = verdict_of(work, probed)
    return TargetCheck(work.target_id, False, verdict, cause, (*work.attempts, *probed.attempts))


async def run_pool(probe: LinkProbe, sink: ProbeSink, *, is_over: Callable[[], bool]) -> None:
    """Probe what the sink leases, many targets at once, until the reading is over.

    The door holds back what would be too much for a single host, so one slow host does not stop the others.
    """
    running = 0

    async def one(work: Work) -> None:
        nonlocal running
        try:
            await sink.probed(work, await probe.try_once(work))
        finally:
            running -= 1

    try:
        async with asyncio.TaskGroup() as group:
            while not is_over():
                if running <= _AT_ONCE // 2:
                    for work in sink.lease_links(_AT_ONCE - running):
                        running += 1
                        group.create_task(one(work))
                await asyncio.sleep(_POLL_SECONDS)
    except ExceptionGroup as errors:
        raise errors.exceptions[0] from None  # such as a full disk: what ended the group is what people have to know
