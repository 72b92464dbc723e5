"""The spider of one site: fetches through Scrapy's engine what the work list says; others decide everything."""

import asyncio
from collections import deque
from collections.abc import AsyncIterator, Awaitable
from typing import Any, Protocol

from scrapy import Request, Spider

from crawler.fetch.answer import Answer
from crawler.fetch.door import Door
from storage.writes.worklist import Work

_POLL_SECONDS = 0.02
_MOST_UNREAD = 1_500_000
"""Bytes of pages that wait for their reader, beyond which no further page is fetched: half a hundred pages."""


class PageSource(Protocol):
    """What decides which pages are fetched."""

    @property
    def is_over(self) -> bool:
        """True when nothing more is to be read."""
        ...

    def next_pages(self) -> list[Work]:
        """Lease the next pages to be read; empty while there are none."""
        ...

    def headers(self, work: Work) -> dict[str, str] | None:
        """What to ask for a leased page with; None where it is not to be read after all."""
        ...

    def landed(self, work: Work) -> None:
        """A page that was asked for has been dealt with."""
        ...


class PageReader(Protocol):
    """What decides about answers."""

    def answered(self, work: Work, answer: Answer) -> Awaitable[None] | None:
        """Deal with an answer; what takes time comes back, to be awaited, None where nothing does."""
        ...

    def failed(self, work: Work, error: Exception) -> Awaitable[None] | None:
        """Deal with a request that brought no answer, likewise."""
        ...


class SiteSpider(Spider):
    """Reads what the work list says, page by page, the most urgent first.

    Its requests are inline ones (`engine.download_async`): Scrapy's own way from a scheduler to a callback takes six
    tasks a page. There is no duplicate filter: a target is on the list once.
    """

    name = "site"

    def __init__(self, source: PageSource, reader: PageReader, door: Door, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self.door = door
        self._source = source
        self._reader = reader
        self.trouble: Exception | None = None
        """What ended the reading of pages early; Scrapy would only write it to its log."""
        self._leased: deque[Work] = deque()
        self._unread = 0

    async def start(self) -> AsyncIterator[Any]:
        """The whole reading of pages; nothing is left for Scrapy's scheduler."""
        try:
            await self._read_pages()
        except ExceptionGroup as errors:
            self.trouble = errors.exceptions[0]
        return
        yield

    async def _read_pages(self) -> None:
        """Fetch as many pages at once as the settings allow, until the reading is over."""
        free = asyncio.Semaphore(self.settings.getint("CONCURRENT_REQUESTS"))
        async with asyncio.TaskGroup() as group:
            while not self._source.is_over:
                await free.acquire()
                request = self._next_request() if self._unread < _MOST_UNREAD else None
                if request is None:
                    free.release()
                    await asyncio.sleep(_POLL_SECONDS)
                    continue
                group.create_task(self._read(request, free))

    def _next_request(self) -> Request | None:
        """The most urgent page; None while there is none."""
        while True:
            if not self._leased:
                self._leased.extend(self._source.next_pages())
            if not self._leased:
                return None
            work = self._leased.popleft()
            headers = self._source.headers(work)
            if headers is not None:
                meta = {"work": work, "headers": headers, "verbatim_url": True}  # it is canonical already
                return Request(work.url, meta=meta)

    async def _read(self, request: Request, free: asyncio.Semaphore) -> None:
        """Fetch a page, let the next one be fetched, and have it dealt with."""
        work: Work = request.meta["work"]
        size = 0
        try:
            response = await self.crawler.engine.download_async(request)
        except Exception as error:
            step = self._reader.failed(work, error)
        else:
            answer: Answer = response.meta["answer"]
            size = len(answer.body)
            step = self._reader.answered(work, answer)
        finally:
            free.release()
        self._unread += size
        try:
            if step is not None:
                await step
        finally:
            self._unread -= size
            self._source.landed(work)
