"""Scrapy's settings, each with its reason.

What Scrapy's speed is lost to was measured: duplicates that become requests, a hundred tasks a response, and
middlewares that nobody needs. Redirects, retries, pace, limits, unpacking and politeness live in `Door`, where link
probes share them.
"""

from typing import Any

from config.settings import FetchSettings

_DOOR = "crawler.fetch.handler.DoorHandler"


def scrapy_settings(settings: FetchSettings) -> dict[str, Any]:
    """The settings of one reading's crawler."""
    return {
        "TWISTED_REACTOR_ENABLED": False,  # everything runs in the one asyncio loop, beside the link probes
        "DOWNLOAD_HANDLERS": {  # all that is fetched goes through the guarded door; nothing else is ever opened
            "http": _DOOR,
            "https": _DOOR,
            "file": None,
            "data": None,
            "ftp": None,
            "s3": None,
        },
        "SCHEDULER": "crawler.fetch.scheduler.LeaseScheduler",  # rows with leases outlive a killed process
        "DOWNLOADER_MIDDLEWARES_BASE": {},  # the door does what is needed of them
        "SPIDER_MIDDLEWARES_BASE": {  # errors and redirects are judged, not dropped; depth is the traps' business
            "scrapy.spidermiddlewares.start.StartSpiderMiddleware": 25,
        },
        "EXTENSIONS_BASE": {},  # no telnet, no remote control, no statistics of its own
        "CONCURRENT_REQUESTS": settings.concurrency,
        "CONCURRENT_REQUESTS_PER_DOMAIN": settings.concurrency,
        "CONCURRENT_ITEMS": 1,  # the default makes a hundred tasks for each response
        "SCRAPER_SLOT_MAX_ACTIVE_SIZE": 1_500_000,  # bytes of pages that wait for their reader: half a hundred
        "DOWNLOAD_DELAY": 0,  # the door keeps each host's pace, for pages and probes together
        "WARN_ON_GENERATOR_RETURN_VALUE": False,  # it parses the callback's source
        "LOG_ENABLED": False,  # our own logging says what people need
        "STATS_DUMP": False,
    }
