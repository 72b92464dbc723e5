"""Scrapy's scheduler, over the rows of the work list."""

from collections import deque
from typing import cast

from scrapy import Request, Spider
from scrapy.core.scheduler import BaseScheduler

from crawler.fetch.site_spider import SiteSpider
from storage.writes.worklist import Work


class LeaseScheduler(BaseScheduler):
    """Leases pages a few dozen at a time and gives them out in order of priority.

    There is no duplicate filter: a target is on the list once. It always claims to have more, because a page may
    come back for a second try; the reading itself closes the spider when the last row has ended.
    """

    def open(self, spider: Spider) -> None:
        """Take the work list from the spider."""
        self._source = cast("SiteSpider", spider).reader
        self._leased: deque[Work] = deque()

    def has_pending_requests(self) -> bool:
        """Always: the reading knows when it is over."""
        return True

    def enqueue_request(self, request: Request) -> bool:
        """Nothing comes this way: new addresses become rows."""
        return False

    def next_request(self) -> Request | None:
        """The most urgent page."""
        while True:
            if not self._leased:
                self._leased.extend(self._source.next_pages())
            if not self._leased:
                return None
            request = self._source.request(self._leased.popleft())
            if request is not None:
                return request
