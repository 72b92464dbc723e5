"""Scrapy's way to the network: the reading's door."""

from typing import cast

from scrapy import Request
from scrapy.crawler import Crawler
from scrapy.http import Response
from scrapy.utils.defer import deferred_from_coro
from twisted.internet.defer import Deferred

from crawler.fetch.site_spider import SiteSpider


class DoorDownloader:
    """Stands in for Scrapy's downloader, whose slots, delays and handlers would only repeat what the door does.

    Each request goes to the spider's door; the answer itself travels in the request's meta.
    """

    def __init__(self, crawler: Crawler) -> None:
        self._crawler = crawler
        self.active: set[Request] = set()
        """Requests under way; Scrapy looks at it to know whether the spider is idle."""

    def needs_backout(self) -> bool:
        """Never: how many are asked for at once is the spider's business."""
        return False

    def fetch(self, request: Request) -> Deferred[Response]:
        """The answer, as the response that Scrapy wants to see; fails with `FetchError`."""
        self.active.add(request)
        return deferred_from_coro(self._ask(request))

    async def _ask(self, request: Request) -> Response:
        spider = cast("SiteSpider", self._crawler.spider)
        try:
            answer = await spider.door.ask("GET", request.url, headers=request.meta["headers"])
        finally:
            self.active.remove(request)
        request.meta["answer"] = answer
        return Response(request.url, status=answer.status, request=request)

    def close(self) -> None:
        """Nothing: the reading closes its door itself."""
