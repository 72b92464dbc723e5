"""Scrapy's way to the network: the reading's door."""

from typing import cast

from scrapy import Request
from scrapy.core.downloader.handlers.base import BaseDownloadHandler
from scrapy.http import Response

from crawler.fetch.site_spider import SiteSpider


class DoorHandler(BaseDownloadHandler):
    """Hands each request to the door of the spider's reader. The answer itself travels in the request's meta."""

    async def download_request(self, request: Request) -> Response:
        """The answer, as the response that Scrapy wants to see; raises `FetchError`."""
        spider = cast("SiteSpider", self.crawler.spider)
        answer = await spider.reader.door.ask("GET", request.url, headers=request.meta["validators"])
        request.meta["answer"] = answer
        # with its bytes, by which Scrapy sees how much waits to be read, and asks for no more
        return Response(request.url, status=answer.status, body=answer.body, request=request)
