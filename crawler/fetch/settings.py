"""Scrapy's settings, each with its reason.

What Scrapy's speed is lost to was measured: duplicates that become requests, half a dozen tasks a response, and
middlewares that nobody needs. Redirects, retries, pace, limits, unpacking and politeness live in `Door`, where link
probes share them.
"""

from typing import Any

from config.settings import FetchSettings


def scrapy_settings(settings: FetchSettings) -> dict[str, Any]:
    """The settings of one reading's crawler."""
    return {
        "TWISTED_REACTOR_ENABLED": False,  # everything runs in the one asyncio loop, beside the link probes
        "DOWNLOADER": "crawler.fetch.downloader.DoorDownloader",  # one guarded door; nothing else is ever opened
        "SPIDER_MIDDLEWARES_BASE": {},  # answers do not pass them: errors and redirects are judged, not dropped
        "EXTENSIONS_BASE": {},  # no telnet, no remote control, no statistics of its own
        "CONCURRENT_REQUESTS": settings.concurrency,
        "LOG_ENABLED": False,  # our own logging says what people need
        "STATS_DUMP": False,
    }
