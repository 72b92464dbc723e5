"""Opens the files that a site offers for download, after its pages have been read, and keeps what the rules find.

Files come last, and are opened in a child process that may take seconds, for which no page has to wait. A file that
cannot be had or read accuses nobody: it is left with its cause, and what stood on it stands.
"""

import asyncio
import logging
import time
from collections import deque
from collections.abc import Callable, Coroutine, Iterable, Mapping, Sequence
from dataclasses import replace
from functools import partial
from hashlib import sha256
from typing import Any, NamedTuple

from sqlalchemy import Connection, Engine

from checks.findings import Finding
from checks.observations.link import Attempt
from config.errors import ConfigError
from config.rule_file import load_rules
from crawler.child import Cause, Child, ChildFailedError
from crawler.fetch.absent import AbsentLooks
from crawler.fetch.answer import Answer
from crawler.fetch.door import Door
from crawler.fetch.looks import is_walled, look_of, says_not_found
from crawler.fetch.politeness import referer
from crawler.fetch.redirects import Probed, follow
from crawler.fetch.robots import Robots
from crawler.fetch.workers import work_through
from crawler.file_reading import FileOrder, FileResult
from crawler.files_due import file_budget, files_due, files_not_opened
from crawler.plan import ReadingPlan
from storage.engine import clear_errors
from storage.kept import PageKept
from storage.queries.attachments import KnownFile, files_looked_at, known_files
from storage.writes.pages import PageRead, keep_pages, pages_gone, pages_unchanged
from storage.writes.targets import TargetCheck, settle_targets
from storage.writes.worklist import leave_targets

log = logging.getLogger(__name__)

_AT_ONCE = 6
_GONE = ("http-404", "http-410", "soft-404", "redirect-home")
_TELLING_TEXT = 8
"""Characters; a link with fewer (附件1, 点击下载) does not say what its file is about."""
_ROWS_AT_ONCE = 500
_UNOPENED: dict[Cause, str] = {"time": "time", "memory": "memory", "crash": "damaged"}
"""How a child failed -> a word of `FileSeen.unreadable`."""


class _Missed(NamedTuple):
    """A file that was not there at the first try."""

    file: KnownFile
    probed: Probed
    again_at: float


