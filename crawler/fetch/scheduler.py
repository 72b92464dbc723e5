"""Scrapy's scheduler, with nothing to do."""

from scrapy import Request
from scrapy.core.scheduler import BaseScheduler


class NoScheduler(BaseScheduler):
    """Schedules nothing: the work list is in the database, and the spider takes from it what it asks for next."""

    def has_pending_requests(self) -> bool:
        """Never."""
        return False

    def enqueue_request(self, request: Request) -> bool:
        """Nothing comes this way: new addresses become rows."""
        return False

    def next_request(self) -> Request | None:
        """Nothing."""
        return None
