"""The spider of one site: joins Scrapy's engine with the reader, which decides everything."""

from collections.abc import AsyncIterator, Awaitable
from typing import Any, Protocol

from scrapy import Request, Spider
from scrapy.http import Response
from twisted.python.failure import Failure

from crawler.fetch.answer import Answer
from crawler.fetch.door import Door
from storage.writes.worklist import Work


class PageReader(Protocol):
    """What decides about pages; the spider and its scheduler only carry."""

    door: Door

    def next_pages(self) -> list[Work]:
        """Lease the next pages to be read; empty while there are none."""
        ...

    def request(self, work: Work) -> Request | None:
        """The request for a leased row; None where it is not to be read after all."""
        ...

    def answered(self, work: Work, answer: Answer) -> Awaitable[None] | None:
        """Deal with an answer."""
        ...

    def failed(self, work: Work, error: BaseException) -> Awaitable[None] | None:
        """Deal with a request that brought no answer."""
        ...


class SiteSpider(Spider):
    """Reads what the work list says."""

    name = "site"

    def __init__(self, reader: PageReader, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self.reader = reader

    async def start(self) -> AsyncIterator[Any]:
        """Nothing: the first row of the work list is the home page."""
        return
        yield


def page_request(reader: PageReader, work: Work, validators: dict[str, str]) -> Request:
    """The request for a leased page. Redirects are the reader's business, duplicates there are none."""

    def answered(response: Response) -> Any:
        assert response.request is not None
        return reader.answered(work, response.request.meta["answer"])

    def failed(failure: Failure) -> Any:
        assert failure.value is not None
        return reader.failed(work, failure.value)

    meta = {"validators": validators}
    return Request(work.url, callback=answered, errback=failed, meta=meta, dont_filter=True)