class AttachmentReader:
    """One reading's files, each kept in a transaction of its own: killed at any moment, a few are repeated."""

    def __init__(
        self,
        plan: ReadingPlan,
        engine: Engine,
        door: Door,
        absent: AbsentLooks,
        child: Child,
        *,
        robots: Robots,
        stamp: str,
    ) -> None:
        self._plan = plan
        self._engine = engine
        self._door = door
        self._absent = absent
        self._child = child
        self._robots = robots
        self._stamp = stamp
        with engine.connect() as connection:
            self._budget = file_budget(plan, files_looked_at(connection, plan.reading_id, plan.site.code))
        self._missed: deque[_Missed] = deque()
        self.opened = 0
        """Files that were opened and judged."""
        self.done = self.waiting = 0
        """Files that have been looked at; that are still to be."""

    async def run(self, *, is_stopped: Callable[[], bool]) -> None:
        """Look at the files that are due until the budget is spent; what it leaves out is said to be left.

        `is_stopped` is asked between two files: True leaves the rest to the next start.
        """
        due = self._due()
        queue = deque(due)

        def is_over() -> bool:
            self.waiting = len(queue)
            self.done = len(due) - len(queue)
            return self._budget.is_spent or is_stopped()

        await work_through(queue, self._take_up, at_once=_AT_ONCE, is_stopped=is_over)
        while self._missed and not is_stopped():
            missed = self._missed.popleft()
            await self._guarded(missed.file, self._ask_again(missed))
        if not is_stopped():
            self._leave([file.target_id for file in queue], "budget")

    def _due(self) -> list[KnownFile]:
        """The files to be looked at; of the others on today's pages it is said why they are not opened."""
        plan = self._plan
        with self._engine.connect() as connection:
            known = known_files(connection, plan.reading_id, plan.site.code)
        due = files_due(known, mode=plan.mode, today=plan.today, stamp=self._stamp, only=plan.open_pages)
        if plan.mode != "recheck":
            for cause, target_ids in files_not_opened(known, due).items():
                self._leave(target_ids, cause)
        return due

    async def _take_up(self, file: KnownFile) -> None:
        self._budget.files -= 1
        await self._guarded(file, self._look_at(file))

    async def _guarded(self, file: KnownFile, step: Coroutine[Any, Any, None]) -> None:
        try:
            await step
        except ConfigError:
            raise  # the database is full or locked, which is no file's fault
        except Exception:  # our own code stumbled: the other files are still to be read
            log.exception("%s could not be opened", file.url)
            self._leave([file.target_id], "crash")

    async def _look_at(self, file: KnownFile) -> None:
        if not self._robots.allows(file.url):
            self._leave([file.target_id], "robots")
            return
        found = await self._try(file, self._validators(file))
        if not isinstance(found, Probed):
            await self._take(file, found)
        elif found.outcome in _GONE:
            self._missed.append(_Missed(file, found, time.monotonic() + self._plan.settings.fetch.second_try_seconds))
        else:
            self._leave([file.target_id], found.outcome)

    async def _ask_again(self, missed: _Missed) -> None:
        """A file that is not there twice is gone, and so is what stood on it."""
        file = missed.file
        await asyncio.sleep(max(0.0, missed.again_at - time.monotonic()))
        found = await self._try(file, {})
        if not isinstance(found, Probed):
            await self._take(file, found)
        elif found.outcome != missed.probed.outcome:
            self._leave([file.target_id], found.outcome)
        else:
            self._gone(file, found.outcome, missed.probed.attempts + found.attempts)

    def _gone(self, file: KnownFile, cause: str, attempts: tuple[Attempt, ...]) -> None:
        check = TargetCheck(file.target_id, False, "confirmed", cause, attempts)
        with clear_errors(self._engine), self._engine.begin() as connection:
            settle_targets(connection, self._plan.reading_id, [check])
            pages_gone(connection, self._plan.reading_id, [file.target_id] if file.sha256 else [])

    async def _try(self, file: KnownFile, validators: Mapping[str, str]) -> Answer | Probed:
        """What the file's address brings: what may be the file, or why it cannot be had."""
        found = await follow(file.url, partial(self._ask, validators))
        if isinstance(found, Probed):
            return found
        cause = await self._why_no_file(file, found.answer)
        return found.answer if cause is None else Probed.by(found.answer, cause)

    async def _ask(self, validators: Mapping[str, str], url: str, *, headers: Mapping[str, str]) -> Answer:
        visitor = referer(self._plan.site.url, url)
        answer = await self._door.ask("GET", url, headers={**validators, **headers, **visitor})
        self._budget.size -= len(answer.body)
        return answer

    async def _why_no_file(self, file: KnownFile, answer: Answer) -> str | None:
        """Why an answer is not the file: a wall, an error, an error page that came with 200; None: it may be it."""
        if answer.status == 304:
            return None
        if is_walled(answer, on_site=True):
            return "walled"
        if answer.status >= 300:
            return f"http-{answer.status}"
        if not _is_html(answer):
            return None
        look = look_of(answer)
        if says_not_found(look.title, len(look.text), look.text):
            return "soft-404"
        return await self._absent.outcome(file.url, look) or "not-file"

    def _validators(self, file: KnownFile) -> dict[str, str]:
        """What makes the server answer 304; nothing where the file has to be judged anew anyway."""
        if file.stamp != self._stamp or self._is_orphan(file):
            return {}
        found = {"If-None-Match": file.etag, "If-Modified-Since": file.last_modified}
        return {name: value for name, value in found.items() if value}

    async def _take(self, file: KnownFile, answer: Answer) -> None:
        digest = sha256(answer.body).digest()
        same = digest == file.sha256 and file.stamp == self._stamp and not self._is_orphan(file)
        if answer.status == 304 or same:
            with clear_errors(self._engine), self._engine.begin() as connection:
                pages_unchanged(connection, self._plan.reading_id, [file.target_id])
                if file.unopened is not None:
                    leave_targets(connection, self._plan.reading_id, [file.target_id], cause=file.unopened)
            return
        result = await self._open(file, answer.body, digest.hex())
        self.opened += 1
        with clear_errors(self._engine), self._engine.begin() as connection:
            self._keep(connection, file, answer, digest, result)

    async def _open(self, file: KnownFile, body: bytes, digest: str) -> FileResult:
        order = FileOrder(body=body, url=file.url, page=file.page, title=_title(file), sha256=digest)
        try:
            result: FileResult = await self._child.ask(order)
        except ChildFailedError as error:
            log.warning("%s could not be opened: %s", file.url, error)
            return FileResult(unopened=_UNOPENED[error.cause], findings=())
        return replace(result, findings=tuple(self._still_open(file, result.findings)))

    def _still_open(self, file: KnownFile, findings: Iterable[Finding]) -> Iterable[Finding]:
        """What is wrong with a file; of one that no page links to any more, only what is still open to everybody."""
        rules = load_rules()
        return (one for one in findings if not self._is_orphan(file) or rules[one.rule].urgent)

    @staticmethod
    def _is_orphan(file: KnownFile) -> bool:
        """True: something stands on the file, it still lies on the server, and no page links to it."""
        return file.has_findings and not file.linked

    def _keep(self, connection: Connection, file: KnownFile, answer: Answer, digest: bytes, result: FileResult) -> None:
        if result.unopened is not None:
            leave_targets(connection, self._plan.reading_id, [file.target_id], cause=result.unopened)
            if file.has_findings and not result.findings:
                return  # a file that was locked since then, or a part of it, is not mended
        row = PageRead(
            target_id=file.target_id,
            kind="attachment",
            title=_title(file),
            published_on=None,
            sha256=digest,
            etag=answer.headers.get("ETag"),
            last_modified=answer.headers.get("Last-Modified"),
            stamp=self._stamp,
            frame=(),
            links=(),
            findings=result.findings,
            kept=PageKept(unopened=result.unopened),
        )
        keep_pages(connection, self._plan.site.code, self._plan.reading_id, self._plan.today, [row])

    def _leave(self, target_ids: Sequence[int], cause: str) -> None:
        for start in range(0, len(target_ids), _ROWS_AT_ONCE):
            some = target_ids[start : start + _ROWS_AT_ONCE]
            with clear_errors(self._engine), self._engine.begin() as connection:
                leave_targets(connection, self._plan.reading_id, some, cause=cause)


def _title(file: KnownFile) -> str:
    """What the file is about: the link's words, after the page's title where they alone say too little."""
    if len(file.text) >= _TELLING_TEXT or not file.page_title:
        return file.text
    return f"{file.page_title} {file.text}".strip()


def _is_html(answer: Answer) -> bool:
    """True for a page that came in a file's place. Some servers call every file a page: then its beginning tells."""
    head = answer.body[:512].lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    if head.startswith((b"%pdf", b"pk\x03\x04", b"\xd0\xcf\x11\xe0")):
        return False
    return answer.content_type in ("text/html", "application/xhtml+xml") or head.startswith(
        (b"<!doctype html", b"<html")
    )
